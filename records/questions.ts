import type { ActorId, CaseId, Instant, PaperId } from '../domain/ids.ts';
import type { Onboarding } from '../domain/onboarding/state.ts';
import type { Note } from './office.ts';
import { appendedNow, changeCase, officeEntry } from './office.ts';
import { type Paper, readPaper, writePaper } from './papers.ts';
import type { Database, Row } from './schema.ts';

/** A question of one side to the other, and what was replied; `open` while there is no reply. */
export type Question = Note & { from: 'city' | 'staff'; open: boolean; answers: Note[] };
export type QuestionRow = Row<'questions'>;

type Said = { act: string; actor: ActorId; at: Instant; text: string };

/** The paper on which a question or a reply stands. */
export function questionPaper(kind: 'question' | 'reply', id: CaseId, { act, actor, at, text }: Said): Paper {
  return { id: `${id}/${kind}/${act}`, subject: id, kind, body: { text }, sha256: null, actor, at };
}

/** Writes a question of the city to the office; the same id again changes nothing. */
export async function writeCityQuestion(database: Database, id: CaseId, said: Said): Promise<void> {
  await database.transaction().execute(async (change) => {
    const paper = await writePaper(change, questionPaper('question', id, said));
    await askedOnce(change, id, { ...said, paper: paper.id, asked_of: 'office' });
    await appendedNow(change, officeEntry(id, 'asked-office', said, { paper: paper.id }));
    await recount(change, id);
  });
}

/** Writes what the city replies to a question of the office; false where somebody has replied before. */
export async function writeCityReply(database: Database, id: CaseId, question: string, said: Said): Promise<boolean> {
  return await database.transaction().execute(async (change) => {
    const paper = await writePaper(change, questionPaper('reply', id, said));
    if (!(await repliedOnce(change, id, question, { ...said, paper: paper.id }))) return false;
    await appendedNow(change, officeEntry(id, 'answered-office', said, { question, paper: paper.id }));
    await recount(change, id);
    return true;
  });
}

/** Notes the questions and replies of the office that the process has taken; whoever writes a case next fills in what is missing. */
export async function noteOfficeQuestions(change: Database, { case: id, acts }: Onboarding): Promise<void> {
  const asked = acts.filter((act) => act.kind === 'ask-city');
  const replied = acts.filter((act) => act.kind === 'reply');
  for (const { id: act, actor, at, paper } of asked)
    await askedOnce(change, id, { act, actor, at, paper, asked_of: 'city' });
  for (const { id: act, actor, at, paper, question } of replied)
    await repliedOnce(change, id, question, { act, actor, at, paper });
  if (asked.length + replied.length > 0) await recount(change, id);
}

/** One question of a case; null where there is none. */
export async function findQuestion(database: Database, id: CaseId, question: string): Promise<QuestionRow | null> {
  return (
    (await database.selectFrom('questions').selectAll().where('id', '=', rowId(id, question)).executeTakeFirst()) ??
    null
  );
}

/** The questions of a case, oldest first, with what was replied. */
export async function questionsOf(database: Database, id: CaseId): Promise<Question[]> {
  const rows = await database
    .selectFrom('questions')
    .selectAll()
    .where('case_id', '=', id)
    .orderBy('at')
    .orderBy('id')
    .execute();
  return await Promise.all(rows.map((row) => questionOf(database, row)));
}

/** How many questions the city has asked since an instant. */
export async function askedSince(database: Database, id: CaseId, since: Instant): Promise<number> {
  const { asked } = await database
    .selectFrom('questions')
    .select(({ fn }) => fn.countAll().as('asked'))
    .where('case_id', '=', id)
    .where('asked_of', '=', 'office')
    .where('at', '>', since)
    .executeTakeFirstOrThrow();
  return Number(asked);
}

/** The words of a question or a reply. */
export async function wordsOf(database: Database, paper: PaperId): Promise<string> {
  const kept = await readPaper(database, paper);
  return kept ? (kept.body as { text: string }).text : '';
}

async function askedOnce(
  change: Database,
  id: CaseId,
  of: { act: string; actor: ActorId; at: Instant; paper: PaperId; asked_of: 'city' | 'office' },
): Promise<void> {
  const { act, actor: asker, at, paper, asked_of } = of;
  await change
    .insertInto('questions')
    .values({ id: rowId(id, act), case_id: id, asked_of, asker, at, paper })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
}

/** Whether this reply is the one that stands, now or from before. */
async function repliedOnce(
  change: Database,
  id: CaseId,
  question: string,
  of: { act: string; actor: ActorId; at: Instant; paper: PaperId },
): Promise<boolean> {
  await change
    .updateTable('questions')
    .set({ reply: of.paper, replier: of.actor, replied_at: of.at })
    .where('id', '=', rowId(id, question))
    .where('reply', 'is', null)
    .execute();
  return (await findQuestion(change, id, question))?.reply === of.paper;
}

async function recount(change: Database, id: CaseId): Promise<void> {
  const open = await change
    .selectFrom('questions')
    .select('asked_of')
    .where('case_id', '=', id)
    .where('reply', 'is', null)
    .execute();
  const counts = { questions: open.length, asked_us: open.filter(({ asked_of }) => asked_of === 'office').length };
  const before = await change
    .selectFrom('cases')
    .select(['questions', 'asked_us'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (before?.questions !== counts.questions || before.asked_us !== counts.asked_us)
    await changeCase(change, id, counts);
}

async function questionOf(database: Database, row: QuestionRow): Promise<Question> {
  const { id, asker, at, paper, asked_of, reply, replier, replied_at } = row;
  const question = id.slice(id.lastIndexOf('/') + 1);
  const answers =
    reply === null || replier === null || replied_at === null
      ? []
      : [
          {
            id: reply.slice(reply.lastIndexOf('/') + 1),
            by: replier,
            at: replied_at,
            text: await wordsOf(database, reply),
          },
        ];
  const text = await wordsOf(database, paper);
  return {
    id: question,
    by: asker,
    at,
    text,
    from: asked_of === 'city' ? 'staff' : 'city',
    open: answers.length === 0,
    answers,
  };
}

function rowId(id: CaseId, act: string): string {
  return `${id}/${act}`;
}
