/** What stands in somebody's calendar on the day on which something is due. */
export const calendar = {
  'review-city': '{city}: send the changed answers to {network}',
  'letter-sign': '{city}: sign the Letter of Intent of {network}',
  'statement-draft': '{city}: send the mayor’s words to {network}',
  'statement-confirm': '{city}: answer whether these are the mayor’s words',
  ask: 'Reference {reference}. Questions: {email}',
  add: 'Put this day into my calendar',
};
