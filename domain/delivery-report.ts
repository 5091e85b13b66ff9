import { marksIn } from './message-id.ts';

/** What a delivery report says (RFC 3464): the mails that it names by their marks, whether they failed for good, and why. */
export type DeliveryReport = { marks: string[]; failed: boolean; diagnostic: string };

/**
 * Reads a report that came back to the sender. Only what failed for good counts as come back: a mail that is delayed is
 * tried on by the server that reports it. Null where the text is no such report.
 */
export function deliveryReportIn(message: string): DeliveryReport | null {
  const unfolded = message.replace(/\r\n?/g, '\n').replace(/\n[ \t]+/g, ' ');
  if (!/^Content-Type:\s*message\/(global-)?delivery-status/im.test(unfolded)) return null;
  const field = (name: string) => new RegExp(`^${name}:\\s*(.+)$`, 'im').exec(unfolded)?.[1]?.trim();
  const action = field('Action')?.toLowerCase();
  const status = field('Status');
  const diagnostic = [status, field('Diagnostic-Code')].filter((part) => part !== undefined).join('; ');
  return { marks: marksIn(unfolded), failed: action === 'failed' || (status?.startsWith('5') ?? false), diagnostic };
}
