import { noticesOf } from '../../domain/amending.ts';
import type { Article, ArticleBlock } from '../../domain/article.ts';
import type { Network } from '../../domain/network.ts';
import type { Part } from '../../domain/statement.ts';
import { inOneLine, inParagraphs } from '../shown-text.ts';
import { type Words, wordsFor } from './catalogue.ts';
import { asPlainText, type Block, type ComposedMail, inMarks, type MailText } from './content.ts';
import { asHtml } from './html.tsx';

/** An article as a mail to subscribers, without its picture; `address` is where it stands on the website. */
export function composeNewsletter(
  article: Article,
  { network, address }: { network: Network; address: string },
): ComposedMail {
  const words = wordsFor('en');
  const notice = noticesOf(article).at(-1);
  const title = inOneLine(article.title);
  const content: MailText = {
    language: words.language,
    subject: notice?.kind === 'correction' ? words.sentence('newsletter.corrected', { title }) : title,
    blocks: [
      { kind: 'heading', text: title },
      ...(notice ? paragraphs(notice.text) : []),
      ...paragraphs(article.lead),
      ...article.sections.flatMap(({ heading, blocks }): Block[] => [
        ...(heading === null ? [] : [{ kind: 'heading' as const, text: inOneLine(heading) }]),
        ...blocks.flatMap((block) => blocksOf(block, words)),
      ]),
      { kind: 'paragraph', text: words.sentence('newsletter.read', {}) },
      { kind: 'address', address: inOneLine(address) },
    ],
    footer: [
      words.sentence('newsletter.leave', {}),
      words.sentence('footer.sender', { network: inOneLine(network.name), address: network.sender.email }),
    ],
  };
  return { subject: content.subject, text: asPlainText(content), html: asHtml(content) };
}

function blocksOf(block: ArticleBlock, words: Words): Block[] {
  if ('paragraph' in block) return paragraphs(block.paragraph.map(inWords).join(''));
  const by = words.sentence('newsletter.quotedBy', {
    name: inOneLine(block.by.name),
    title: inOneLine(block.by.title),
  });
  return [{ kind: 'quotation', paragraphs: inParagraphs(block.quote.text), by }];
}

function inWords(part: Part): string {
  return typeof part === 'string' ? part : inMarks([part.quote.text]).join('');
}

function paragraphs(written: string): Block[] {
  return inParagraphs(written).map((text) => ({ kind: 'paragraph', text }));
}
