import { ActivityFailure } from '@temporalio/workflow';
import type { Addressee, MailContent } from '../activities/mail.ts';
import type { Taken } from '../domain/onboarding/acts.ts';
import { turningPoint } from '../domain/onboarding/turning-point.ts';
import { sendCode, sendMail } from './activities.ts';
import type { Desk } from './desk.ts';

/**
 * Sends one mail of a case. Its id names the case, what caused it and its reader: a cause has one mail for each reader, so a
 * story that is taken up again never sends it twice.
 */
export async function mail(
  desk: Desk,
  to: Addressee,
  content: MailContent,
  cause: Taken = turningPoint(desk.city()),
): Promise<void> {
  const { case: id } = desk.city();
  const reader = typeof to === 'string' ? to : `person-${to.person.split('/').at(-1)}`;
  const order = { id: `${id}/mail/${cause.id}-${reader}`, case: id, to, at: desk.clock.now(), content };
  if (content.kind !== 'code') return await sendMail(order);
  if (content.until.at <= desk.clock.now()) return;
  await sendCode(order).catch((error: unknown) => {
    if (!(error instanceof ActivityFailure)) throw error;
  });
}
