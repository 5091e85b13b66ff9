import { randomUUID } from 'node:crypto';
import type { Command } from 'commander';
import type { StaffMember } from '../../records/staff.ts';
import { needed, option } from './options.ts';
import { staffNamed } from './staff-named.ts';
import { moment, pairs } from './table.ts';
import { addVerb, type Call, type Said } from './verb.ts';

type Away = { staff: string; deputy: string; from: string; until: string };
type Me = StaffMember & { network: { name: string; zone: string }; undoMinutes: number; absence: Away | null };

/** Adds `staff me`, `staff away` and `staff back`: whose token this is, and who looks after their cases meanwhile. */
export function addAbsence(noun: Command): void {
  addVerb(noun, {
    call: 'me',
    what: 'whose token this is, and when they are away',
    examples: ['staff me'],
    run: async ({ client }) => {
      const me = await (await client()).get<Me>('/me');
      const { name, roles, network, absence } = me;
      const away = absence && `${moment(absence.from)} to ${moment(absence.until)}`;
      return {
        data: me,
        words: `${name}\n${pairs([
          ['Roles', roles.join(', ')],
          ['Network', network.name],
          ['Away', away],
        ])}`,
      };
    },
  });
  addVerb(noun, {
    call: 'away',
    what: 'say when you are away; a deputy looks after your cases, and four eyes stay four',
    examples: ['staff away --from 2027-07-01 --until 2027-07-14 --deputy "Bram Okafor"'],
    options: [
      ['--from <day>', 'the first day, such as 2027-07-01'],
      ['--until <day>', 'the last day'],
      ['--deputy <person>', 'a colleague, by name or id'],
      ['--id <id>', 'the id of this act'],
    ],
    run: away,
  });
  addVerb(noun, {
    call: 'back',
    what: 'say that you are back, or do not go after all',
    examples: ['staff back'],
    run: async ({ client }) => {
      await (await client()).delete<null>('/me/absence');
      return { data: { absence: null }, words: 'You look after your own cases.' };
    },
  });
}

async function away({ client, options }: Call): Promise<Said> {
  const [from, until, named] = [needed(options, 'from'), needed(options, 'until'), needed(options, 'deputy')];
  const api = await client();
  const deputy = staffNamed(await api.get<StaffMember[]>('/staff'), named);
  const absence = await api.post<Away>('/me/absence', {
    id: option(options, 'id') ?? randomUUID(),
    from,
    until,
    deputy: deputy.id,
  });
  return {
    data: absence,
    words: `${deputy.name} looks after your cases from ${moment(absence.from)} to ${moment(absence.until)}.`,
  };
}
