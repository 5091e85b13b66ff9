import type { AnnouncementRefusal } from '../domain/announcement/refusal.ts';
import type { Day, Instant } from '../domain/ids.ts';
import type { Refusal } from '../domain/onboarding/refusal.ts';
import type { Problem } from '../domain/problems.ts';
import { filled } from './letter-words.ts';
import { english, type RefusalCatalogue, type RefusalWords } from './refusal-words.ts';
import { deadlineWords, instantWords, shortDayWords } from './time-words.ts';

/** Somebody who could do it instead, and the last day on which they are away. */
type Colleague = { name: string; away?: Day };

/** All reasons for which an act is not taken, as the door gives them. */
export type Refused =
  | ((Refusal | AnnouncementRefusal) & { who?: Colleague[] })
  | { code: 'invalid'; problems: Problem[] }
  | { code: 'not-found'; what: keyof RefusalCatalogue['found'] }
  | { code: 'not-your-role'; role: keyof RefusalCatalogue['roles']; who?: Colleague[] }
  | {
      code:
        | 'no-second-person'
        | 'last-administrator'
        | 'answered'
        | 'another-accepted'
        | 'link-unknown'
        | 'link-for-other'
        | 'unreachable';
    }
  | { code: 'link-ended'; at: Instant; zone: string }
  | { code: 'duplicate-open'; cases: string[] }
  | { code: 'reason-needed' }
  | { code: 'code-wrong'; left: number }
  | { code: 'code-ended' | 'code-used' }
  | { code: 'not-ready'; case: string };

const catalogues: Record<string, RefusalCatalogue> = { en: english };

/** The sentences for a refusal, in the reader's language, or in English where that has none. */
export function refusalWords(refusal: Refused, language: string): RefusalWords {
  const { sentences, stages, steps, rules, found, roles, somebody, somebodyAway, nobodyThere } =
    catalogues[language] ?? english;
  const orSomebody = (words: RefusalWords, who: Colleague[] | undefined): RefusalWords => {
    if (!who || who.length === 0) return words;
    const named = who.map(({ name, away }) =>
      away === undefined ? name : filled(somebodyAway, { name, until: shortDayWords(away, language) }),
    );
    const names = new Intl.ListFormat(language, { type: 'disjunction' }).format(named);
    const asked = `${words.next} ${filled(somebody, { names })}`;
    return { ...words, next: who.every(({ away }) => away !== undefined) ? `${asked} ${nobodyThere}` : asked };
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
    case 'opinions-missing':
      return told(sentences['opinions-missing'], { have: String(refusal.have), need: String(refusal.need) });
    case 'on-hold':
      return told(sentences['on-hold'], { until: deadlineWords(refusal.until, language) });
    case 'duplicate-open':
      return told(sentences['duplicate-open'], { cases: new Intl.ListFormat(language).format(refusal.cases) });
    case 'not-in-it':
    case 'not-ready':
      return told(sentences[refusal.code], { case: refusal.case });
    default:
      return sentences[refusal.code];
  }
}
