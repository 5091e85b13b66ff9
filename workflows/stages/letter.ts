import type { MailContent } from '../../activities/mail.ts';
import type { ActorId, Deadline } from '../../domain/ids.ts';
import type { Taken } from '../../domain/onboarding/acts.ts';
import { askedNow, askedUntil, opensNextNumber, returnedTo } from '../../domain/onboarding/asking.ts';
import type { Letter } from '../../domain/onboarding/state.ts';
import { askedBy, turningPoint } from '../../domain/onboarding/turning-point.ts';
import { issueLetter, sealLetter } from '../activities.ts';
import type { Desk } from '../desk.ts';
import { mail } from '../letterhead.ts';
import { beginTurn, rest, type Turn } from '../turns.ts';
import { atAnyTime } from './at-any-time.ts';

const staffCheck = { stage: 'letter', waitsFor: 'staff' } as const;

/** The Letter of Intent goes out, is signed, verified and countersigned by two people; then the city is a member. */
export async function letter(desk: Desk): Promise<void> {
  if (!desk.isIn('letter')) return;
  await issue(desk);

  let turn = (await afterwards(desk, turningPoint(desk.city()))) ?? (await askForSignature(desk));
  while (desk.isIn('letter')) {
    const act = await turn.act();
    turn = (await afterwards(desk, act, turn)) ?? turn;
  }
}

async function afterwards(desk: Desk, act: Taken, turn?: Turn): Promise<Turn | null> {
  switch (act.kind) {
    case 'name-signatory':
    case 'set-signatories':
      return (await askWhoJoins(desk, turn)) ? null : await askForSignature(desk);
    case 'reopen':
      return await askForSignature(desk);
    case 'extend':
      return await openWithMoreTime(desk, act.until);
    case 'void-letter':
      return await tellVoid(desk, act);
    case 'issue-letter':
    case 'choose-language':
      await issue(desk);
      return await askForSignature(desk);
    case 'reissue-letter':
      return await issueInstead(desk, act);
    case 'resend':
      if (act.until && !turn?.join) return await openWithMoreTime(desk, act.until);
      return await sendAgain(desk, act);
    case 'sign':
    case 'upload':
      return await afterSignature(desk, act);
    case 'verify':
      return await beginTurn(desk, staffCheck);
    case 'return-letter':
      return await askForSignature(desk);
    case 'countersign':
      await seal(desk);
      return null;
    case 'decline':
      await mail(desk, 'main', { kind: 'declined' });
      return await rest(desk);
    case 'lapsed':
      await mail(desk, 'main', { kind: 'lapsed', what: 'letter' });
      return await rest(desk);
    default:
      await atAnyTime(desk, act);
      return null;
  }
}

/** All have signed: staff look at it. Of several the last of a number asks those of the next; else the others are waited for. */
async function afterSignature(desk: Desk, { signatory }: { signatory: ActorId }): Promise<Turn | null> {
  const { stage } = desk.city();
  if (allHaveSigned(desk)) return await beginTurn(desk, staffCheck);
  return stage.stage === 'letter' && opensNextNumber(stage, signatory) ? await askForSignature(desk) : null;
}

async function issue(desk: Desk): Promise<void> {
  const { case: id, stage, acts } = desk.city();
  if (stage.stage !== 'letter' || stage.step !== 'issue') return;
  const number = acts.filter(({ kind }) => kind === 'letter-issued').length + 1;
  const { application, language } = stage;
  const letter = await issueLetter({
    case: id,
    application,
    at: desk.clock.now(),
    ...(number === 1 ? {} : { number }),
    ...(language ? { language } : {}),
  });
  desk.note({ kind: 'letter-issued', letter });
}

