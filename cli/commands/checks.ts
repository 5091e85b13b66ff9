import { basename } from 'node:path';
import type { Command } from 'commander';
import { exitCodes } from '../trouble.ts';
import { sha256Of } from './saving.ts';
import { pairs } from './table.ts';
import { bytesOf } from './upload.ts';
import { addVerb, type Said } from './verb.ts';

/** What the public record says of a statement's fingerprint: what it is, and of whom. */
export type Checked = { known: boolean; found: { what: string; city: string; name: string; day: string | null }[] };

/** Adds `statement check`: are these the words that were approved? Needs no account. */
export function statementCheck(noun: Command): void {
  addVerb(noun, {
    call: 'check <file>',
    what: 'whether statement.json, or the text of one quote, is what a mayor confirmed and staff approved; needs no account',
    examples: ['statement check statement.json', 'statement check quote.txt'],
    run: async ({ words: [path = ''], publicClient }) => {
      const bytes = await bytesOf(path);
      const asked = await fingerprintOf(path, Buffer.from(bytes).toString('utf8'));
      const checked = await (await publicClient()).post<Checked>('/statements/check', asked);
      return told(path, asked.sha256, checked, 'Nobody’s approved words are these.');
    },
  });
}

/** The fingerprint of a statement as it is approved, or of a quote’s text alone. */
async function fingerprintOf(path: string, written: string): Promise<{ sha256: string }> {
  if (!path.endsWith('.json')) return { sha256: sha256Of(written.replace(/\r\n?/g, '\n').trim()) };
  const { readStatement } = await import('./read-statement.ts');
  return { sha256: await readStatement(path, written) };
}

function told(path: string, sha256: string, { known, found }: Checked, none: string): Said {
  const shown = found.map(({ what, name, city, day }) =>
    pairs([
      ['It is', what],
      ['Of', `${name} (${city})`],
      ['Since', day],
    ]),
  );
  return {
    data: { file: basename(path), sha256, known, found },
    words: [known ? `${basename(path)} is known here.` : none, ...shown, `  Fingerprint ${sha256}`].join('\n'),
    ...(known ? {} : { exitCode: exitCodes.notFound }),
  };
}
