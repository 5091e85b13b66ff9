import { condition, patched, proxyActivities, setHandler } from '@temporalio/workflow';
import { sign } from './first.ts';

type Mails = { mail(kind: string): Promise<void> };
const { mail } = proxyActivities<Mails>({ startToCloseTimeout: '10 seconds' });

/** The same story, in which the mayor's office gets a copy of the letter: cases that are under way go on without it. */
export async function signing(): Promise<void> {
  let signed = false;
  setHandler(sign, () => void (signed = true));
  await mail('letter');
  if (patched('2027-01-copy-to-the-office')) await mail('copy');
  await condition(() => signed);
  await mail('thanks');
}
