import type { Announcement } from '../domain/announcement/state.ts';
import type { Instant } from '../domain/ids.ts';
import type { Refusal } from '../domain/onboarding/refusal.ts';
import type { Problem } from '../domain/problems.ts';
import { filled } from './letter-words.ts';
import { english, type RefusalCatalogue, type RefusalWords } from './refusal-words.ts';
import { deadlineWords, instantWords } from './time-words.ts';

/** All reasons for which an act is not taken, as the door gives them. */
export type Refused =
  | (Refusal & { who?: { name: string }[] })
  | { code: 'invalid'; problems: Problem[] }
  | { code: 'not-found'; what: 'case' | 'announcement' | 'document' }
  | { code: 'not-your-role'; role: keyof RefusalCatalogue['roles']; who?: { name: string }[] }
  | { code: 'no-second-person' | 'another-accepted' | 'link-unknown' | 'link-for-other' | 'unreachable' }
  | { code: 'link-ended'; at: Instant; zone: string }
  | { code: 'code-wrong'; left: number }
  | { code: 'code-ended' | 'code-used' }
  | { code: 'wrong-step'; step: Announcement['stage']['step'] }
  | { code: 'not-ready'; case: string };

const catalogues: Record<string, RefusalCatalogue> = { en: english };

/** The sentences for a refusal, in the reader's language, or in English where that has none. */
export function refusalWords(refusal: Refused, language: string): RefusalWords {
  const { sentences, stages, steps, rules, found, roles, somebody } = catalogues[language] ?? english;
  const orSomebody = (words: RefusalWords, who: { name: string }[] | undefined): RefusalWords => {
    if (!who || who.length === 0) return words;
    const names = new Intl.ListFormat(language, { type: 'disjunction' }).format(who.map(({ name }) => name));
    return { ...words, next: `${words.next} ${filled(somebody, { names })}` };
  };
  const told = (words: RefusalWords, gaps: Record<string, string>): RefusalWords => ({
    what: filled(words.what, gaps),
    next: filled(words.next, gaps),
  });
  switch (refusal.code) {
    case 'own-work':
      return orSomebody(rules[refusal.rule], refusal.who);
    case 'ended':
      return told(sentences.ended, { stage: stages[refusal.stage] });
    case 'wrong-stage':
      return told(sentences['wrong-stage'], { stage: stages[refusal.stage] });
    case 'wrong-step':
      return told(sentences['wrong-step'], { step: steps[refusal.step] });
    case 'not-found':
      return told(sentences['not-found'], { what: found[refusal.what] });
    case 'not-your-role':
      return orSomebody(told(sentences['not-your-role'], { role: roles[refusal.role] }), refusal.who);
    case 'link-ended':
      return told(sentences['link-ended'], { at: instantWords(refusal.at, refusal.zone, language) });
    case 'code-wrong':
      return refusal.left === 0
        ? sentences['code-ended']
        : told(sentences['code-wrong'], { left: String(refusal.left) });
    case 'on-hold':
      return told(sentences['on-hold'], { until: deadlineWords(refusal.until, language) });
    case 'not-ready':
      return told(sentences['not-ready'], { case: refusal.case });
    default:
      return sentences[refusal.code];
  }
}
