import { randomUUID } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import type { Records } from '../../records/records.ts';
import type { DoorClock } from '../../service/door.ts';
import { isToBeRead } from './to-be-read.ts';

/**
 * Shows a page of the portal again that was worked out before, as long as nothing in the records has changed and the
 * second is the same. Every visitor gets forms with ids of their own, so that no two forms are taken for one.
 */
export function pageCache(records: Pick<Records, 'revision'>, clock: DoorClock): MiddlewareHandler {
  const pages = new Map<string, Kept>();
  return async (context, next) => {
    const { url } = context.req;
    // A page that was fetched beforehand is not kept: whoever reads it afterwards is to be noted as its reader.
    if (!isToBeRead(context.req) || url.includes('?')) return await next();
    // Asked before the page is worked out: what changes meanwhile makes it another one.
    const state = `${await records.revision.now()} ${clock.now().slice(0, 19)}`;
    const known = pages.get(url);
    if (known?.state === state) return new Response(written(known), { headers: known.headers });
    await next();
    const { res } = context;
    if (res.status !== 200 || !res.headers.get('content-type')?.startsWith('text/html')) return;
    if (pages.size >= most) pages.clear();
    const html = await res.text();
    pages.set(url, kept(state, html, res));
    context.res = new Response(html, res);
  };
}

type Kept = { state: string; headers: Record<string, string>; pieces: string[]; forms: number[] };

const most = 500;
const formIds = /(?<=<input type="hidden" name="form" value=")[0-9a-f-]{36}(?=")/g;

function kept(state: string, html: string, { headers }: Response): Kept {
  const ids = html.match(formIds) ?? [];
  const different = [...new Set(ids)];
  return {
    state,
    headers: Object.fromEntries(headers),
    pieces: html.split(formIds),
    forms: ids.map((id) => different.indexOf(id)),
  };
}

function written({ pieces, forms }: Kept): string {
  const ids: string[] = [];
  return pieces
    .map((piece, index) => {
      const form = forms[index];
      return form === undefined ? piece : piece + (ids[form] ??= randomUUID());
    })
    .join('');
}
