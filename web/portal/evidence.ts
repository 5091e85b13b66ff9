import type { Hono } from 'hono';
import type { Door } from '../../service/door.ts';
import { evidencePack } from '../../service/evidence-pack.ts';
import { openLink } from '../../service/invitations.ts';
import { evidenceZip } from '../evidence-zip.ts';
import { frameOf, refusedPage } from './answering.tsx';

/** The evidence of the city's own letter, once it is sealed, for whoever follows the case. */
export function evidenceOfLetter(portal: Hono, door: Door): void {
  portal.get('/:token/evidence.zip', async (context) => {
    const opened = await openLink(door, context.req.param('token'));
    if (!opened.ok) return refusedPage(context, frameOf(door), opened.refusal);
    const { purpose, row } = opened.value;
    if (purpose !== 'status') return refusedPage(context, frameOf(door), { code: 'link-for-other' });
    const pack = await evidencePack(door, row.id);
    if (!pack.ok) return refusedPage(context, frameOf(door), pack.refusal);
    return context.body(await evidenceZip(pack.value, door.network), 200, {
      'content-type': 'application/zip',
      'content-disposition': `attachment; filename="${row.id}-evidence.zip"`,
    });
  });
}
