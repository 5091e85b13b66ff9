import type { HonoRequest } from 'hono';

/** Whether somebody asks for a page to read it: programs that look at links ask for its head, or say that they fetch it beforehand. */
export function isToBeRead(request: Pick<HonoRequest, 'method' | 'header'>): boolean {
  const purposes = ['sec-purpose', 'purpose', 'x-purpose', 'x-moz'].map((name) => request.header(name) ?? '');
  return request.method === 'GET' && !purposes.some((purpose) => /prefetch|prerender|preview/i.test(purpose));
}
