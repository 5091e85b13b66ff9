import { searchAttributeKeys } from '../workflows/search-attributes.ts';

const kinds = { KEYWORD: 'Keyword', KEYWORD_LIST: 'KeywordList', DATETIME: 'Datetime' } as const;

/** The search attributes to register with a server, by their names. */
export const searchAttributes: Record<string, 'Keyword' | 'KeywordList' | 'Datetime'> = Object.fromEntries(
  searchAttributeKeys.map(({ name, type }) => [name, kinds[type as keyof typeof kinds]]),
);
