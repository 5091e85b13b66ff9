import { Network } from '../../domain/network.ts';

/** An invented network, whole and right. */
export const networkInput = {
  name: 'Network of Open Towns',
  shortName: 'Open Towns',
  zone: 'Europe/Helsinki',
  sender: { name: 'Network of Open Towns', email: 'join@towns.example' },
  about: 'Towns that learn from one another.',
  languages: ['en'],
  countryNames: { TR: 'Türkiye' },
  closingHour: 17,
  linkDays: 60,
  undoMinutes: 0,
  codeMinutes: 10,
  review: { reviewers: 1 },
  days: {
    review: { city: { remind: [7, 12], limit: 14 }, staff: { remind: [5], limit: 7 } },
    letter: { city: { remind: [7, 14, 25], limit: 30 }, staff: { remind: [2], limit: 5 } },
    statement: { city: { remind: [5, 10], limit: 14 }, staff: { remind: [], limit: 5 } },
    announcement: { staff: { remind: [20], limit: 30 } },
  },
  letter: {
    current: '2027-1',
    versions: [
      {
        version: '2027-1',
        texts: {
          en: { title: 'Letter', opening: 'We wish.', commitments: ['to share'], closing: 'We may leave.' },
          tr: { title: 'Mektup', opening: 'Dileriz.', commitments: ['paylaşmak'], closing: 'Ayrılabiliriz.' },
        },
      },
    ],
  },
  announcement: {
    title: { one: '{cities} Joins Open Towns', other: '{cities} Join Open Towns' },
    lead: {
      one: 'Open Towns welcomes {cities} from {countries}.',
      other: 'Open Towns welcomes {count} new members from {countries}: {cities}.',
    },
    withoutWords: '{city} in {country} has signed the letter.',
    retracted: { title: 'Taken back: {title}', lead: 'This no longer holds.' },
  },
};

export const ourNetwork = Network.parse(networkInput);
