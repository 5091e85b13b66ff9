/** @jsxImportSource hono/jsx */
import type { Deadline } from '../../domain/ids.ts';
import { type Onboarding } from '../../domain/onboarding/state.ts';
import { letterShown } from '../../service/letter-shown.ts';
import { openReason, presentApplication, signatoryOf } from '../../service/visitor-questions.ts';
import { printedLetter } from '../../templates/letter-text.ts';
import { filled } from '../../templates/letter-words.ts';
import { ByHandPage } from '../../templates/pages/letter/by-hand-page.tsx';
import { HandOverPage } from '../../templates/pages/letter/hand-over-page.tsx';
import { LetterPage } from '../../templates/pages/letter/letter-page.tsx';
import type { NamedSignatory } from '../../templates/pages/letter/who-signs.tsx';
import { NothingToDoPage } from '../../templates/pages/plain-pages.tsx';
import { inOneLine } from '../../templates/shown-text.ts';
import type { ActName } from './acts.ts';
import type { Filling } from './form-fields.ts';
import { questionForms } from './question-forms.ts';
import { commonOf, formFor, type Showing } from './showing.ts';

/** The pages of a letter's link: the letter itself, and one for each way to answer that has more than a reason to fill in. */
export const letterViews = ['letter', 'by-hand', 'hand-over'] as const;
export type LetterView = (typeof letterViews)[number];

/** The page on which the form of an act stands. */
export function viewOfAct(act: ActName): LetterView {
  if (act === 'upload') return 'by-hand';
  return act === 'name-signatory' ? 'hand-over' : 'letter';
}

/** A page of the letter, for the person who is asked to sign it; for everybody else what they need not do. */
export async function letterView(showing: Showing, view: LetterView) {
  const { door, visitor } = showing;
  const { stage } = visitor.city;
  if (stage.stage !== 'letter' || stage.step !== 'sign' || !isAsked(showing)) return notAsked(showing);
  const common = { ...commonOf(showing), letter: stage.letter, staffDays: door.network.days.letter.staff.limit };
  const signatory = await namedSignatory(showing);
  const who: Filling = [
    ['signatory.name', signatory.name],
    ['signatory.title', signatory.title],
    ['signatory.capacity', signatory.capacity],
  ];
  switch (view) {
    case 'letter':
      return await toSign(showing, { ...common, signatory }, who);
    case 'by-hand':
      return <ByHandPage {...common} form={formFor(showing, 'upload', who)} />;
    case 'hand-over':
      return <HandOverPage {...common} signatory={signatory} form={formFor(showing, 'name-signatory')} />;
    default:
      return view satisfies never;
  }
}

type ToSign = ReturnType<typeof commonOf> &
  Pick<Parameters<typeof LetterPage>[0], 'letter' | 'staffDays' | 'signatory'>;

async function toSign(showing: Showing, common: ToSign, who: Filling) {
  const { door, visitor } = showing;
  const { city, row } = visitor;
  const said = await letterShown(door, row.id);
  if (!said) throw new Error(`The letter of ${row.id} is issued, but its version is not in the configuration.`);
  return (
    <LetterPage
      {...common}
      zone={row.zone}
      printed={printedLetter(said)}
      language="en"
      mandate={said.mandate}
      codeMinutes={door.network.codeMinutes}
      codeUntil={newestCode(showing, common.letter.sha256)}
      returned={await openReason(door, city, { asked: ['return-letter'], answered: ['sign', 'upload'] })}
      forms={{
        'ask-code': formFor(showing, 'ask-code'),
        sign: formFor(showing, 'sign', who),
        decline: formFor(showing, 'decline'),
      }}
      questions={await questionForms(door, visitor, showing.sent)}
    />
  );
}

function isAsked({ visitor: { city, person } }: Showing): boolean {
  const { stage } = city;
  return stage.stage === 'letter' && stage.signatories.some((one) => one.person === person.id && !one.signature);
}

async function namedSignatory({ door, visitor }: Showing): Promise<NamedSignatory> {
  const { city, person } = visitor;
  const { name, title, capacity } = await signatoryOf(door, visitor);
  const { officeHolder } = await presentApplication(door, city);
  const isHolder = capacity === 'office-holder' && person.email === officeHolder.email;
  const term = isHolder ? { start: officeHolder.termStart, end: officeHolder.termEnd } : null;
  return { name, title, capacity, email: person.email, term };
}

/** Until when the newest code for this letter works; null where none was sent, or its time is over. */
function newestCode({ door, visitor: { city, person } }: Showing, sha256: string): Deadline | null {
  const act = city.acts.findLast((one) => one.kind === 'ask-code' && one.person === person.id && one.sha256 === sha256);
  return act?.kind === 'ask-code' && act.until.at > door.clock.now() ? act.until : null;
}

function notAsked(showing: Showing) {
  const { frame, cityName, city, notice } = commonOf(showing);
  const what = waitsForAnother(city) ? filled(frame.words.letter.notYouText, { city: inOneLine(cityName) }) : null;
  return <NothingToDoPage frame={frame} cityName={cityName} city={city} notice={notice} what={what} />;
}

function waitsForAnother({ stage }: Onboarding): boolean {
  return stage.stage === 'letter' && stage.step === 'sign';
}
