import type { Command } from 'commander';
import type { StaffMember } from '../../records/staff.ts';
import { moment, table } from './table.ts';
import { addVerb } from './verb.ts';

/** What every line of the outbox says, whatever it is about. */
type Outgoing = {
  of: 'case' | 'announcement';
  id: string;
  name: string;
  by: string;
  goesAt: string | null;
  pending?: { kind?: string };
};

/** Adds `outbox list`: what has been decided and has not gone out yet. */
export function addOutbox(oasc: Command): void {
  const noun = oasc.command('outbox').description('what has been decided and has not gone out yet');
  addVerb(noun, {
    call: 'list',
    what: 'what goes out next, and what waits until somebody releases it',
    examples: ['outbox list'],
    run: async ({ client }) => {
      const api = await client();
      const all = await api.get<Outgoing[]>('/outbox');
      const names = new Map((await api.get<StaffMember[]>('/staff')).map(({ id, name }) => [id, name]));
      const rows = all.map(({ of, id, name, by, goesAt, pending }) => [
        goesAt === null ? 'when released' : moment(goesAt),
        pending?.kind ?? (of === 'announcement' ? 'announcement' : 'decision'),
        name,
        names.get(by) ?? by,
        id,
      ]);
      const words = all.length === 0 ? 'Nothing waits to go out.' : table(['GOES', 'WHAT', 'ABOUT', 'BY', 'ID'], rows);
      return { data: all, words };
    },
  });
}
