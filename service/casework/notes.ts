import { z } from 'zod';
import type { CaseId } from '../../domain/ids.ts';
import { parsed } from '../../domain/problems.ts';
import { text } from '../../domain/text.ts';
import { findCase } from '../../records/cases.ts';
import { type Note, writeNote } from '../../records/office.ts';
import type { StaffMember } from '../../records/staff.ts';
import { type Answer, no, yes } from '../answer.ts';
import type { Door } from '../door.ts';
import { actId } from './act-id.ts';

export const NewNote = z.strictObject({ id: actId, text: text(4000) });

/** Writes down what colleagues should know of a case; cities never see it. */
export async function addNote(door: Door, member: StaffMember, id: CaseId, input: unknown): Promise<Answer<Note>> {
  const given = parsed(NewNote, input);
  if (!given.ok) return no({ code: 'invalid', problems: given.problems });
  const { database } = door.records;
  if (!(await findCase(database, id))) return no({ code: 'not-found', what: 'case' });
  const { id: act, text: written } = given.value;
  return yes(await writeNote(database, id, { act, actor: member.id, at: door.clock.now(), text: written }));
}
