import type { Network } from '../../domain/network.ts';
import { inOneLine } from '../shown-text.ts';
import { type Words, wordsFor } from './catalogue.ts';
import { asPlainText, type ComposedMail, type MailText } from './content.ts';
import { asHtml } from './html.tsx';
import type { Mail } from './mail-kinds.ts';
import { toldOf } from './told.ts';

export type { Mail };

/** Who sends a mail, and to whom; `language` is a BCP 47 tag, and English is written where it has no catalogue. */
export type MailFrame = { network: Network; to: { name: string; email: string; language: string } };

/** A mail in the reader's language, as text and as HTML with the same content; the same mail gives the same characters. */
export function composeMail(mail: Mail, { network, to }: MailFrame): ComposedMail {
  const words = wordsFor(to.language);
  const { key, gaps, blocks } = toldOf(mail, words);
  const all = { ...gaps, city: inOneLine(mail.city), network: inOneLine(network.name) };
  const content: MailText = {
    language: words.language,
    subject: words.sentence(`${key}.subject`, all),
    blocks: words.paragraphs(`${key}.text`).map((paragraph, index) => {
      const name = /^{{(\w+)}}$/.exec(paragraph)?.[1];
      const block = name === undefined ? undefined : blocks[name];
      return block ?? { kind: 'paragraph', text: words.sentence(`${key}.text.${index}`, all) };
    }),
    footer: footerOf(words, {
      city: all.city,
      network: all.network,
      address: network.sender.email,
      name: inOneLine(to.name),
    }),
  };
  return { subject: content.subject, text: asPlainText(content), html: asHtml(content) };
}

function footerOf(words: Words, gaps: Record<'city' | 'network' | 'address' | 'name', string>): string[] {
  return [words.sentence('footer.why', gaps), words.sentence('footer.sender', gaps)];
}
