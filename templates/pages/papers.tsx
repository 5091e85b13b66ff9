/** @jsxImportSource hono/jsx */
import type { Statement } from '../../domain/statement.ts';
import { filled } from '../letter-words.ts';
import { inOneLine } from '../shown-text.ts';
import { sizeWords } from '../size-words.ts';
import { ExactWords } from './exact-words.tsx';
import type { PageWords } from './words.ts';

/** A document of the letter: the last part of its address, what it is, and its size in bytes. */
export type PaperShown = {
  kind: keyof PageWords['status']['letterPapers'];
  name: string;
  type: string;
  size: number;
};

export type PapersProps = {
  words: PageWords;
  here: string;
  cityName: string;
  letter: readonly PaperShown[];
  /** The city is a member: all that proves its letter can be had as one file. */
  evidence: boolean;
  agreed: Statement | null;
  /** The article that announced the city. */
  article: { title: string; path: string } | null;
  /** The city has chosen to give no quote. */
  withoutWords: boolean;
};

/** What was written together: the letter in each form with its size, the agreed words, the article. */
export function Papers({ words, here, cityName, letter, evidence, agreed, article, withoutWords }: PapersProps) {
  if (letter.length === 0 && !agreed && !withoutWords) return <></>;
  return (
    <section>
      <h2>{words.status.papers}</h2>
      <ul class="plain">
        {article && (
          <li>
            {words.status.article}{' '}
            <a href={article.path} dir="auto">
              {inOneLine(article.title)}
            </a>
          </li>
        )}
        {letter.map(({ kind, name, type, size }) => (
          <li>
            <a href={`${here}/${name}`}>{words.status.letterPapers[kind]}</a>{' '}
            <span class="quiet">{[typeWords(type), sizeWords(size, words.language)].join(', ')}</span>
          </li>
        ))}
        {evidence && (
          <li>
            <a href={`${here}/evidence.zip`}>{words.status.evidence}</a> <span class="quiet">ZIP</span>
          </li>
        )}
        {withoutWords && <li>{filled(words.status.noWords, { city: inOneLine(cityName) })}</li>}
      </ul>
      {agreed && (
        <details>
          <summary>{words.status.words}</summary>
          <ExactWords words={words} {...agreed.section} />
        </details>
      )}
    </section>
  );
}

function typeWords(type: string): string {
  return (type.split('/')[1] ?? type).toUpperCase();
}
