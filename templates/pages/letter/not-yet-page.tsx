/** @jsxImportSource hono/jsx */
import { filled } from '../../letter-words.ts';
import { inOneLine } from '../../shown-text.ts';
import { type Frame, Page } from '../frame.tsx';
import { Signatories, type SignatoryShown } from './signatories.tsx';

/** Somebody who signs after others, before it is their turn. */
export function NotYetPage({
  frame,
  here,
  cityName,
  signatories,
  zone,
}: {
  frame: Frame;
  here: string;
  cityName: string;
  signatories: readonly SignatoryShown[];
  zone: string;
}) {
  const { letter } = frame.words;
  return (
    <Page frame={frame} title={letter.notYet} city={cityName}>
      <section class="panel">
        <h1>{letter.notYet}</h1>
        <p class="lead">{filled(letter.notYetText, { city: inOneLine(cityName) })}</p>
      </section>
      <p>
        <a class="button" href={`${here}/letter.pdf`}>
          {letter.read}
        </a>
      </p>
      <Signatories words={frame.words} signatories={signatories} zone={zone} />
    </Page>
  );
}