async function askForSignature(
  desk: Desk,
  words?: (by: Deadline, letter: SignableLetter) => MailContent,
): Promise<Turn> {
  const { stage } = desk.city();
  if (stage.stage !== 'letter' || stage.step === 'issue' || stage.step === 'void') return await rest(desk);
  const asked = askedNow(stage);
  if (asked.length === 0) return await beginTurn(desk, staffCheck);
  const to = asked.map(({ person }) => ({ person }));
  const turn = await beginTurn(desk, { stage: 'letter', waitsFor: 'city', reminds: { what: 'letter', to } });
  for (const { person } of to) {
    const content = words?.(turn.limit, stage) ?? signAgain(desk, person, turn.limit) ?? toSign(turn.limit, stage);
    await mail(desk, { person }, content, askedBy(desk.city(), person));
  }
  return turn;
}

/** Whoever signs beside others is asked on days of their own; the others are not asked again. Not so, where nobody is asked still. */
async function askWhoJoins(desk: Desk, turn?: Turn): Promise<boolean> {
  const { stage, due } = desk.city();
  if (!due || !turn?.join || stage.stage !== 'letter' || stage.step !== 'sign') return false;
  const { limit, joined } = await turn.join(askedNow(stage).map(({ person }) => person));
  for (const person of joined) await mail(desk, { person }, toSign(limit, stage), askedBy(desk.city(), person));
  return true;
}

/** The letter had lapsed: whoever has not signed is asked again, and the main contact hears of the new day. */
async function openWithMoreTime(desk: Desk, by: Deadline): Promise<Turn> {
  const turn = await askForSignature(desk);
  await mail(desk, 'main', { kind: 'extended', what: 'others', by });
  return turn;
}

/** Whoever had signed a letter that was returned reads why, also when others sign before them. */
function signAgain(desk: Desk, person: ActorId, by: Deadline): MailContent | null {
  const paper = returnedTo(desk.city(), person);
  return paper === null ? null : { kind: 'letter-returned', paper, by };
}

function toSign(by: Deadline, { letter: { sha256, pages } }: SignableLetter): MailContent {
  return { kind: 'letter-to-sign', sha256, pages, by };
}

/** The same letter once more, to one person; their turn goes on. */
async function sendAgain(desk: Desk, act: Extract<Taken, { kind: 'resend' }>): Promise<null> {
  const { stage, due } = desk.city();
  if (stage.stage !== 'letter' || stage.step !== 'sign' || !due) return null;
  await mail(desk, { person: act.signatory }, toSign(due, stage), act);
  return null;
}

/** Everybody who was asked to sign hears that this letter counts no more; then staff issue another. */
async function tellVoid(desk: Desk, act: Ended): Promise<Turn> {
  const turn = await beginTurn(desk, staffCheck);
  for (const person of askedUntil(desk.city(), act))
    await mail(desk, { person }, { kind: 'letter-void', paper: act.paper });
  return turn;
}

/** Another letter takes the place of this one; whoever had signed it and has to wait for others again hears so at once. */
async function issueInstead(desk: Desk, act: Ended): Promise<Turn> {
  const { paper } = act;
  await issue(desk);
  const turn = await askForSignature(desk, (by, { letter: { sha256, pages } }) => ({
    kind: 'letter-reissued',
    paper,
    sha256,
    pages,
    by,
  }));
  const { stage } = desk.city();
  const askedAgain = stage.stage === 'letter' ? askedNow(stage).map(({ person }) => person) : [];
  for (const person of askedUntil(desk.city(), act))
    if (!askedAgain.includes(person)) await mail(desk, { person }, { kind: 'letter-void', paper });
  return turn;
}

type Ended = Extract<Taken, { kind: 'void-letter' | 'reissue-letter' }>;
type SignableLetter = Exclude<Letter, { step: 'issue' | 'void' }>;

async function seal(desk: Desk): Promise<void> {
  const sealed = await sealLetter({ city: desk.city(), at: desk.clock.now() });
  desk.note({ kind: 'letter-sealed', ...sealed });
}

function allHaveSigned(desk: Desk): boolean {
  const { stage } = desk.city();
  return stage.stage === 'letter' && stage.signatories.every(({ signature }) => signature !== undefined);
}
