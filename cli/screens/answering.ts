import type { StaffClient } from '../staff-client.ts';
import type { Answer, Question } from './events.ts';
import type { Row } from './known.ts';

/** How many rows a list shows at most: what is not among them is found by the filter. */
const listLimit = 200;

/** Asks the staff API a question of the screens. */
export async function answering(client: StaffClient, question: Question): Promise<Answer> {
  // A screen that waits long looks frozen: it says that nobody answers, and tries again.
  const signal = AbortSignal.timeout(10_000);
  switch (question.about) {
    case 'me':
      return { about: 'me', me: await client.get('/me', { signal }) };
    case 'counts':
      return { about: 'counts', counts: await client.get('/cases/counts', { signal }) };
    case 'announcements':
      return { about: 'announcements', announcements: await client.get('/announcements', { signal }) };
    case 'list': {
      const { view, filter } = question;
      const query = { view, q: filter.trim() === '' ? undefined : filter.trim(), limit: listLimit };
      return { about: 'list', view, filter, rows: await client.get('/cases', { query, signal }) };
    }
    case 'mail': {
      const { subject, text } = await client.get<{ subject: string; text: string }>(
        `/mails/${encodeURIComponent(question.id)}/copy`,
        { signal },
      );
      return { about: 'text', what: question, paragraphs: [subject, '', ...text.split('\n')] };
    }
    case 'letter': {
      const path = `/cases/${encodeURIComponent(question.case)}/letter`;
      const { paragraphs } = await client.get<{ paragraphs: string[] }>(path, { signal });
      return { about: 'text', what: question, paragraphs: paragraphs.flatMap((one) => [one, '']) };
    }
    case 'staff':
      return { about: 'staff', staff: await client.get('/staff', { signal }) };
    case 'candidates':
      return { about: 'candidates', rows: await candidates(client, signal) };
    case 'outbox':
      return { about: 'outbox', rows: await client.get('/outbox', { signal }) };
    case 'announcement': {
      const { id } = question;
      return {
        about: 'announcement',
        id,
        file: await client.get(`/announcements/${encodeURIComponent(id)}`, { signal }),
      };
    }
    case 'case':
      return {
        about: 'case',
        case: question.case,
        file: await client.get(`/cases/${encodeURIComponent(question.case)}`, { signal }),
      };
    default:
      return question satisfies never;
  }
}

/** Cities that are ready to be announced, and members that will be: an announcement may gather those. */
async function candidates(client: StaffClient, signal: AbortSignal): Promise<Row[]> {
  const stages = ['announcement', 'statement', 'letter'];
  const query = (stage: string) => ({ stage, limit: listLimit });
  return (
    await Promise.all(stages.map((stage) => client.get<Row[]>('/cases', { query: query(stage), signal })))
  ).flat();
}
