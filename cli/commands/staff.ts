import { randomUUID } from 'node:crypto';
import type { Command } from 'commander';
import type { StaffMember } from '../../records/staff.ts';
import { addAbsence } from './absence.ts';
import { needed, option } from './options.ts';
import { staffNamed } from './staff-named.ts';
import { table } from './table.ts';
import { addVerb, type Call, type Said } from './verb.ts';

/** Who works here, and may decide what. */
export function addStaff(oasc: Command): void {
  const noun = oasc.command('staff').description('who works here, and may decide what');
  addVerb(noun, {
    call: 'list',
    what: 'everybody on the staff',
    examples: ['staff list'],
    run: async ({ client }) => {
      const staff = await (await client()).get<StaffMember[]>('/staff');
      return {
        data: staff,
        words: table(
          ['NAME', 'ROLES', 'ID'],
          staff.map(({ id, name, roles }) => [name, roles.join(', '), id]),
        ),
      };
    },
  });
  addVerb(noun, {
    call: 'add <name>',
    what: 'add somebody; their token is shown this once',
    examples: ['staff add "Ada Lindqvist" --roles reviewer,approver'],
    options: [
      ['--roles <roles>', 'reviewer, editor, approver, administrator; with commas between'],
      ['--id <id>', 'the id of this act'],
    ],
    run: add,
  });
  addVerb(noun, {
    call: 'revoke <person>',
    what: 'let a token count no longer; what they did stays',
    examples: ['staff revoke "Ada Lindqvist"'],
    run: revoke,
  });
  addAbsence(noun);
}

async function add({ client, options, words: [name = ''] }: Call): Promise<Said> {
  const roles = needed(options, 'roles')
    .split(',')
    .map((role) => role.trim());
  const id = option(options, 'id') ?? randomUUID();
  const added = await (await client()).post<StaffMember & { token: string }>('/staff', { id, name, roles });
  return { data: added, words: `Added. The token is shown this once: hand it over safely.\n  ${added.token}` };
}

async function revoke({ client, words: [named = ''] }: Call): Promise<Said> {
  const api = await client();
  const { id } = staffNamed(await api.get<StaffMember[]>('/staff'), named);
  const gone = await api.delete<object>(`/staff/${encodeURIComponent(id)}`);
  return { data: { id, ...gone }, words: `Revoked: ${named} can decide nothing any more.` };
}
