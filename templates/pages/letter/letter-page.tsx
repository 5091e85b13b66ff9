/** @jsxImportSource hono/jsx */
import type { MandatePaper } from '../../../domain/case-papers.ts';
import type { Deadline } from '../../../domain/ids.ts';
import type { LetterLanguage } from '../../../domain/letter-language.ts';
import type { FlagKind } from '../../../domain/onboarding/flags.ts';
import type { IssuedLetter, Onboarding } from '../../../domain/onboarding/state.ts';
import type { PrintedLetter } from '../../letter-text.ts';
import { filled } from '../../letter-words.ts';
import { inOneLine } from '../../shown-text.ts';
import type { FormState } from '../form-state.ts';
import { type Frame, Page, ProblemSummary } from '../frame.tsx';
import { By, Fingerprint, Notice, Reason } from '../pieces.tsx';
import { type QuestionForms, Questions } from '../questions.tsx';
import type { PageWords } from '../words.ts';
import { ChooseLanguage } from './choose-language.tsx';
import { Facts } from './facts.tsx';
import { Flagged } from './flagged.tsx';
import { NextSteps } from './next-steps.tsx';
import { Signatories, type SignatoryShown } from './signatories.tsx';
import { Signing } from './signing.tsx';
import { OtherWays } from './ways.tsx';
import { type NamedSignatory, WhoSigns } from './who-signs.tsx';
import { WordsOfLetter } from './words-of-letter.tsx';

export type LetterPageProps = {
  frame: Frame;
  here: string;
  cityName: string;
  city: Onboarding;
  zone: string;
  notice: string | null;
  letter: IssuedLetter;
  /** The words of the letter, and their language as a BCP 47 tag. */
  printed: PrintedLetter;
  language: string;
  signatory: NamedSignatory;
  mandate: MandatePaper;
  /** The other languages in which this version of the letter can be signed; none once somebody has signed. */
  otherLanguages: readonly LetterLanguage[];
  codeMinutes: number;
  codeUntil: Deadline | null;
  /** After how many days staff answer. */
  staffDays: number;
  /** What would be looked at, were it signed today by whoever is named. */
  foreseen: readonly FlagKind[];
  /** Everybody who signs, where it is more than one. */
  signatories: readonly SignatoryShown[];
  /** Why an earlier signature was not accepted. */
  returned: string | null;
  forms: Record<'ask-code' | 'sign' | 'decline' | 'choose-language', FormState>;
  questions: QuestionForms;
};

/** The letter to be read, who signs it and by what right, the signature, and the other ways to answer. */
export function LetterPage(props: LetterPageProps) {
  const { frame, here, cityName, city, letter, signatory, forms, notice, questions } = props;
  const { words } = frame;
  const sent: [string, FormState][] = [
    ...Object.entries(forms),
    ...(questions.ask ? [['ask', questions.ask] satisfies [string, FormState]] : []),
  ];
  const failed = sent.some(([, { problems }]) => problems.length > 0);
  return (
    <Page frame={frame} title={words.letter.title} failed={failed} city={cityName}>
      {sent.map(([form, state]) => (
        <ProblemSummary words={words} form={form} state={state} />
      ))}
      <Notice>{notice}</Notice>
      <section class="panel turn">
        <h1>{words.letter.title}</h1>
        <By words={words} city={city} here={here} />
        <p class="hint">{filled(words.letter.shows, { email: inOneLine(signatory.email) })}</p>
      </section>
      {props.returned !== null && <Reason title={words.letter.returned} reason={props.returned} />}
      {letter.number !== undefined && <p class="notice">{words.letter.replaces}</p>}
      <p>
        <a href="#signature">{words.letter.jump}</a>
      </p>
      <TheLetter words={words} here={here} letter={letter} language={props.language} />
      <ChooseLanguage words={words} here={here} languages={props.otherLanguages} state={forms['choose-language']} />
      <WordsOfLetter words={words} letter={props.printed} language={props.language} />
      <WhoSigns
        words={words}
        here={here}
        signatory={signatory}
        mandate={props.mandate}
        textSha256={letter.textSha256 ?? null}
      />
      {props.signatories.length > 1 && <Signatories words={words} signatories={props.signatories} zone={props.zone} />}
      <Flagged words={words} here={here} flags={props.foreseen.map((kind) => ({ kind }))} foreseen />
      <Signing
        words={words}
        here={here}
        sha256={letter.sha256}
        email={signatory.email}
        codeMinutes={props.codeMinutes}
        codeUntil={props.codeUntil}
        forms={forms}
      />
      <NextSteps words={words} cityName={cityName} days={props.staffDays} />
      <OtherWays words={words} here={here} cityName={cityName} decline={forms.decline} />
      <Questions {...questions} words={words} here={here} zone={props.zone} />
    </Page>
  );
}

function TheLetter({
  words,
  here,
  letter,
  language,
}: {
  words: PageWords;
  here: string;
  letter: IssuedLetter;
  language: string;
}) {
  return (
    <section>
      <h2>{words.letter.facts}</h2>
      <Facts
        rows={[
          [words.letter.version, letter.version],
          [words.letter.language, languageName(words, language)],
          [words.letter.pages, String(letter.pages)],
        ]}
      />
      <Fingerprint words={words} sha256={letter.sha256} />
      <p>
        <a class="button" href={`${here}/letter.pdf`}>
          {words.letter.read}
        </a>
      </p>
    </section>
  );
}

function languageName({ language }: PageWords, of: string): string {
  return new Intl.DisplayNames(language, { type: 'language' }).of(of) ?? of;
}
