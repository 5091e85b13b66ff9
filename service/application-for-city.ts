import { z } from 'zod';
import { Application } from '../domain/application.ts';
import { toldTooEarly } from '../domain/in-the-future.ts';
import { parsed } from '../domain/problems.ts';
import type { StaffMember } from '../records/staff.ts';
import { type Answer, no } from './answer.ts';
import { type Applied, apply } from './apply.ts';
import type { Door } from './door.ts';
import { lacksRole } from './roles.ts';

/** On what evidence the staff act for a city. */
export const EvidenceGiven = z.enum(['mail', 'call', 'paper']);

/** What staff send with an application that they hand in for a city. */
export const ApplicationForCity = z.strictObject({
  id: z.string().regex(/^[A-Za-z0-9-]{8,64}$/, 'is not an id of 8 to 64 letters, digits and hyphens'),
  evidence: EvidenceGiven,
  application: Application,
});

/** Hands an application in on behalf of a city; whoever does so cannot accept it. The same id again answers with the first case. */
export async function applyForCity(door: Door, member: StaffMember, input: unknown): Promise<Answer<Applied>> {
  const lacking = lacksRole(member, 'reviewer');
  if (lacking) return lacking;
  const given = parsed(ApplicationForCity, input);
  const application = (input as { application?: unknown } | null)?.application;
  const early = toldTooEarly(application, door.clock.now()).map((problem) => ({
    ...problem,
    path: `application.${problem.path}`,
  }));
  if (!given.ok) return no({ code: 'invalid', problems: [...given.problems, ...early] });
  if (early.length > 0) return no({ code: 'invalid', problems: early });
  const { id, evidence } = given.value;
  return await apply(door, application, id, { by: member.id, evidence, goesOnAt: 'review' });
}
