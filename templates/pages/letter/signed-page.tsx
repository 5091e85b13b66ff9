/** @jsxImportSource hono/jsx */
import { type Onboarding, type Signature, waitsFor } from '../../../domain/onboarding/state.ts';
import { filled } from '../../letter-words.ts';
import { instantWords } from '../../time-words.ts';
import { type Frame, Page } from '../frame.tsx';
import { Fingerprint, Notice } from '../pieces.tsx';
import { type QuestionForms, Questions } from '../questions.tsx';
import { Turn } from '../turn.tsx';
import { Facts } from './facts.tsx';
import { Flagged } from './flagged.tsx';
import { Signatories, type SignatoryShown } from './signatories.tsx';

export type SignedPageProps = {
  frame: Frame;
  here: string;
  cityName: string;
  city: Onboarding;
  zone: string;
  notice: string | null;
  signature: Signature;
  /** How many pages of what was sent in can be shown as pictures; they lie at `<here>/scan/<n>`. */
  pictures: number;
  signatories: readonly SignatoryShown[];
  questions: QuestionForms;
};

/** What a signatory sees once they have signed: what was signed and how, what staff look at, and what happens next. */
export function SignedPage(props: SignedPageProps) {
  const { frame, here, cityName, city, zone, signature, questions } = props;
  const { words } = frame;
  const isHere = signature.signing === 'electronic';
  const waits = waitsFor(city.stage) === 'city';
  return (
    <Page frame={frame} title={words.letter.signed} city={cityName}>
      <Notice>{props.notice}</Notice>
      <section class="panel">
        <h1>{words.letter.signed}</h1>
        {waits ? (
          <p class="lead">{words.letter.signedWaits}</p>
        ) : (
          <Turn words={words} city={city} cityName={cityName} here={null} />
        )}
      </section>
      <Flagged words={words} here={here} flags={signature.flags} />
      <Facts
        rows={[
          [isHere ? words.letter.signedOn : words.letter.cameInOn, instantWords(signature.at, zone, words.language)],
          [words.letter.signedHow, words.letter.how[signature.signing]],
        ]}
      />
      <Fingerprint words={words} sha256={signature.sha256} />
      <Pictures words={words} here={here} pages={props.pictures} />
      <Signatories words={words} signatories={props.signatories} zone={zone} />
      {!isHere && <p>{words.letter.wrongFile}</p>}
      <Questions {...questions} words={words} here={here} zone={zone} />
    </Page>
  );
}

function Pictures({ words, here, pages }: { words: Frame['words']; here: string; pages: number }) {
  if (pages === 0) return <></>;
  return (
    <section>
      <h2>{words.letter.pictures}</h2>
      <ol class="pictures">
        {Array.from({ length: pages }, (_, index) => (
          <li>
            <a href={`${here}/scan/${index + 1}`}>
              <img
                src={`${here}/scan/${index + 1}`}
                alt={filled(words.letter.picture, { number: String(index + 1), pages: String(pages) })}
                loading="lazy"
              />
            </a>
          </li>
        ))}
      </ol>
    </section>
  );
}
