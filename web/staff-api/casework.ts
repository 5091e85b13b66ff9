import { createRoute, z } from '@hono/zod-openapi';
import type { Onboarding } from '../../domain/onboarding/state.ts';
import { Assignment, assign } from '../../service/casework/assigning.ts';
import { declareApart, KeepingApart, Merging, merge } from '../../service/casework/duplicates.ts';
import { addNote, NewNote } from '../../service/casework/notes.ts';
import { askCity, replyToCity, Words } from '../../service/casework/questions.ts';
import type { Door } from '../../service/door.ts';
import { caseMeant, caseParams } from './case-meant.ts';
import { answers, asItComes, notDone, routes, typed } from './routes.ts';
import { shownDuplicate } from './shown.ts';
import { refused } from './troubles.ts';

/** What the office does about a case beside its decisions. */
export function caseworkRoutes(door: Door) {
  return routes()
    .openapi(assigning, async (c) => {
      const id = await caseMeant(door, c.req.valid('param').case);
      const answer = await assign(door, c.get('member'), id, c.req.valid('json'));
      if (!answer.ok) throw refused(answer.refusal);
      return c.json(answer.value, 200);
    })
    .openapi(noting, async (c) => {
      const id = await caseMeant(door, c.req.valid('param').case);
      const answer = await addNote(door, c.get('member'), id, c.req.valid('json'));
      if (!answer.ok) throw refused(answer.refusal);
      return c.json(answer.value, 201);
    })
    .openapi(asking, async (c) => {
      const id = await caseMeant(door, c.req.valid('param').case);
      const answer = await askCity(door, c.get('member'), id, c.req.valid('json'));
      if (!answer.ok) throw refused(answer.refusal);
      return c.json(answer.value, 201);
    })
    .openapi(merging, async (c) => {
      const id = await caseMeant(door, c.req.valid('param').case);
      const answer = await merge(door, c.get('member'), id, c.req.valid('json'));
      if (!answer.ok) throw refused(answer.refusal);
      return c.json(answer.value, 200);
    })
    .openapi(keepingApart, async (c) => {
      const id = await caseMeant(door, c.req.valid('param').case);
      const answer = await declareApart(door, c.get('member'), id, c.req.valid('json'));
      if (!answer.ok) throw refused(answer.refusal);
      return c.json({ duplicates: answer.value.map(shownDuplicate) }, 200);
    })
    .openapi(replying, async (c) => {
      const { case: given, question } = c.req.valid('param');
      const id = await caseMeant(door, given);
      const answer = await replyToCity(door, c.get('member'), id, question, c.req.valid('json'));
      if (!answer.ok) throw refused(answer.refusal);
      return c.json(answer.value, 200);
    });
}

const Assigned = z.object({ case: z.string(), assignee: z.string().nullable() }).openapi('Assigned');
const Note = z.object({ id: z.string(), by: z.string(), at: z.string(), text: z.string() }).openapi('Note');

const assigning = createRoute({
  method: 'post',
  path: '/{case}/assign',
  summary: 'Gives a case to a colleague, or to nobody (null)',
  request: { params: caseParams, body: bodyOf(Assignment) },
  responses: { 200: answers('Who has it now', Assigned), ...notDone },
});

const noting = createRoute({
  method: 'post',
  path: '/{case}/notes',
  summary: 'Writes a note that only staff read; the same id again is the same note',
  request: { params: caseParams, body: bodyOf(NewNote) },
  responses: { 201: answers('The note', Note), ...notDone },
});

const Asked = Note.extend({
  from: z.enum(['city', 'staff']),
  open: z.boolean(),
  answers: z.array(Note),
}).openapi('Question');

const Superseded = typed<Onboarding>('SupersededCase', 'The case as it stands: superseded, with every act.');
const Duplicate = z
  .object({
    case: z.string().openapi({ description: 'The other case, or the city of a member from before.' }),
    name: z.string(),
    reasons: z.array(z.string()),
    state: z.enum(['open', 'kept-apart', 'merged']),
  })
  .openapi('Duplicate');

const asking = createRoute({
  method: 'post',
  path: '/{case}/questions',
  summary: 'Asks the city a question; it gets a mail with a link to answer',
  request: { params: caseParams, body: bodyOf(Words) },
  responses: { 201: answers('The question', Asked), ...notDone },
});

const replying = createRoute({
  method: 'post',
  path: '/{case}/questions/{question}/reply',
  summary: 'Replies to a question of the city; whoever asked gets a mail',
  request: { params: caseParams.extend({ question: z.string() }), body: bodyOf(Words) },
  responses: { 200: answers('The question with its answer', Asked), ...notDone },
});

const merging = createRoute({
  method: 'post',
  path: '/{case}/merge',
  summary: 'Closes a case because another one is the same application; the city is told',
  request: { params: caseParams, body: bodyOf(Merging) },
  responses: { 200: answers('The case, closed', Superseded), ...notDone },
});

const keepingApart = createRoute({
  method: 'post',
  path: '/{case}/keep-apart',
  summary: 'Says that two cases look alike and are not the same',
  request: { params: caseParams, body: bodyOf(KeepingApart) },
  responses: {
    200: answers('All possible duplicates of the case', z.object({ duplicates: z.array(Duplicate) })),
    ...notDone,
  },
});

function bodyOf<Schema extends z.ZodType>(schema: Schema) {
  return { required: true, content: { 'application/json': { schema: asItComes(schema) } } };
}
