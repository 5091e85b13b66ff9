import { randomUUID } from 'node:crypto';
import type { CaseFile } from '../../service/questions.ts';
import type { StaffDecision } from '../../service/staff-decision.ts';
import { within } from './inbox.ts';

/** A member of the network's staff, as they act: through the staff API, with a token of their own. */
export type Officer = {
  name: string;
  cases(): Promise<CaseFile['summary'][]>;
  show(id: string): Promise<CaseFile>;
  /** Waits until a case is where it can be acted upon, then acts on what is seen there. */
  act(id: string, when: (file: CaseFile) => boolean, decide: (file: CaseFile) => StaffDecision): Promise<void>;
  ask<Value>(path: string): Promise<Value>;
  post<Value>(path: string, body: FormData | object): Promise<Value>;
  fetchDocument(path: string): Promise<Uint8Array>;
};

export function createOfficer(name: string, token: string, address: string, fetch = globalThis.fetch): Officer {
  const call = async (path: string, init: { method?: string; body?: FormData | string } = {}): Promise<Response> => {
    const response = await fetch(`${address}/api${path}`, { ...init, headers: headersFor(token, init.body) });
    if (!response.ok)
      throw new Error(`The staff API answered ${response.status} to ${name} at ${path}: ${await response.text()}`);
    return response;
  };
  const ask = async <Value>(path: string) => (await (await call(path)).json()) as Value;
  const post = async <Value>(path: string, body: FormData | object) => {
    return (await (
      await call(path, { method: 'POST', body: body instanceof FormData ? body : JSON.stringify(body) })
    ).json()) as Value;
  };
  const show = (id: string) => ask<CaseFile>(`/cases/${id}`);
  return {
    name,
    cases: () => ask('/cases'),
    show,
    ask,
    post,
    act: async (id, when, decide) => {
      const file = await within(`${id} to be ready for ${name}`, async () => {
        const seen = await show(id);
        return when(seen) ? seen : null;
      });
      await post(`/cases/${id}/acts`, { id: randomUUID(), version: file.view.version, decision: decide(file) });
    },
    fetchDocument: async (path) => new Uint8Array(await (await call(path)).arrayBuffer()),
  };
}

function headersFor(token: string, body: FormData | string | undefined): Record<string, string> {
  const authorization = `Bearer ${token}`;
  return typeof body === 'string' ? { authorization, 'content-type': 'application/json' } : { authorization };
}
