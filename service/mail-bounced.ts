import { z } from 'zod';
import { parsed } from '../domain/problems.ts';
import { text } from '../domain/text.ts';
import { findCase } from '../records/cases.ts';
import { bounceDelivery, findDelivery } from '../records/deliveries.ts';
import { officeEntry, writeNote } from '../records/office.ts';
import type { StaffMember } from '../records/staff.ts';
import { type Answer, no, wrong, yes } from './answer.ts';
import { actId } from './casework/act-id.ts';
import type { Door } from './door.ts';
import { lacksRole } from './roles.ts';

export const MailBounced = z.strictObject({ id: actId, mail: z.string().min(1).max(400), reason: text(1000) });

/**
 * Notes that a mail came back after it had been accepted, which only people see: in the inbox of the sender. The reason is
 * a note of the case; the same id again changes nothing.
 */
export async function mailBounced(door: Door, member: StaffMember, input: unknown): Promise<Answer<{ mail: string }>> {
  const lacking = lacksRole(member, 'reviewer');
  if (lacking) return lacking;
  const given = parsed(MailBounced, input);
  if (!given.ok) return no({ code: 'invalid', problems: given.problems });
  const { id: act, mail, reason } = given.value;
  const { database } = door.records;
  const delivery = await findDelivery(database, mail);
  const row = delivery?.channel === 'mail' ? await findCase(database, delivery.subject) : null;
  if (!delivery || !row) return no({ code: 'not-found', what: 'document' });
  if (delivery.state !== 'done' && delivery.state !== 'bounced')
    return wrong('mail', 'was not accepted by a mail server, so it cannot have come back');
  const at = door.clock.now();
  const by = { act, actor: member.id, at };
  await bounceDelivery(database, mail, at, officeEntry(row.id, 'mail-bounced', by, { mail }));
  await writeNote(database, row.id, { ...by, text: reason });
  return yes({ mail });
}
