import { z } from '@hono/zod-openapi';
import type { Absence } from '../../service/casework/absences.ts';

/** What a member of staff may do. */
export const Role = z.enum(['reviewer', 'editor', 'approver', 'administrator']);

/** When somebody is away, and who stands in for them. */
export const Away = z
  .object({ staff: z.string(), deputy: z.string(), from: z.string(), until: z.string() })
  .openapi('Absence') satisfies z.ZodType<Absence>;
