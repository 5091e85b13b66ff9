import { relative } from 'node:path';
import { fingerprintWords } from '../../templates/fingerprint-words.ts';
import { inOneLine } from '../../templates/shown-text.ts';
import type { Summary } from './report.ts';

/**
 * The last lines of a demonstration whose folder stays: what is public now, and where to look. While the site is open at
 * an address, that comes first, and files are named from the folder on; else each stands with its whole path.
 */
export function ending(summary: Summary, site: string | null): string {
  const { announcement, audit } = summary;
  const same = announcement.sha256 === announcement.publishedSha256;
  const words = `published ${same ? 'exactly as approved' : 'OTHERWISE than approved'}, fingerprint`;
  return [
    '',
    `Published: ${inOneLine(announcement.title)}`,
    '',
    ...(site === null ? [] : openPages(announcement.url, site)),
    ...filesIn(summary, site !== null),
    '',
    'Checked',
    ...row('Words', [`${words} ${fingerprintWords(announcement.publishedSha256)}`]),
    ...row('Audit', [
      `${audit.entries} entries, ${audit.verified ? 'verified' : 'NOT verified'}; again: npx oasc audit verify`,
    ]),
    ...(site === null ? [] : ['', 'Ctrl-C ends the demonstration.']),
    '',
  ].join('\n');
}

function openPages(article: string, site: string): string[] {
  return [
    'Open in a browser, until Ctrl-C',
    ...row('Article', [article]),
    ...row('Site', [`${site}/`]),
    ...row('Portal', [`${site}/join`]),
    '',
  ];
}

function filesIn({ announcement, onboardings, mails, dataFolder }: Summary, open: boolean): string[] {
  const folder = dataFolder ?? '';
  const named = (file: string | null) => (file === null ? [] : [open ? relative(folder, file) : file]);
  const { html, rss, atom, json } = announcement.files;
  return [
    `Files in ${folder}, until the next demonstration`,
    ...row('Article', named(html)),
    ...row('Feeds', [rss, atom, json].flatMap(named)),
    ...row(
      'Letters',
      onboardings.flatMap(({ letter }) => named(letter.file)),
    ),
    ...row('Mails', [`${open ? '' : `${folder}/`}mails/, ${mails.length} of them; a mail program opens each`]),
  ];
}

function row(name: string, values: readonly string[]): string[] {
  return values.map((value, index) => `  ${(index === 0 ? name : '').padEnd(8)}  ${value}`);
}
