import type { AnnouncementPlan, FurtherArticle } from './announcement-plan.ts';
import { slugOf } from './city-id.ts';
import type { CityId, Sha256 } from './ids.ts';
import type { Network } from './network.ts';
import type { Part, Quote, Statement } from './statement.ts';

/** An announcement as readers get it: what is approved by its hash, and nothing that depends on when or where it is published. */
export type Article = {
  title: string;
  slug: string;
  author: { name: string; tagline?: string };
  lead: string;
  image?: ArticleImage;
  sections: Section[];
  articles: FurtherArticle[];
  /** What readers are told of corrections, oldest first; absent in a first edition. */
  notices?: Notice[];
};

/** A sentence to readers that says what was corrected, or why an article was taken back. */
export type Notice = { kind: 'correction' | 'retraction'; text: string };

export type ArticleImage = { sha256: Sha256; alt: string; credit: string; licence: string };
export type Section = { city: CityId; heading: string | null; blocks: ArticleBlock[] };
export type ArticleBlock = { paragraph: Part[] } | { quote: Quote; by: { name: string; title: string } };

/** A city that is to be announced: its names, and its approved words, or null where they were waived. */
export type AnnouncedCity = { city: CityId; name: string; countryName: string; statement: Statement | null };

/**
 * The article of an announcement. What staff wrote in the plan (title, address, lead) was written for the cities that
 * the plan names, so it is used only while exactly those are in; otherwise headline, address and lead follow from who is.
 */
export function composeArticle(
  plan: AnnouncementPlan,
  cities: readonly AnnouncedCity[],
  network: Network,
  image?: Sha256,
): Article {
  const asPlanned =
    plan.cities.length === cities.length && plan.cities.every((city, index) => city === cities[index]?.city);
  const title = (asPlanned ? plan.title : undefined) ?? filled(network.announcement.title, cities);
  return {
    title,
    slug: (asPlanned ? plan.slug : undefined) ?? addressOf(title, cities),
    author: { name: plan.author.name, ...(plan.author.tagline === undefined ? {} : { tagline: plan.author.tagline }) },
    lead: (asPlanned ? plan.lead : undefined) ?? filled(network.announcement.lead, cities),
    ...(plan.image && image
      ? { image: { sha256: image, alt: plan.image.alt, credit: plan.image.credit, licence: plan.image.licence } }
      : {}),
    sections: cities.map((city) => sectionOf(city, network)),
    articles: plan.articles ?? [],
  };
}

/** A title of signs alone gives no address; the cities always do. */
function addressOf(title: string, cities: readonly AnnouncedCity[]): string {
  return slugOf(title) || slugOf(cities.map(({ city }) => city).join(' '));
}

function sectionOf({ city, name, countryName, statement }: AnnouncedCity, network: Network): Section {
  if (statement === null) {
    const sentence = fill(network.announcement.withoutWords, { city: name, country: countryName });
    return { city, heading: null, blocks: [{ paragraph: [sentence] }] };
  }
  const { speaker, section } = statement;
  const by = { name: speaker.printedName ?? speaker.name, title: speaker.title };
  return {
    city,
    heading: section.heading,
    blocks: section.blocks.map((block) =>
      'quote' in block ? { quote: block.quote, by } : { paragraph: block.paragraph },
    ),
  };
}

function filled(sentence: { one: string; other: string }, cities: readonly AnnouncedCity[]): string {
  const list = new Intl.ListFormat('en', { type: 'conjunction' });
  return fill(cities.length === 1 ? sentence.one : sentence.other, {
    cities: list.format(cities.map(({ name }) => name)),
    countries: list.format([...new Set(cities.map(({ countryName }) => countryName))]),
    count: counted(cities.length),
  });
}

const words = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];

function counted(count: number): string {
  return words[count] ?? String(count);
}

function fill(sentence: string, values: Record<string, string>): string {
  return sentence.replace(/\{(\w+)\}/g, (placeholder, name: string) => values[name] ?? placeholder);
}
