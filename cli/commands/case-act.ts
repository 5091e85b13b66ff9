import { randomUUID } from 'node:crypto';
import type { Command } from 'commander';
import type { Onboarding } from '../../domain/onboarding/state.ts';
import type { CaseFile } from '../../web/staff-api/shown.ts';
import type { StaffClient } from '../staff-client.ts';
import { repeatable, tellingWhatChanged } from './act-trouble.ts';
import { actOptions, neededWords, numberOf, option, reasonOptions, wordsOf } from './options.ts';
import { standing } from './standing.ts';
import { addVerb, type Call, type Option, type Said } from './verb.ts';

/** A decision about a case, as a verb: what it says comes from the options, and from the case as it is read now. */
export type CaseAct = {
  call: string;
  what: string;
  kind: string;
  example: string;
  reason?: 'needed' | 'possible';
  options?: readonly Option[];
  more?(call: Call, file: CaseFile): object | Promise<object>;
};

/** Adds a verb that decides about a case. It reads the case first, and decides on that version unless another is given. */
export function addCaseAct(noun: Command, act: CaseAct): void {
  addVerb(noun, {
    call: act.call,
    what: act.what,
    examples: [act.example],
    options: [...(act.reason ? reasonOptions : []), ...(act.options ?? []), ...actOptions],
    run: (call) => decide(call, act),
  });
}

async function decide(call: Call, { kind, reason, more }: CaseAct): Promise<Said> {
  const client = await call.client();
  const why = reason === 'needed' ? await neededWords(call, 'reason') : reason && (await wordsOf(call, 'reason'));
  const file = await readCase(client, call.words[0] ?? '');
  const id = option(call.options, 'id') ?? randomUUID();
  const version = numberOf(call.options, 'version') ?? file.view.version;
  const decision = { kind, ...(why === undefined ? {} : { reason: why }), ...(await more?.(call, file)) };
  const view = await client
    .post<Onboarding>(`/cases/${file.view.case}/acts`, { id, version, decision })
    .catch(async (error: unknown) => {
      throw await tellingWhatChanged(repeatable(error, id), version, async () => {
        return (await readCase(client, file.view.case)).view;
      });
    });
  return { data: { act: id, ...view }, words: `Done. ${standing(file.summary.name, view)}` };
}

/** A case by any name that fits it alone. */
export async function readCase(client: StaffClient, named: string): Promise<CaseFile> {
  return await client.get<CaseFile>(`/cases/${encodeURIComponent(named)}`);
}
