/** @jsxImportSource hono/jsx */
import type { Party, PrintedLetter } from '../../letter-text.ts';
import type { PageWords } from '../words.ts';

/** The letter itself, to be read on the page in its own language: the words of the PDF, in their order. */
export function WordsOfLetter({
  words,
  letter,
  language,
}: {
  words: PageWords;
  letter: PrintedLetter;
  language: string;
}) {
  return (
    <section aria-labelledby="words-of-letter">
      <h2 id="words-of-letter">{words.letter.words}</h2>
      <p class="hint">{words.letter.wordsHint}</p>
      <article class="sheet" lang={language}>
        <p class="quiet">{[letter.version, letter.reference, letter.date].join(' · ')}</p>
        <h3>{letter.title}</h3>
        <p class="quiet">{letter.between}</p>
        <Side party={letter.authority} />
        <p class="quiet">{letter.and}</p>
        <Side party={letter.party} />
        {letter.opening.map(paragraph)}
        <h4>{letter.commitmentsHeading}</h4>
        <ol>
          {letter.commitments.map((paragraphs) => (
            <li>{paragraphs.map(paragraph)}</li>
          ))}
        </ol>
        {letter.closing.map(paragraph)}
        <h4>{letter.mandateHeading}</h4>
        {letter.mandate.map(paragraph)}
      </article>
    </section>
  );
}

function Side({ party: { name, lines } }: { party: Party }) {
  return (
    <p dir="auto">
      <strong>{name}</strong>
      {lines.map((line) => (
        <>
          <br />
          {line}
        </>
      ))}
    </p>
  );
}

function paragraph(text: string) {
  return <p dir="auto">{text}</p>;
}
