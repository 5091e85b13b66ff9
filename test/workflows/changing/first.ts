import { condition, defineUpdate, proxyActivities, setHandler } from '@temporalio/workflow';

export const sign = defineUpdate('sign');

type Mails = { mail(kind: string): Promise<void> };
const { mail } = proxyActivities<Mails>({ startToCloseTimeout: '10 seconds' });

/** A story as it was first told: a letter goes out, is signed, and the city is thanked. */
export async function signing(): Promise<void> {
  let signed = false;
  setHandler(sign, () => void (signed = true));
  await mail('letter');
  await condition(() => signed);
  await mail('thanks');
}
