import type { Command } from 'commander';
import type { Member } from '../../service/members.ts';
import { Troubled } from '../trouble.ts';
import { exportMembers } from './member-export.ts';
import { importMembers } from './member-import.ts';
import { option } from './options.ts';
import { counted, pairs, table } from './table.ts';
import { addVerb } from './verb.ts';

/** Who is a member of the network. */
export function addMember(oasc: Command): void {
  const noun = oasc.command('member').description('who is a member of the network');
  addVerb(noun, {
    call: 'list',
    what: 'every member, whether it joined here or before',
    examples: ['member list --country TR'],
    options: [['--country <code>', 'two letters, such as TR']],
    run: async ({ client, options }) => {
      const country = option(options, 'country')?.toUpperCase();
      const all = await (await client()).get<Member[]>('/members');
      const members = all.filter((one) => (country ?? one.country) === one.country);
      const rows = members.map(({ city, name, country: of, memberSince, origin, stage }) => [
        city,
        name,
        of,
        memberSince,
        origin === 'imported' ? 'joined before' : stage,
      ]);
      const shown = table(['CITY', 'NAME', 'COUNTRY', 'SINCE', 'STAGE'], rows);
      return { data: members, words: `${shown}\n${counted(members.length, 'member', 'members')}` };
    },
  });
  addVerb(noun, {
    call: 'show <city>',
    what: 'what is known of a member',
    examples: ['member show tr-camliova'],
    run: async ({ client, words: [named = ''] }) => {
      const member = memberNamed(await (await client()).get<Member[]>('/members'), named);
      return { data: member, words: memberPage(member) };
    },
  });
  exportMembers(noun);
  importMembers(noun);
}

/** The member that a city id, or words of it, fit alone. */
function memberNamed(members: readonly Member[], named: string): Member {
  const slug = named.trim().toLowerCase();
  const exact = members.filter(({ city, name }) => city === slug || name.toLowerCase() === slug);
  const found = exact.length > 0 ? exact : members.filter(({ city }) => `${city}-`.includes(`-${slug}-`));
  const [only] = found;
  if (!only) throw new Troubled('notFound', 'There is no such member: oasc member list shows them all.');
  if (found.length === 1) return only;
  throw new Troubled('invalid', `That fits several members: ${found.map(({ city }) => city).join(', ')}.`);
}

function memberPage(member: Member): string {
  return `${member.city}\n${pairs([
    ['Name', member.name],
    ['Own name', member.nativeName],
    ['Authority', member.legalName],
    ['Country', member.country],
    ['Website', member.website],
    ['Member since', member.memberSince],
    ['Came', member.origin === 'imported' ? 'before this system, by import' : `by case ${member.case ?? ''}`],
    ['In the directory', member.listed ? 'yes' : 'not before it is announced'],
    ['News', member.news],
  ])}`;
}
