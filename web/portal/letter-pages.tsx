/** @jsxImportSource hono/jsx */
import { isAsked } from '../../domain/onboarding/asking.ts';
import type { LetterSignatory, Onboarding, Signature } from '../../domain/onboarding/state.ts';
import { pagesHandedIn } from '../../service/case-document.ts';
import { presentMandate } from '../../service/letter/present-mandate.ts';
import { signatoriesOf } from '../../service/letter/signatories-shown.ts';
import { issued } from '../../service/visitor-questions.ts';
import { filled } from '../../templates/letter-words.ts';
import { ByHandPage } from '../../templates/pages/letter/by-hand-page.tsx';
import { CertificatePage } from '../../templates/pages/letter/certificate-page.tsx';
import { HandOverPage } from '../../templates/pages/letter/hand-over-page.tsx';
import { MandatePage } from '../../templates/pages/letter/mandate-page.tsx';
import { NotYetPage } from '../../templates/pages/letter/not-yet-page.tsx';
import { SignedPage } from '../../templates/pages/letter/signed-page.tsx';
import { NothingToDoPage } from '../../templates/pages/plain-pages.tsx';
import { Questions } from '../../templates/pages/questions.tsx';
import { inOneLine } from '../../templates/shown-text.ts';
import type { Filling } from './form-fields.ts';
import { fillingOf, letterToSign, namedSignatory } from './letter-asked.tsx';
import type { LetterView } from './letter-views.ts';
import { questionForms } from './question-forms.ts';
import { commonOf, formFor, type Showing } from './showing.ts';

/** A page of the letter, for the person who is asked to sign it; for everybody else what they need not do. */
export async function letterView(showing: Showing, view: LetterView) {
  const { stage } = showing.visitor.city;
  const mine = mineOf(showing);
  if (stage.stage !== 'letter' || !mine) return await notAsked(showing);
  if (view === 'mandate' && stage.step !== 'seal') return await mandateView(showing);
  if (mine.signature) return await signed(showing, mine.signature);
  if (stage.step !== 'sign') return await notAsked(showing);
  if (!isAsked(stage, mine.person)) return await notYet(showing);

  const { letter } = stage;
  const staffDays = showing.door.network.days.letter.staff.limit;
  const signatory = await namedSignatory(showing);
  const common = { ...commonOf(showing), letter, signatory };
  const upload = formFor(showing, 'upload', fillingOf(signatory));
  switch (view) {
    case 'letter':
    case 'mandate':
      return await letterToSign(showing, letter);
    case 'by-hand':
      return <ByHandPage {...common} staffDays={staffDays} form={upload} />;
    case 'own-certificate':
      return <CertificatePage {...common} form={upload} />;
    case 'hand-over':
      return <HandOverPage {...common} form={formFor(showing, 'name-signatory')} />;
    default:
      return view satisfies never;
  }
}

/** By what right the city signs, to be changed by whoever signs or by the main contact, until the letter is sealed. */
export async function mandateView(showing: Showing) {
  const { door, visitor } = showing;
  const { mandate } = await presentMandate(door, visitor.city);
  const letter = issued(visitor.city);
  const known: Filling = [
    ['mandate.kind', mandate.kind],
    ['mandate.decidedOn', mandate.decidedOn],
    ['mandate.effectiveOn', mandate.effectiveOn],
    ['mandate.reference', mandate.reference],
    ['mandate.text', mandate.textSha256 ?? ''],
  ];
  return (
    <MandatePage
      {...commonOf(showing)}
      textSha256={letter?.textSha256 ?? null}
      textAddress={letter ? `/letter-text/${encodeURIComponent(letter.version)}/${letter.language ?? 'en'}` : ''}
      form={formFor(showing, 'give-mandate', known)}
    />
  );
}

/** The visitor among those who sign the letter; null where they do not. */
function mineOf({ visitor: { city, person } }: Showing): LetterSignatory | null {
  const { stage } = city;
  return (stage.stage === 'letter' && stage.signatories.find((one) => one.person === person.id)) || null;
}

async function signed(showing: Showing, signature: Signature) {
  const { door, visitor } = showing;
  const last = visitor.city.acts.findLast((act) => act.kind === 'upload');
  const isLast = last?.kind === 'upload' && last.paper === signature.paper;
  return (
    <SignedPage
      {...commonOf(showing)}
      zone={visitor.row.zone}
      signature={signature}
      pictures={isLast ? (await pagesHandedIn(door, visitor.city)).length : 0}
      signatories={await signatoriesOf(door, visitor.city)}
      questions={await questionForms(door, visitor, showing.sent)}
    />
  );
}

async function notYet(showing: Showing) {
  const { door, visitor } = showing;
  const signatories = await signatoriesOf(door, visitor.city);
  return <NotYetPage {...commonOf(showing)} signatories={signatories} zone={visitor.row.zone} />;
}

async function notAsked(showing: Showing) {
  const { frame, here, cityName, city, notice } = commonOf(showing);
  const { door, visitor } = showing;
  const what = waitsForAnother(city) ? filled(frame.words.letter.notYouText, { city: inOneLine(cityName) }) : null;
  const questions = await questionForms(door, visitor, showing.sent);
  return (
    <NothingToDoPage frame={frame} cityName={cityName} city={city} notice={notice} what={what}>
      <Questions {...questions} words={frame.words} here={here} zone={visitor.row.zone} />
    </NothingToDoPage>
  );
}

function waitsForAnother({ stage }: Onboarding): boolean {
  return stage.stage === 'letter' && stage.step === 'sign';
}
