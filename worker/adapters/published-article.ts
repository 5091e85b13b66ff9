import { parse } from 'parse5';
import type { FurtherArticle } from '../../domain/announcement-plan.ts';
import type { Article, ArticleBlock, ArticleImage, Notice, Section } from '../../domain/article.ts';
import type { Sha256 } from '../../domain/ids.ts';
import type { Part, Quote } from '../../domain/statement.ts';
import { asWritten } from '../../templates/site/signs.ts';
import {
  attribute,
  elementsIn,
  every,
  matches,
  only,
  type PageElement,
  type PageRoot,
  perhaps,
  textIn,
} from './page-elements.ts';

/**
 * The article that a published page (HTML) shows its readers, read from what is visible and from the attributes of
 * that; `imageSha256` answers with the hash of the picture at an address as the page has it.
 *
 * @throws when the page is not that of an article; the message names the element, and no word of the page.
 */
export function readArticle(html: string, imageSha256: (source: string) => Sha256): Article {
  const page = parse(html);
  const entry = only(page, 'article.h-entry');
  const tagline = perhaps(entry, 'p.tagline');
  const picture = perhaps(entry, 'figure.picture');
  // The newest stands first on the page, and last in the article.
  const notices = every(entry, 'div.notice').map(noticeIn).toReversed();
  return {
    title: textIn(only(page, 'h1')),
    slug: slugOf(page),
    author: { name: textIn(only(entry, 'span.p-author')), ...(tagline ? { tagline: textIn(tagline) } : {}) },
    lead: textIn(only(entry, 'p.p-summary')),
    ...(picture ? { image: imageIn(picture, imageSha256) } : {}),
    sections: elementsIn(only(entry, 'div.e-content')).map(sectionIn),
    articles: every(page, 'ul.further').flatMap(elementsIn).map(furtherIn),
    ...(notices.length > 0 ? { notices } : {}),
  };
}

function slugOf(page: PageRoot): string {
  const canonical = every(page, 'link').find((link) => attribute(link, 'rel') === 'canonical');
  const [, slug] = /\/news\/([^/]+)\/$/.exec((canonical && attribute(canonical, 'href')) ?? '') ?? [];
  if (slug === undefined) throw new Error('The page has no canonical address of an article.');
  return slug;
}

function imageIn(picture: PageElement, imageSha256: (source: string) => Sha256): ArticleImage {
  const image = only(picture, 'img');
  return {
    sha256: imageSha256(required(image, 'src')),
    alt: asWritten(required(image, 'alt')),
    credit: textIn(only(picture, 'span.credit')),
    licence: textIn(only(picture, 'span.licence')),
  };
}

function sectionIn(section: PageElement): Section {
  const heading = perhaps(section, 'h2');
  return {
    city: asWritten(required(section, 'data-city')),
    heading: heading === null ? null : textIn(heading),
    blocks: elementsIn(section)
      .filter((element) => element !== heading)
      .map(blockIn),
  };
}

function blockIn(element: PageElement): ArticleBlock {
  if (!matches(element, 'figure.quotation')) return { paragraph: partsIn(element) };
  const by = { name: textIn(only(element, 'span.name')), title: textIn(only(element, 'span.office')) };
  return { quote: quoteIn(only(element, 'span.quote')), by };
}

function partsIn(paragraph: PageElement): Part[] {
  const parts: Part[] = [];
  for (const node of paragraph.childNodes) {
    const last = parts.at(-1);
    if ('tagName' in node && matches(node, 'span.quote')) parts.push({ quote: quoteIn(node) });
    else if (typeof last === 'string') parts[parts.length - 1] = last + textIn(node);
    else parts.push(textIn(node));
  }
  return parts;
}

function quoteIn(element: PageElement): Quote {
  const inMarks = textIn(element);
  if (!/^“.*”$/su.test(inMarks)) throw new Error('A quote on the page does not stand in its marks.');
  return { text: inMarks.slice(1, -1), language: attribute(element, 'lang') ?? 'en', source: sourceIn(element) };
}

function sourceIn(quote: PageElement): Quote['source'] {
  if (attribute(quote, 'data-source') === 'supplied') return { kind: 'supplied' };
  const date = attribute(quote, 'data-date');
  const url = attribute(quote, 'data-url');
  return {
    kind: 'speech',
    event: asWritten(required(quote, 'data-event')),
    ...(date === undefined ? {} : { date }),
    ...(url === undefined ? {} : { url: asWritten(url) }),
  };
}

function furtherIn(item: PageElement): FurtherArticle {
  const link = perhaps(item, 'a');
  return {
    category: textIn(only(item, 'p.category')),
    title: textIn(only(item, 'h3')),
    excerpt: textIn(only(item, 'p.excerpt')),
    ...(link ? { url: asWritten(attribute(link, 'data-url') ?? required(link, 'href')) } : {}),
  };
}

function noticeIn(notice: PageElement): Notice {
  const kind = required(notice, 'data-kind') === 'retraction' ? 'retraction' : 'correction';
  return { kind, text: textIn(only(notice, 'p.reason')) };
}

function required(element: PageElement, name: string): string {
  const value = attribute(element, name);
  if (value === undefined) throw new Error(`An element ${element.tagName} of the page has no ${name}.`);
  return value;
}
