import type { MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import type { Log } from '../worker/log.ts';

/**
 * Notes each request: its method, the pattern of its path, status and milliseconds. The path itself stays out, since
 * links let their holders in. Reading is noted at level debug, acting at info, faults as warnings.
 */
export function requestLog(log: Log): MiddlewareHandler {
  return async (c, next) => {
    const began = performance.now();
    await next();
    const { method } = c.req;
    const { status } = c.res;
    const what = { method, route: routePath(c), status, ms: Math.round(performance.now() - began) };
    if (status >= 500) log.warn(what, 'request');
    else if (method === 'GET' || method === 'HEAD') log.debug(what, 'request');
    else log.info(what, 'request');
  };
}
