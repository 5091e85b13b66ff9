/** @jsxImportSource hono/jsx */
import { membershipOf, type Onboarding } from '../../domain/onboarding/state.ts';
import type { Door } from '../../service/door.ts';
import type { Visitor } from '../../service/invitations.ts';
import { letterPapers } from '../../service/letter/letter-papers.ts';
import { type SignatoryStanding, signatoriesOf } from '../../service/letter/signatories-shown.ts';
import { signatoryStates } from '../../service/letter/signatory-states.ts';
import { openReason, presentApplication, presentStatement, publishedArticle } from '../../service/visitor-questions.ts';
import { ConfirmPage } from '../../templates/pages/confirm-page.tsx';
import type { SignatoryShown } from '../../templates/pages/letter/signatories.tsx';
import { NothingToDoPage } from '../../templates/pages/plain-pages.tsx';
import { StatementPage } from '../../templates/pages/statement-page.tsx';
import { StatusPage, type StatusPageProps } from '../../templates/pages/status-page.tsx';
import { applicationFields, type Filling, statementFields } from './form-fields.ts';
import { letterView, mandateView } from './letter-pages.tsx';
import { type LetterView, viewOf } from './letter-views.ts';
import { questionForms } from './question-forms.ts';
import { commonOf, formFor, type Showing, type Shown } from './showing.ts';

/** The page of a link, as its purpose and the city's stage have it. */
export async function linkPage(door: Door, visitor: Visitor, shown: Shown, view?: LetterView) {
  const showing = { ...shown, door, visitor };
  const asked = view ?? viewOf(shown.sent);
  switch (visitor.purpose) {
    case 'status':
      return asked === 'mandate' && visitor.city.stage.stage === 'letter'
        ? await mandateView(showing)
        : await statusPage(showing);
    case 'letter':
      return await letterView(showing, asked);
    case 'statement':
      return await statementPage(showing);
    case 'words':
      return await confirmPage(showing);
    default:
      return visitor.purpose satisfies never;
  }
}

async function statusPage(showing: Showing) {
  const { door, visitor, rows } = showing;
  const { city, row } = visitor;
  const { stage } = city;
  const returned = stage.stage === 'review' && stage.waitsFor === 'city';
  const agreed = 'words' in stage && stage.stage !== 'statement' ? await presentStatement(door, city) : null;
  const answer = returned
    ? {
        state: formFor(showing, 'answer', applicationFields(await presentApplication(door, city))),
        rows,
        reason: (await openReason(door, city, { asked: ['return'], answered: ['answer'] })) ?? '',
      }
    : null;
  const signatories = await signatoriesOf(door, city);
  return (
    <StatusPage
      {...commonOf(showing)}
      reference={row.reference}
      zone={row.zone}
      papers={{
        letter: await letterPapers(door, city),
        evidence: membershipOf(stage) !== null,
        agreed,
        article: await publishedArticle(door, city),
      }}
      signatories={await withOpened(door, city, signatories)}
      several={severalForm(showing, signatories)}
      answer={answer}
      withdraw={formFor(showing, 'withdraw')}
      questions={await questionForms(door, visitor, showing.sent)}
    />
  );
}

/** Of whoever is asked, whether the link was opened since. */
async function withOpened(door: Door, city: Onboarding, signatories: SignatoryStanding[]): Promise<SignatoryShown[]> {
  const states = await signatoryStates(door, city);
  return signatories.map((one) => {
    const opened = states.find(({ person }) => person === one.person)?.opened ?? null;
    return one.state === 'asked' && opened !== null ? { ...one, state: 'opened', at: opened } : one;
  });
}

/** The form for who signs, while nobody else is waited for: as it came back, or with those who are named now. */
function severalForm(showing: Showing, signatories: SignatoryStanding[]): StatusPageProps['several'] {
  const { stage } = showing.visitor.city;
  if (stage.stage !== 'letter' || stage.step !== 'sign') return null;
  const known = signatories.map(({ person, name, title, state }) => ({
    person,
    name,
    title,
    hasSigned: state === 'signed',
  }));
  const orders = signatories.map(({ order }, row): [string, string] => [`signatories[${row}].order`, String(order)]);
  return { known, state: formFor(showing, 'set-signatories', orders) };
}

async function statementPage(showing: Showing) {
  const { door, visitor, rows } = showing;
  const { city } = visitor;
  if (city.stage.stage !== 'statement' || city.stage.step !== 'draft') return nothingToDo(showing);
  const last = await presentStatement(door, city);
  const { officeHolder } = await presentApplication(door, city);
  const speaker: Filling = [
    ['speaker.name', officeHolder.name],
    ['speaker.title', officeHolder.title],
    ['speaker.printedName', officeHolder.printedName ?? ''],
  ];
  const asked = { asked: ['change-words' as const, 'return-words' as const], answered: ['draft' as const] };
  return (
    <StatementPage
      {...commonOf(showing)}
      returned={await openReason(door, city, asked)}
      rows={rows}
      forms={{
        draft: formFor(showing, 'draft', last ? statementFields(last) : speaker),
        'waive-statement': formFor(showing, 'waive-statement'),
      }}
    />
  );
}

async function confirmPage(showing: Showing) {
  const { door, visitor } = showing;
  const { city, person } = visitor;
  const statement = await presentStatement(door, city);
  if (city.stage.stage !== 'statement' || city.stage.step !== 'confirm' || !statement) return nothingToDo(showing);
  const { words } = city.stage;
  if (words.speaker !== person.id) return nothingToDo(showing);
  const now = door.clock.now();
  const codeSent = city.acts.some(
    (act) => act.kind === 'ask-code' && act.person === person.id && act.sha256 === words.sha256 && act.until.at > now,
  );
  return (
    <ConfirmPage
      {...commonOf(showing)}
      statement={statement}
      sha256={words.sha256}
      email={person.email}
      codeMinutes={door.network.codeMinutes}
      codeSent={codeSent}
      forms={{
        'ask-code': formFor(showing, 'ask-code'),
        confirm: formFor(showing, 'confirm'),
        'change-words': formFor(showing, 'change-words'),
        'waive-statement': formFor(showing, 'waive-statement'),
      }}
    />
  );
}

function nothingToDo(showing: Showing) {
  const { frame, cityName, city, notice } = commonOf(showing);
  const { stage } = city;
  const othersWords = stage.stage === 'statement' && stage.step === 'confirm' && showing.visitor.purpose === 'words';
  const what = othersWords ? frame.words.confirm.notYou : null;
  return <NothingToDoPage frame={frame} cityName={cityName} city={city} notice={notice} what={what} />;
}
