/** @jsxImportSource hono/jsx */
import type { Block, Quote } from '../../domain/statement.ts';
import { filled } from '../letter-words.ts';
import { codeOf, inOneLine } from '../shown-text.ts';
import type { PageWords } from './words.ts';

/** The words of a section exactly as they will be printed, line ends and spaces included; hidden signs are shown by their number. */
export function ExactWords({
  words,
  heading,
  blocks,
}: {
  words: PageWords;
  heading: string | null;
  blocks: readonly Block[];
}) {
  return (
    <div class="exact">
      {heading !== null && <h2 dir="auto">{exact(heading)}</h2>}
      {blocks.map((block) =>
        'quote' in block ? (
          <blockquote lang={block.quote.language} dir="auto">
            <p>{exact(block.quote.text)}</p>
            <Source words={words} quote={block.quote} />
          </blockquote>
        ) : (
          <p dir="auto">
            {block.paragraph.map((part) =>
              typeof part === 'string' ? (
                exact(part)
              ) : (
                <q lang={part.quote.language} dir="auto">
                  {exact(part.quote.text)}
                </q>
              ),
            )}
          </p>
        ),
      )}
    </div>
  );
}

function Source({ words, quote: { source } }: { words: PageWords; quote: Quote }) {
  if (source.kind === 'supplied') return <></>;
  return <p class="hint">{filled(words.confirm.from, { event: inOneLine(source.event) })}</p>;
}

/** Text letter for letter; only signs that nobody would see, or that would turn what is seen, are written out. */
export function exact(written: string): string {
  return written
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cn}\p{Default_Ignorable_Code_Point}]/gu, (sign) =>
      sign === '\n' || sign === '\t' ? sign : codeOf(sign),
    );
}
