import { z } from 'zod';
import { deliveryReportIn } from '../domain/delivery-report.ts';
import { markOf } from '../domain/message-id.ts';
import { parsed } from '../domain/problems.ts';
import { allDeliveries } from '../records/deliveries.ts';
import type { StaffMember } from '../records/staff.ts';
import { type Answer, no, wrong } from './answer.ts';
import { actId } from './casework/act-id.ts';
import type { Door } from './door.ts';
import { mailBounced } from './mail-bounced.ts';
import { lacksRole } from './roles.ts';

/** A whole report as it came, headers and all; at most a megabyte. */
export const MailReport = z.strictObject({ id: actId, report: z.string().min(1).max(1_000_000) });

/**
 * Reads a report of a mail server that a mail came back, finds which mail of ours it names, and notes it as `mailBounced`
 * does. The report itself is not kept: the address in it is in the records already.
 */
export async function mailReported(door: Door, member: StaffMember, input: unknown): Promise<Answer<{ mail: string }>> {
  const lacking = lacksRole(member, 'reviewer');
  if (lacking) return lacking;
  const given = parsed(MailReport, input);
  if (!given.ok) return no({ code: 'invalid', problems: given.problems });
  const { id, report } = given.value;
  const said = deliveryReportIn(report);
  if (!said) return wrong('report', 'is not the report of a mail server (RFC 3464): save the whole mail as it came');
  if (!said.failed) return wrong('report', 'says that the mail is only delayed: the server goes on trying');
  const mails = await allDeliveries(door.records.database);
  const mail = mails.find((one) => one.channel === 'mail' && said.marks.includes(markOf(one.id)));
  if (!mail) return wrong('report', 'names no mail of ours by its Message-ID: note it by hand, oasc mail bounce');
  const reason = `The receiver’s server answered: ${said.diagnostic || 'no reason given'}`.slice(0, 1000);
  return await mailBounced(door, member, { id, mail: mail.id, reason });
}
