import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { HTTPException } from 'hono/http-exception';
import type { Door } from '../../service/door.ts';
import { staffOf } from '../../service/staff.ts';
import type { StaffEnv } from './routes.ts';
import { isForm, trouble } from './troubles.ts';

/** Lets members of staff in by their token, and nobody else. */
export function authenticated(door: Door): MiddlewareHandler<StaffEnv> {
  return async (c, next) => {
    const token = /^Bearer +(oasc_[\w-]+)$/i.exec(c.req.header('authorization') ?? '')?.[1];
    const member = token === undefined ? null : await staffOf(door, token);
    if (!member) throw turnedAway(token !== undefined);
    c.set('member', member);
    return await next();
  };
}

const megabyte = 1024 * 1024;

/** Refuses bodies over 21 MB with a letter in them, over 12 MB with a picture or a whole import, and over 1 MB else. */
export const notTooLarge: MiddlewareHandler<StaffEnv> = async (c, next) => {
  if (isForm(c) && /\/(scan|letters\/check)$/.test(c.req.path)) return await atMost(21)(c, next);
  return await atMost(isForm(c) || c.req.path.endsWith('/import') ? 12 : 1)(c, next);
};

function atMost(megabytes: number): MiddlewareHandler {
  const message = `That is too large: send at most ${megabytes} MB.`;
  return bodyLimit({
    maxSize: megabytes * megabyte,
    onError: () => {
      // What is left of the body is not read, so the connection cannot carry another request.
      throw trouble(413, { code: 'too-large', message }, { connection: 'close' });
    },
  });
}

function turnedAway(known: boolean): HTTPException {
  const message = known
    ? 'This token is not known here: ask an administrator for another.'
    : 'Send your token with the request: Authorization: Bearer oasc_…';
  return trouble(401, { code: 'unauthorised', message }, { 'www-authenticate': 'Bearer realm="staff"' });
}
