import { createRoute, z } from '@hono/zod-openapi';
import type { Announcement } from '../../domain/announcement/state.ts';
import { AnnouncementPlan } from '../../domain/announcement-plan.ts';
import { actOnAnnouncement } from '../../service/announcement-acts.ts';
import { createAnnouncement } from '../../service/announcement-creation.ts';
import { announcementFrame } from '../../service/announcement-frame.ts';
import { type AnnouncementSummary, listAllAnnouncements } from '../../service/announcement-questions.ts';
import type { Door } from '../../service/door.ts';
import { actFrom, creationFrom, type FormFields } from './announcement-bodies.ts';
import { type AnnouncementFile, announcementFile, previewPage } from './announcement-file.ts';
import { answers, asItComes, notDone, notThere, routes, typed } from './routes.ts';
import { isForm, refused } from './troubles.ts';

/** What staff ask and do about announcements. */
export function announcementRoutes(door: Door) {
  return routes()
    .openapi(list, async (c) => c.json(await listAllAnnouncements(door), 200))
    .openapi(show, async (c) => {
      const file = await announcementFile(door, c.get('member'), c.req.valid('param').id);
      if (!file) throw refused({ code: 'not-found', what: 'announcement' });
      return c.json(file, 200);
    })
    .openapi(preview, async (c) => {
      const page = await previewPage(door, c.req.valid('param').id);
      if (page === null) throw refused({ code: 'not-found', what: 'announcement' });
      return c.html(page, 200);
    })
    .openapi<typeof create, EitherWay<typeof Creation, typeof CreationForm>>(create, async (c) => {
      const input = isForm(c) ? await creationFrom(c.req.valid('form')) : c.req.valid('json');
      const answer = await createAnnouncement(door, c.get('member'), input);
      if (!answer.ok) throw refused(answer.refusal);
      return c.json(answer.value, 201);
    })
    .openapi<typeof act, Named & EitherWay<typeof Act, typeof ActForm>>(act, async (c) => {
      const input = isForm(c) ? await actFrom(c.req.valid('form')) : c.req.valid('json');
      const answer = await actOnAnnouncement(door, c.get('member'), c.req.valid('param').id, input);
      if (!answer.ok) throw refused(answer.refusal);
      return c.json(answer.value, 200);
    });
}

type Named = { in: { param: { id: string } }; out: { param: { id: string } } };
/** What a client sends: JSON, or a form where a picture comes along. */
type EitherWay<Json extends z.ZodType, Form extends z.ZodType> = {
  in: { json?: z.input<Json>; form?: z.input<Form> };
  out: { json: unknown; form: FormFields };
};

const params = z.object({ id: z.string() });

const Shown = typed<AnnouncementFile>(
  'AnnouncementFile',
  'The announcement, its article as it would be published, and its mails.',
);
const Changed = typed<Announcement>(
  'Announcement',
  'The announcement as it stands: version, step, cities and every act.',
);

const Line = z
  .object({
    id: z.string(),
    edition: z.number(),
    title: z.string(),
    slug: z.string(),
    step: z.string(),
    cities: z.number(),
    due: z.string().nullable(),
    overdue: z.boolean(),
    scheduledFor: z.string().nullable(),
    publishedAt: z.string().nullable(),
  })
  .openapi('AnnouncementSummary') satisfies z.ZodType<AnnouncementSummary>;

const Creation = z.strictObject({ id: z.uuid(), plan: AnnouncementPlan, gatherUntil: z.string().optional() });
const Act = announcementFrame(AnnouncementPlan);

const picture = z
  .custom<File>()
  .openapi({ type: 'string', format: 'binary', description: 'PNG, JPEG or WebP, at most 10 MB' });
const inJson = (what: string) => z.string().openapi({ description: `${what}, as JSON.` });
const CreationForm = z.object({
  id: z.string(),
  plan: inJson('The plan'),
  image: picture.optional(),
  gatherUntil: z.string().optional(),
});
const ActForm = z.object({ act: inJson('The act'), image: picture });

const list = createRoute({
  method: 'get',
  path: '/',
  summary: 'All announcements, the newest published first, drafts last',
  responses: { 200: answers('The announcements', z.array(Line)) },
});

const show = createRoute({
  method: 'get',
  path: '/{id}',
  summary: 'An announcement with its article',
  request: { params },
  responses: { 200: answers('The announcement', Shown), 404: notThere[404] },
});

const preview = createRoute({
  method: 'get',
  path: '/{id}/preview',
  summary: 'The page as readers would get it, whole in one file',
  request: { params },
  responses: {
    200: { description: 'The page', content: { 'text/html': { schema: z.string() } } },
    404: notThere[404],
  },
});

const create = createRoute({
  method: 'post',
  path: '/',
  summary:
    'Joins cities in an announcement, waiting until `gatherUntil` for those that are not ready; the same id again answers with the first',
  request: { body: eitherWay(Creation, CreationForm) },
  responses: { 201: answers('The draft', Changed), ...notDone },
});

const act = createRoute({
  method: 'post',
  path: '/{id}/acts',
  summary: 'Approves, edits or drops an announcement; the same id again answers with the first answer',
  request: { params, body: eitherWay(Act, ActForm) },
  responses: { 200: answers('The announcement afterwards', Changed), ...notDone },
});

function eitherWay(json: z.ZodType, form: z.ZodType) {
  return {
    content: { 'application/json': { schema: asItComes(json) }, 'multipart/form-data': { schema: asItComes(form) } },
  };
}
