import { createRoute, z } from '@hono/zod-openapi';
import type { Delivery } from '../../records/deliveries.ts';
import type { Door } from '../../service/door.ts';
import { MailBounced, mailBounced } from '../../service/mail-bounced.ts';
import { MailReport, mailReported } from '../../service/mail-report.ts';
import { listDeliveries, showMailCopy } from '../../service/questions.ts';
import { answers, asItComes, notDone, notThere, routes } from './routes.ts';
import { refused } from './troubles.ts';

/** The mails that went out, by their receipts, and what each said. */
export function mailRoutes(door: Door) {
  return routes()
    .openapi(list, async (c) => c.json(await mails(door), 200))
    .openapi(copy, async (c) => {
      const { id } = c.req.valid('param');
      const said = await showMailCopy(door, id);
      if (said === null) throw refused({ code: 'not-found', what: 'document' });
      return c.json(Copy.parse(said), 200);
    })
    .openapi(bounce, async (c) => {
      const answer = await mailBounced(door, c.get('member'), c.req.valid('json'));
      if (!answer.ok) throw refused(answer.refusal);
      return c.json(answer.value, 200);
    })
    .openapi(report, async (c) => {
      const answer = await mailReported(door, c.get('member'), c.req.valid('json'));
      if (!answer.ok) throw refused(answer.refusal);
      return c.json(answer.value, 200);
    });
}

async function mails(door: Door): Promise<Delivery[]> {
  return (await listDeliveries(door)).filter(({ channel }) => channel === 'mail');
}

const Mail = z
  .object({
    id: z.string(),
    subject: z.string().openapi({ description: 'The id of the case or announcement that it is about.' }),
    channel: z.string(),
    kind: z.string(),
    receiver: z.string().openapi({ description: 'The id of the person; never a name or an address.' }),
    copy: z.string().nullable().openapi({ description: 'The fingerprint of what it said.' }),
    state: z.string().openapi({ description: 'begun, done, failed, deferred, unknown or bounced' }),
    begun_at: z.string(),
    done_at: z.string().nullable(),
    receipt: z.string().nullable(),
  })
  .openapi('Mail') satisfies z.ZodType<Delivery>;

const Copy = z.object({ subject: z.string(), text: z.string(), html: z.string() }).openapi('MailCopy');

const bounce = createRoute({
  method: 'post',
  path: '/bounced',
  summary: 'Notes that a mail came back after it had been accepted; the reason is a note of its case',
  request: { body: { required: true, content: { 'application/json': { schema: asItComes(MailBounced) } } } },
  responses: { 200: answers('The mail', z.object({ mail: z.string() })), ...notDone },
});

const report = createRoute({
  method: 'post',
  path: '/reports',
  summary: 'Reads a mail server’s report that a mail came back (RFC 3464), and notes whose it was',
  request: { body: { required: true, content: { 'application/json': { schema: asItComes(MailReport) } } } },
  responses: { 200: answers('The mail', z.object({ mail: z.string() })), ...notDone },
});

const list = createRoute({
  method: 'get',
  path: '/',
  summary: 'Every mail with its receipt, oldest first',
  responses: { 200: answers('The mails', z.array(Mail)) },
});

const copy = createRoute({
  method: 'get',
  path: '/{id}/copy',
  summary: 'What a mail said, with placeholders for links and codes',
  request: { params: z.object({ id: z.string() }) },
  responses: { 200: answers('The mail', Copy), 404: notThere[404] },
});
