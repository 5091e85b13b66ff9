import { z } from 'zod';
import { deadlineTime, zonedTime } from '../domain/dates.ts';
import { text } from '../domain/text.ts';

const hash = z.string().regex(/^[0-9a-f]{64}$/, 'is not a fingerprint (SHA-256 in hexadecimal)');
const reason = text(4000);
/** A city of the announcement, by its id or its case's. */
const named = z.string().min(1).max(160);

/** What staff send with an act on an announcement; `plan` says how closely its plan is looked at. */
export function announcementFrame<Plan extends z.ZodType>(plan: Plan) {
  return z.strictObject({
    id: z.uuid('is not an id: use a random UUID'),
    version: z.int().positive(),
    decision: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('approve'), article: hash }),
      z.strictObject({ kind: z.literal('undo') }),
      z.strictObject({ kind: z.literal('publish') }),
      z.strictObject({ kind: z.literal('edit'), plan, image: z.instanceof(Uint8Array).optional() }),
      z.strictObject({ kind: z.literal('schedule'), at: zonedTime }),
      z.strictObject({ kind: z.literal('lift') }),
      z.strictObject({ kind: z.literal('go-without'), city: named, reason }),
      z.strictObject({ kind: z.literal('wait-until'), reason, until: deadlineTime }),
      z.strictObject({
        kind: z.literal('split'),
        cities: z.array(named).min(1, 'names no city').max(100),
        reason,
        gatherUntil: deadlineTime.optional(),
      }),
      z.strictObject({
        kind: z.literal('correct'),
        plan,
        image: z.instanceof(Uint8Array).optional(),
        /** Words of a city's section, outside its quotes, and what stands there instead. */
        replace: z
          .array(z.strictObject({ city: named, find: text(2000), by: text(2000) }))
          .max(50)
          .optional(),
        reason,
        newsletter: z.boolean().default(false),
      }),
      z.strictObject({ kind: z.literal('retract'), reason, newsletter: z.boolean().default(false) }),
      z.strictObject({ kind: z.literal('wait'), reason, until: deadlineTime }),
      z.strictObject({ kind: z.literal('drop'), reason }),
    ]),
  });
}

/** An act as the door reads it: the plan is parsed where it is checked against what is true. */
export const AnnouncementFrame = announcementFrame(z.unknown());
type Said = z.output<typeof AnnouncementFrame>['decision'];
/** What is public is corrected or taken back by its next edition; anything else is said of the edition that is open. */
export type SaidOfPublished = Extract<Said, { kind: 'correct' | 'retract' }>;
export type SaidOfAnnouncement = Exclude<Said, SaidOfPublished>;
