export type SiteWords = typeof english;

const counted = (count: number, one: string, other: string) =>
  `${count.toLocaleString('en')} ${count === 1 ? one : other}`;

const kinds: Record<string, string> = {
  municipality: 'municipality',
  'metropolitan-municipality': 'metropolitan municipality',
  region: 'region',
  district: 'district',
  joint: 'joint authority',
};

const english = {
  language: 'en',
  locale: 'en_GB',
  skip: 'Go to the text',
  mainNavigation: 'Main',
  news: 'News',
  allNews: 'All news',
  members: 'Members',
  allMembers: 'All members',
  join: 'Join',
  check: 'Check a letter',
  joinAsCity: 'Join as a city',
  headline: 'Cities that share how they work',
  by: 'by',
  photo: 'Picture:',
  says: 'says',
  sources: 'Where quotes come from',
  fromSpeech: 'From a speech:',
  inThisArticle: 'In this article',
  moreArticles: 'More articles',
  fromUs: 'Newest from us',
  noNews: 'No news yet. The first article stands here as soon as a city is announced.',
  noMembers: 'No members yet. The first one stands here as soon as its letter is countersigned.',
  newestMembers: 'Newest members',
  byCountry: 'By country',
  membersIn: (members: number, countries: number) =>
    `${counted(members, 'member', 'members')} in ${counted(countries, 'country', 'countries')}`,
  since: 'Member since',
  announced: 'Read the announcement',
  kind: (kind: string) => kinds[kind] ?? kind,
  feeds: 'Feeds',
  contact: 'Contact',
  notFound: 'There is no page at this address',
  notFoundText: 'Check the address, or go on from here.',
  firstPage: 'First page',
  notices: 'Corrections',
  notice: (kind: 'correction' | 'retraction') => (kind === 'correction' ? 'Corrected on' : 'Taken back on'),
  isPublic: 'This page is public.',
  notPublic: (from: string | null) =>
    from === null
      ? 'Preview: this is not public yet. Please do not pass it on.'
      : `Preview: this is public from ${from}. Please do not pass it on before.`,
};

const catalogues: Record<string, SiteWords> = { en: english };

/** The labels of the site in a language (a BCP 47 tag), or in English where there is no catalogue for it. */
export function siteWords(asked: string): SiteWords {
  return catalogues[asked] ?? catalogues[asked.replace(/-.*$/, '')] ?? english;
}
