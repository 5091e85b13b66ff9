/** What can be chosen in the fields that have a list, by the last parts of their names. */
export const choices = {
  'authority.kind': {
    municipality: 'Municipality',
    'metropolitan-municipality': 'Metropolitan municipality',
    region: 'Region',
    district: 'District',
    joint: 'Joint authority of several towns',
  },
  qualifier: { about: 'About', exactly: 'Exactly', almost: 'Almost', 'more-than': 'More than' },
  geography: {
    municipality: 'The municipality',
    metropolitan: 'The metropolitan area',
    'urban-area': 'The urban area',
    region: 'The region',
  },
  role: { main: 'Main contact', 'mayor-office': 'Mayor’s office', press: 'Press office', other: 'Other' },
  'mandate.kind': {
    'council-decision': 'A decision of the council',
    'powers-of-the-mayor': 'The powers of the mayor',
    delegation: 'A delegation',
  },
  capacity: {
    'office-holder': 'Holder of the office',
    acting: 'Acting for the holder of the office',
    delegate: 'Delegate of the holder of the office',
  },
  why: {
    delegate: 'A deputy signs, by a delegation',
    successor: 'The office has a new holder, for example after an election',
    acting: 'Somebody acts for the holder of the office',
    address: 'The same person, at another address',
    mistake: 'The wrong person was named',
  },
  letterLanguage: { en: 'English', tr: 'Turkish', nl: 'Dutch', fr: 'French' },
  'source.kind': { supplied: 'Written for this announcement', speech: 'From a speech' },
} satisfies Record<string, Record<string, string>>;
