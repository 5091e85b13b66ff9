/** @jsxImportSource hono/jsx */
import type { Door } from '../../service/door.ts';
import type { Visitor } from '../../service/invitations.ts';
import {
  issued,
  openReason,
  presentApplication,
  presentStatement,
  publishedArticle,
  signatoryOf,
  signedLetter,
} from '../../service/visitor-questions.ts';
import { filled } from '../../templates/letter-words.ts';
import type { Rows } from '../../templates/pages/application-form.tsx';
import { ConfirmPage } from '../../templates/pages/confirm-page.tsx';
import type { FormState } from '../../templates/pages/form-state.ts';
import { LetterPage } from '../../templates/pages/letter-page.tsx';
import { NothingToDoPage } from '../../templates/pages/plain-pages.tsx';
import { StatementPage } from '../../templates/pages/statement-page.tsx';
import { StatusPage } from '../../templates/pages/status-page.tsx';
import { inOneLine } from '../../templates/shown-text.ts';
import type { ActName } from './acts.ts';
import { frameOf } from './answering.tsx';
import { applicationFields, type Filling, statementFields } from './form-fields.ts';
import { questionForms } from './question-forms.ts';
import { newForm } from './submitted.ts';

/** What a link's page is shown with: rows asked for, what was just done, and a form that came back. */
export type Shown = {
  rows: Rows & { blocks: number; quotes: number };
  notice: string | null;
  sent: { act: ActName; state: FormState } | null;
};

type Showing = Shown & { door: Door; visitor: Visitor };

/** The page of a link, as its purpose and the city's stage have it. */
export async function linkPage(door: Door, visitor: Visitor, shown: Shown) {
  const showing = { ...shown, door, visitor };
  switch (visitor.purpose) {
    case 'status':
      return await statusPage(showing);
    case 'letter':
      return await letterPage(showing);
    case 'statement':
      return await statementPage(showing);
    case 'words':
      return await confirmPage(showing);
    default:
      return visitor.purpose satisfies never;
  }
}

function commonOf({ door, visitor, notice }: Showing) {
  const { row, city, token, person } = visitor;
  return { frame: frameOf(door, person.language), here: `/join/${token}`, cityName: row.name, city, notice };
}

function formFor({ sent }: Showing, act: ActName, values: Filling = []): FormState {
  return sent?.act === act ? sent.state : newForm(values);
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
  const letter = { issued: issued(city) !== null, signed: (await signedLetter(door, city)) !== null };
  return (
    <StatusPage
      {...commonOf(showing)}
      reference={row.reference}
      zone={row.zone}
      letter={letter}
      agreed={agreed}
      article={await publishedArticle(door, city)}
      answer={answer}
      withdraw={formFor(showing, 'withdraw')}
      questions={await questionForms(door, visitor, showing.sent)}
    />
  );
}

async function letterPage(showing: Showing) {
  const { door, visitor } = showing;
  const { city, person } = visitor;
  const { stage } = city;
  const mine =
    stage.stage === 'letter' &&
    stage.step === 'sign' &&
    stage.signatories.some((one) => one.person === person.id && one.signature === undefined);
  if (stage.stage !== 'letter' || stage.step !== 'sign' || !mine) return nothingToDo(showing, stage.stage === 'letter');
  const { name, title, capacity } = await signatoryOf(door, visitor);
  const who: Filling = [
    ['signatory.name', name],
    ['signatory.title', title],
    ['signatory.capacity', capacity],
  ];
  return (
    <LetterPage
      {...commonOf(showing)}
      letter={stage.letter}
      signatory={{ name, title, email: person.email }}
      codeMinutes={door.network.codeMinutes}
      returned={await openReason(door, city, { asked: ['return-letter'], answered: ['sign', 'upload'] })}
      forms={{
        'ask-code': formFor(showing, 'ask-code'),
        sign: formFor(showing, 'sign', who),
        upload: formFor(showing, 'upload', who),
        'name-signatory': formFor(showing, 'name-signatory'),
        decline: formFor(showing, 'decline'),
      }}
    />
  );
}

async function statementPage(showing: Showing) {
  const { door, visitor, rows } = showing;
  const { city } = visitor;
  if (city.stage.stage !== 'statement' || city.stage.step !== 'draft') return nothingToDo(showing, false);
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
  if (city.stage.stage !== 'statement' || city.stage.step !== 'confirm' || !statement)
    return nothingToDo(showing, false);
  const { words } = city.stage;
  if (words.speaker !== person.id) return nothingToDo(showing, false);
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

function nothingToDo(showing: Showing, isLetter: boolean) {
  const { frame, cityName, city, notice } = commonOf(showing);
  const { words } = frame;
  const { stage } = city;
  const othersLetter = isLetter && stage.stage === 'letter' && stage.step === 'sign';
  const othersWords = stage.stage === 'statement' && stage.step === 'confirm' && showing.visitor.purpose === 'words';
  const what = othersLetter
    ? filled(words.letter.notYouText, { city: inOneLine(cityName) })
    : othersWords
      ? words.confirm.notYou
      : null;
  return <NothingToDoPage frame={frame} cityName={cityName} city={city} notice={notice} what={what} />;
}
