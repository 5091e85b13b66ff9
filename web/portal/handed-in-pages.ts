import type { Hono } from 'hono';
import { pagesHandedIn } from '../../service/case-document.ts';
import type { Door } from '../../service/door.ts';
import { openLink } from '../../service/invitations.ts';
import { frameOf, refusedPage } from './answering.tsx';

/** The letter that was handed in last, page by page (from 1), as pictures that are safe to look at. */
export function handedInPages(portal: Hono, door: Door): void {
  portal.get('/:token/scan/:page{[1-9][0-9]?}', async (context) => {
    const opened = await openLink(door, context.req.param('token'));
    if (!opened.ok) return refusedPage(context, frameOf(door), opened.refusal);
    const { purpose, city } = opened.value;
    const pages = purpose === 'status' || purpose === 'letter' ? await pagesHandedIn(door, city) : [];
    const picture = pages[Number(context.req.param('page')) - 1];
    const bytes = picture ? await door.records.documents.get(picture.sha256) : null;
    if (!picture || !bytes) return refusedPage(context, frameOf(door), { code: 'not-found', what: 'document' });
    return context.body(new Uint8Array(bytes), 200, { 'content-type': picture.type });
  });
}
