import { actWords } from './act-table.ts';
import type { Offer } from './known.ts';

/** The act that a key begins: one that may be taken before one that may not; null where the key means none. */
export function offerFor(offers: readonly Offer[], key: string): Offer | null {
  const meant = offers.filter(({ kind }) => actWords(kind).key === key);
  return meant.find(({ may }) => may) ?? meant.find(({ code }) => !isBesideThePoint(code)) ?? meant[0] ?? null;
}

/** Whether an act is refused because it is simply not its time, which nobody needs to be told unasked. */
export function isBesideThePoint(code: string | undefined): boolean {
  return code !== undefined && notItsTime.has(code);
}

const notItsTime = new Set(['wrong-stage', 'wrong-step', 'ended', 'not-on-hold', 'nothing-pending', 'no-embargo']);

/** A refusal's sentence without what goes without saying as long as nothing was sent. */
export function reasonOnly(sentence: string): string {
  const reason = sentence.replace(/^Nothing was (changed|done|sent): /, '');
  return reason.charAt(0).toUpperCase() + reason.slice(1);
}

/** Why an act cannot be taken, in one line. */
export function whyNot({ kind, sentence, who = [] }: Offer): string {
  const names = who.length === 0 ? '' : ` Free now: ${who.map(({ name }) => name).join(', ')}.`;
  return `Not now, ${actWords(kind).says}: ${reasonOnly(sentence ?? 'the service does not offer it.')}${names}`;
}
