import type { Offer } from '../../service/offers.ts';
import { refusalWords } from '../../templates/refusals.ts';

/** An act as a screen offers it: where it may not be taken, the code and sentence of why, and who may take it instead. */
export type OfferedAct = { kind: string; may: boolean; code?: string; sentence?: string; who?: string[] };

/** Offers in words. */
export function offeredActs(offers: readonly Offer[]): OfferedAct[] {
  return offers.map(({ kind, refusal, who }) => {
    if (refusal === null) return { kind, may: true };
    const { what, next } = refusalWords(refusal, 'en');
    return { kind, may: false, code: refusal.code, sentence: `${what} ${next}`, who };
  });
}
