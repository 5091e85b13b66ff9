import { setTimeout as pause } from 'node:timers/promises';
import { readAnswer, unreachable } from './staff-answers.ts';
import type { StaffPlace } from './staff-place.ts';
import { Troubled } from './trouble.ts';

/**
 * The staff API, as commands and screens ask it. Paths stand below `/api`; every no is thrown as `Troubled`, whose exit
 * code and sentence are ready to be told. What was asked before and has not changed is not sent again (ETag).
 */
export type StaffClient = {
  url: string;
  get<Value>(path: string, asked?: Asked): Promise<Value>;
  post<Value>(path: string, body: object | FormData, asked?: Asked): Promise<Value>;
  delete<Value>(path: string, body?: object, asked?: Asked): Promise<Value>;
  /** A file: a letter, a scan, an export. */
  download(path: string, asked?: Asked): Promise<{ bytes: Uint8Array<ArrayBuffer>; type: string }>;
};

/** What may go with a question: `query` leaves out what is undefined; `signal` gives it up. */
export type Asked = { query?: Record<string, string | number | boolean | undefined>; signal?: AbortSignal };

/** How long an answer is waited for, in milliseconds: longer than the door waits for a workflow. */
const patience = 30_000;

/**
 * `reopens` is how long somebody who does not answer at all is tried again, in milliseconds: a service that was killed is
 * back within seconds, and every act carries an id by which it is taken once. `stopped` gives everything up.
 */
export function staffClient(
  { url, token }: StaffPlace,
  { reopens = 0, stopped }: { reopens?: number; stopped?: AbortSignal } = {},
): StaffClient {
  const known = new Map<string, { etag: string; value: unknown }>();

  const send = async (method: string, path: string, { query = {}, signal }: Asked, more: Sent = {}) => {
    const address = `${url}/api${path}${queryOf(query)}`;
    const given = [...(signal ? [signal] : []), ...(stopped ? [stopped] : [])];
    const headers = { ...(token === null ? {} : { authorization: `Bearer ${token}` }), ...more.headers };
    const until = Date.now() + reopens;
    for (;;) {
      const limit = AbortSignal.any([AbortSignal.timeout(patience), ...given]);
      try {
        return await fetch(address, { ...more, method, headers, signal: limit });
      } catch (error) {
        if (stopped?.aborted) throw new Troubled('interrupted', 'Interrupted.');
        if (signal?.aborted) throw error;
        if (limit.aborted || Date.now() >= until) throw unreachable(url, error);
        await pause(250);
      }
    }
  };

  return {
    url,
    get: async <Value>(path: string, asked: Asked = {}) => {
      const key = `${path}${queryOf(asked.query ?? {})}`;
      const before = known.get(key);
      const response = await send('GET', path, asked, before ? { headers: { 'if-none-match': before.etag } } : {});
      if (response.status === 304 && before) return before.value as Value;
      const value = await readAnswer<Value>(response);
      const etag = response.headers.get('etag');
      if (etag) known.set(key, { etag, value });
      return value;
    },
    post: async <Value>(path: string, body: object | FormData, asked: Asked = {}) =>
      await readAnswer<Value>(await send('POST', path, asked, bodyOf(body))),
    delete: async <Value>(path: string, body?: object, asked: Asked = {}) =>
      await readAnswer<Value>(await send('DELETE', path, asked, body ? bodyOf(body) : {})),
    download: async (path, asked = {}) => {
      const response = await send('GET', path, asked);
      if (!response.ok) await readAnswer(response);
      const type = response.headers.get('content-type') ?? 'application/octet-stream';
      return { bytes: new Uint8Array(await response.arrayBuffer()), type };
    },
  };
}

type Sent = { headers?: Record<string, string>; body?: string | FormData };

function bodyOf(body: object | FormData): Sent {
  if (body instanceof FormData) return { body };
  return { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
}

function queryOf(query: NonNullable<Asked['query']>): string {
  const given = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)] as [string, string]],
  );
  return given.length === 0 ? '' : `?${new URLSearchParams(given).toString()}`;
}
