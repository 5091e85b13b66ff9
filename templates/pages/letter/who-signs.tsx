/** @jsxImportSource hono/jsx */
import type { MandatePaper } from '../../../domain/case-papers.ts';
import type { Day, Sha256 } from '../../../domain/ids.ts';
import type { Signatory } from '../../../domain/letter-answer.ts';
import { fingerprintWords } from '../../fingerprint-words.ts';
import { filled } from '../../letter-words.ts';
import { inOneLine } from '../../shown-text.ts';
import { shortDayWords } from '../../time-words.ts';
import type { PageWords } from '../words.ts';
import { Facts } from './facts.tsx';

/** Who signs by this link, as the records have it; the term only of whoever holds the office. */
export type NamedSignatory = Pick<Signatory, 'name' | 'title' | 'capacity'> & {
  email: string;
  term: { start: Day; end?: Day | undefined } | null;
};

/** Who signs, in which office and until when, and by what right: what will be checked, before it is signed. */
export function WhoSigns({
  words,
  here,
  signatory,
  mandate: { mandate, document },
  textSha256,
}: {
  words: PageWords;
  here: string;
  signatory: NamedSignatory;
  mandate: MandatePaper;
  /** Of the words of this letter, where it is known. */
  textSha256: Sha256 | null;
}) {
  const day = (of: Day) => shortDayWords(of, words.language);
  return (
    <section>
      <h2>{words.letter.who}</h2>
      <Facts
        rows={[
          [words.letter.youSign, <strong>{inOneLine(signatory.name)}</strong>],
          [words.letter.office, inOneLine(signatory.title)],
          [words.letter.capacity, words.choices.capacity[signatory.capacity]],
          [words.letter.term, signatory.term && termWords(words, signatory.term)],
        ]}
      />
      <p>
        <a href={`${here}/hand-over`}>{words.letter.handOver}</a>
      </p>
      <Facts
        rows={[
          [words.letter.mandate, words.choices['mandate.kind'][mandate.kind]],
          [words.letter.decidedOn, day(mandate.decidedOn)],
          [words.letter.effectiveOn, day(mandate.effectiveOn)],
          [words.letter.reference, inOneLine(mandate.reference)],
          [words.letter.approvedText, approvedWords(words, mandate.textSha256, textSha256)],
          [words.letter.paper, document ? words.letter.paperGiven : null],
        ]}
      />
      <p>
        <a href={`${here}/mandate`}>{words.letter.changeMandate}</a>
      </p>
    </section>
  );
}

function termWords(words: PageWords, { start, end }: { start: Day; end?: Day | undefined }): string {
  const day = (of: Day) => shortDayWords(of, words.language);
  if (end === undefined) return filled(words.letter.since, { start: day(start) });
  return filled(words.letter.fromTo, { start: day(start), end: day(end) });
}

/** Whether the council approved the words of this letter; null where nobody has said which words it approved. */
function approvedWords(words: PageWords, approved: Sha256 | undefined, text: Sha256 | null): string | null {
  if (approved === undefined) return null;
  if (approved === text) return words.letter.approvedThis;
  return filled(words.letter.approvedOther, { text: fingerprintWords(approved) });
}
