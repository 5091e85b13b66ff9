import { condition, proxyActivities, setHandler } from '@temporalio/workflow';
import { sign } from './first.ts';

type Mails = { mail(kind: string): Promise<void> };
const { mail } = proxyActivities<Mails>({ startToCloseTimeout: '10 seconds' });

/** The same change without a patch: it would lead every case astray that has its letter and no signature. */
export async function signing(): Promise<void> {
  let signed = false;
  setHandler(sign, () => void (signed = true));
  await mail('letter');
  await mail('copy');
  await condition(() => signed);
  await mail('thanks');
}
