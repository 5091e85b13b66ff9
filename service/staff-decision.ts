import { z } from 'zod';
import { deadlineTime } from '../domain/dates.ts';
import { flagKinds } from '../domain/onboarding/flags.ts';
import { text } from '../domain/text.ts';
import { EvidenceGiven } from './application-for-city.ts';

const reason = text(4000);
const hash = z.string().regex(/^[0-9a-f]{64}$/, 'is not a fingerprint (SHA-256 in hexadecimal)');

/** When the city is told: at once (after the minutes in which it can be taken back), when somebody releases it, or at a moment. */
const telling = z
  .string()
  .refine(
    (written) => written === 'now' || written === 'when-released' || deadlineTime.safeParse(written).success,
    'is neither now nor when-released, nor a date and time with a zone, such as 2027-03-11T09:00[Europe/Brussels]',
  );

/** What staff send with each act. */
export const StaffDecision = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('accept'), reason: reason.optional(), tell: telling.optional() }),
  z.strictObject({ kind: z.literal('return'), reason, tell: telling.optional() }),
  z.strictObject({ kind: z.literal('reject'), reason, tell: telling.optional() }),
  z.strictObject({ kind: z.literal('tell') }),
  z.strictObject({ kind: z.literal('take-back'), reason: reason.optional() }),
  z.strictObject({ kind: z.literal('opinion'), verdict: z.enum(['for', 'against', 'unsure']), reason }),
  z.strictObject({ kind: z.literal('recuse'), reason }),
  z.strictObject({ kind: z.literal('verify'), sha256: hash }),
  z.strictObject({ kind: z.literal('settle'), signatory: text(200), flag: z.enum(flagKinds), reason }),
  z.strictObject({ kind: z.literal('return-letter'), reason }),
  z.strictObject({ kind: z.literal('countersign') }),
  z.strictObject({ kind: z.literal('approve-words'), sha256: hash }),
  z.strictObject({ kind: z.literal('return-words'), reason }),
  z.strictObject({ kind: z.literal('waive-statement'), reason }),
  z.strictObject({ kind: z.literal('waive-announcement'), reason }),
  z.strictObject({ kind: z.literal('wait'), reason, until: deadlineTime }),
  z.strictObject({ kind: z.literal('extend'), reason, until: deadlineTime }),
  z.strictObject({ kind: z.literal('void-letter'), reason }),
  z.strictObject({ kind: z.literal('issue-letter') }),
  z.strictObject({ kind: z.literal('reissue-letter'), reason }),
  z.strictObject({ kind: z.literal('hold'), reason, until: deadlineTime }),
  z.strictObject({ kind: z.literal('resume'), reason: reason.optional() }),
  z.strictObject({ kind: z.literal('reopen'), reason }),
  z.strictObject({ kind: z.literal('withdraw'), reason, evidence: EvidenceGiven.optional() }),
]);
export type StaffDecision = z.output<typeof StaffDecision>;

/** What comes with every act of the staff: an id that makes it one act however often it is sent, and the version they saw. */
export const ActFrame = z.strictObject({
  id: z.string().regex(/^[A-Za-z0-9-]{8,64}$/, 'is not an id of 8 to 64 letters, digits and hyphens'),
  version: z.int().positive(),
  decision: StaffDecision,
});
