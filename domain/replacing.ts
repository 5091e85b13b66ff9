import type { Article, ArticleBlock, Section } from './article.ts';
import type { Replacement } from './case-papers.ts';

/** An article with words of one section replaced; or why that cannot be: they are not there, or not there alone. */
export type Replaced = { ok: true; article: Article } | { ok: false; why: 'absent' | 'repeated' };

/** Replaces words in the heading and paragraphs of a city's section. What somebody has said is never touched. */
export function withReplacement(article: Article, { city, find, by }: Replacement): Replaced {
  const section = article.sections.find((one) => one.city === city);
  const count = section ? textsOf(section).reduce((sum, text) => sum + text.split(find).length - 1, 0) : 0;
  if (count !== 1) return { ok: false, why: count === 0 ? 'absent' : 'repeated' };
  const inText = (text: string) => text.replace(find, () => by);
  const sections = article.sections.map((one) => (one === section ? sectionWith(one, inText) : one));
  return { ok: true, article: { ...article, sections } };
}

function textsOf({ heading, blocks }: Section): string[] {
  const parts = blocks.flatMap((block) => ('paragraph' in block ? block.paragraph : []));
  return [heading ?? '', ...parts.filter((part) => typeof part === 'string')];
}

function sectionWith({ city, heading, blocks }: Section, inText: (text: string) => string): Section {
  const inBlock = (block: ArticleBlock): ArticleBlock =>
    'paragraph' in block
      ? { paragraph: block.paragraph.map((part) => (typeof part === 'string' ? inText(part) : part)) }
      : block;
  return { city, heading: heading === null ? null : inText(heading), blocks: blocks.map(inBlock) };
}
