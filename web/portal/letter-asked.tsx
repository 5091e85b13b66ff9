/** @jsxImportSource hono/jsx */
import { dayIn } from '../../domain/days.ts';
import type { Deadline } from '../../domain/ids.ts';
import { languagesOfLetter } from '../../domain/letter-wording.ts';
import type { IssuedLetter } from '../../domain/onboarding/state.ts';
import { flagsOf } from '../../service/letter/flagging.ts';
import { presentMandate } from '../../service/letter/present-mandate.ts';
import { signatoriesOf } from '../../service/letter/signatories-shown.ts';
import { letterShown } from '../../service/letter-shown.ts';
import { namedAs, openReason, presentApplication, signatoryOf } from '../../service/visitor-questions.ts';
import { printedLetter } from '../../templates/letter-text.ts';
import { LetterPage } from '../../templates/pages/letter/letter-page.tsx';
import type { NamedSignatory } from '../../templates/pages/letter/who-signs.tsx';
import type { Filling } from './form-fields.ts';
import { questionForms } from './question-forms.ts';
import { commonOf, formFor, type Showing } from './showing.ts';

/** The letter, for the person who is asked to sign it. */
export async function letterToSign(showing: Showing, letter: IssuedLetter) {
  const { door, visitor } = showing;
  const { city, row } = visitor;
  const said = await letterShown(door, row.id);
  if (!said) throw new Error(`The letter of ${row.id} is issued, but its version is not in the configuration.`);
  const signatory = await namedSignatory(showing);
  const language = letter.language ?? 'en';
  return (
    <LetterPage
      {...commonOf(showing)}
      letter={letter}
      signatory={signatory}
      staffDays={door.network.days.letter.staff.limit}
      zone={row.zone}
      printed={printedLetter(said)}
      language={language}
      otherLanguages={otherLanguages(showing, letter, language)}
      mandate={await presentMandate(door, city)}
      codeMinutes={door.network.codeMinutes}
      codeUntil={newestCode(showing, letter.sha256)}
      foreseen={
        await flagsOf(door, city, visitor.person, { ...signatory, signedOn: dayIn(door.clock.now(), row.zone) })
      }
      signatories={await signatoriesOf(door, city)}
      returned={await openReason(door, city, { asked: ['return-letter'], answered: ['sign', 'upload'] })}
      forms={{
        'ask-code': formFor(showing, 'ask-code'),
        'choose-language': formFor(showing, 'choose-language'),
        sign: formFor(showing, 'sign', fillingOf(signatory)),
        decline: formFor(showing, 'decline'),
      }}
      questions={await questionForms(door, visitor, showing.sent)}
    />
  );
}

/** Who signs by this link, with the term of office where it is known. */
export async function namedSignatory({ door, visitor }: Showing): Promise<NamedSignatory> {
  const { city, person } = visitor;
  const { name, title, capacity } = await signatoryOf(door, visitor);
  const named = await namedAs(door, visitor);
  const { officeHolder } = await presentApplication(door, city);
  const isHolder = named === null || named.why === 'address';
  const { termStart, termEnd } = isHolder ? officeHolder : named;
  const term = termStart === undefined ? null : { start: termStart, end: termEnd };
  return { name, title, capacity, email: person.email, term };
}

/** What is known of the signatory, filled in where a form asks who signed. */
export function fillingOf({ name, title, capacity }: NamedSignatory): Filling {
  return [
    ['signatory.name', name],
    ['signatory.title', title],
    ['signatory.capacity', capacity],
  ];
}

/** What else this version of the letter can be signed in; nothing once somebody has signed. */
function otherLanguages({ door, visitor }: Showing, { version }: IssuedLetter, language: string) {
  const { stage } = visitor.city;
  const isSigned = stage.stage === 'letter' && stage.signatories.some(({ signature }) => signature !== undefined);
  return isSigned ? [] : languagesOfLetter(door.network, version).filter((one) => one !== language);
}

/** Until when the newest code for this letter works; null where none was sent, or its time is over. */
function newestCode({ door, visitor: { city, person } }: Showing, sha256: string): Deadline | null {
  const act = city.acts.findLast((one) => one.kind === 'ask-code' && one.person === person.id && one.sha256 === sha256);
  return act?.kind === 'ask-code' && act.until.at > door.clock.now() ? act.until : null;
}
