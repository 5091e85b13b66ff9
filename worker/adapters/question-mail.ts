import type { MailContent } from '../../activities/mail.ts';
import type { CaseId } from '../../domain/ids.ts';
import { findCase } from '../../records/cases.ts';
import { readPaper } from '../../records/papers.ts';
import { findQuestion, wordsOf } from '../../records/questions.ts';
import type { Database } from '../../records/schema.ts';
import { everybody } from '../../records/staff.ts';

type Asked = Extract<MailContent, { kind: 'question' | 'reply' | 'superseded' }>;

/** What was asked and replied between office and city, with the name of whoever of the office says it. */
export async function questionIn(database: Database, id: CaseId, content: Asked) {
  switch (content.kind) {
    case 'superseded':
      return { kind: content.kind, reference: (await findCase(database, content.into))?.reference ?? content.into };
    case 'question':
      return {
        kind: content.kind,
        question: await wordsOf(database, content.paper),
        asker: await authorOf(database, content.paper),
      };
    case 'reply': {
      const asked = await findQuestion(database, id, content.question);
      return {
        kind: content.kind,
        question: asked ? await wordsOf(database, asked.paper) : '',
        reply: await wordsOf(database, content.paper),
        replier: await authorOf(database, content.paper),
      };
    }
    default:
      return content satisfies never;
  }
}

async function authorOf(database: Database, paper: string): Promise<string> {
  const actor = (await readPaper(database, paper))?.actor;
  return (await everybody(database)).find(({ id }) => id === actor)?.name ?? '';
}
