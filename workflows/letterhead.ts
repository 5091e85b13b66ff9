import { ActivityFailure } from '@temporalio/workflow';
import type { Addressee, MailContent } from '../activities/mail.ts';
import { sendCode, sendMail } from './activities.ts';
import type { Desk } from './desk.ts';

/** Sends one mail of a case; its id names case, kind and the moment in the story, so that it is never sent under another. */
export async function mail(desk: Desk, to: Addressee, content: MailContent): Promise<void> {
  const { case: id, version } = desk.city();
  const suffix = typeof to === 'string' ? to : `person-${to.person.split('/').at(-1)}`;
  const order = { id: `${id}/mail/${version}-${content.kind}-${suffix}`, case: id, to, at: desk.clock.now(), content };
  if (content.kind !== 'code') return await sendMail(order);
  if (content.until.at <= desk.clock.now()) return;
  await sendCode(order).catch((error: unknown) => {
    if (!(error instanceof ActivityFailure)) throw error;
  });
}
