/** What an invented town hands in, whole and right. */
export const camliovasApplication = {
  authority: {
    legalName: 'Çamlıova Belediyesi',
    name: 'Çamlıova',
    nativeName: 'Çamlıova',
    kind: 'municipality',
    country: 'TR',
    subdivision: 'TR-41',
    timeZone: 'Europe/Istanbul',
    languages: ['tr', 'en'],
    website: 'https://camliova.example',
    identifiers: { geonames: '123456' },
    population: {
      value: 84000,
      qualifier: 'about',
      geography: 'municipality',
      asOf: '2026',
      source: 'register of residents',
    },
  },
  contacts: [
    { role: 'main', name: 'Deren Kayalı', email: 'open-data@camliova.example', language: 'en' },
    { role: 'mayor-office', name: 'Office of the mayor', email: 'office@camliova.example', language: 'tr' },
  ],
  officeHolder: {
    name: 'Defne Ardıç',
    title: 'Mayor of Çamlıova',
    email: 'mayor@camliova.example',
    termStart: '2024-04-08',
    termEnd: '2029-04-07',
  },
  mandate: {
    kind: 'council-decision',
    decidedOn: '2026-09-14',
    effectiveOn: '2026-09-21',
    reference: 'Council decision 2026/118',
  },
  motivation: 'We would like to compare notes with towns that explain their sensors.',
  claims: [
    { text: 'every lamp post says what it measures', date: '2026-05', evidence: 'https://camliova.example/lamps' },
  ],
  agreements: { principles: true, privacyNotice: true },
};

export const suppliedQuote = { text: 'We show what we measure.', language: 'en', source: { kind: 'supplied' } };

export const camliovasStatement = {
  speaker: { name: 'Defne Ardıç', title: 'Mayor of Çamlıova' },
  section: {
    heading: 'Çamlıova: streets that explain themselves',
    blocks: [
      { paragraph: 'The town counts its lamps.' },
      { paragraph: ['The mayor said: ', { quote: suppliedQuote }, ' That was all.'] },
      {
        quote: { text: 'Bak.', language: 'tr', source: { kind: 'speech', event: 'Town meeting', date: '2026-03-14' } },
      },
    ],
  },
  consent: { quotes: true, photo: false },
};

export const springPlan = {
  cities: ['tr-camliova', 'pl-lakowiec'],
  author: { name: 'Ada Lindqvist', tagline: 'Writes about members' },
  title: 'Two Towns Open Their Books',
  slug: 'two-towns',
  lead: 'Two towns have joined.',
  image: { file: 'two-bridges.png', alt: 'Two bridges', credit: 'Drawn here', licence: 'CC0-1.0' },
  articles: [{ category: 'News', title: 'Ferries', excerpt: 'One timetable.', url: 'https://news.example/ferries' }],
  mailingList: [
    { email: 'first@readers.example', language: 'en' },
    { email: 'second@readers.example', language: 'pl' },
  ],
  publishAt: '2027-03-11T09:00[Europe/Brussels]',
};
