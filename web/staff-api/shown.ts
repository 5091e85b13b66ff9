import type { Check } from '../../domain/eligibility.ts';
import type { Network } from '../../domain/network.ts';
import type { StaffKind } from '../../domain/onboarding/offered.ts';
import type { DoorRefusal, Who } from '../../service/answer.ts';
import type { CaseFile as File } from '../../service/case-file.ts';
import type { CaseSummary as Line } from '../../service/case-list.ts';
import type { Duplicate } from '../../service/casework/duplicates.ts';
import { alikeWords } from '../../templates/alike-words.ts';
import { checkWords } from '../../templates/check-words.ts';
import { refusalWords } from '../../templates/refusals.ts';
import { todoWords } from '../../templates/todo-words.ts';
import { type ShownPending, shownPending } from './pending-shown.ts';

/** A line of the list as clients get it: `todo` is a short phrase. */
export type CaseSummary = Omit<Line, 'todo'> & { todo: string };

/** A case as clients get it. */
export type CaseFile = Omit<File, 'summary' | 'acts' | 'like' | 'pending' | 'checks' | 'duplicates'> & {
  summary: CaseSummary;
  /** A decision that the city does not know of yet, with its mail as it would be sent. */
  pending: ShownPending | null;
  acts: ShownAct[];
  like: CaseSummary[];
  checks: (Pick<Check, 'id' | 'state'> & { sentence: string })[];
  /** With the reasons in a few words each. */
  duplicates: (Omit<Duplicate, 'reasons'> & { reasons: string[] })[];
};

/** An act, whether whoever asks may do it now, and else why not and who could. */
export type ShownAct<Kind extends string = StaffKind> = {
  kind: Kind;
  may: boolean;
  code?: DoorRefusal['code'];
  sentence?: string;
  who?: Who[];
};

export function shown(file: File, network: Network): CaseFile {
  return {
    ...file,
    summary: shownLine(file.summary),
    pending: file.pending && shownPending(file.pending, network),
    acts: file.acts.map(({ kind, refusal }) => shownAct(kind, refusal)),
    like: file.like.map(shownLine),
    checks: file.checks.map((check) => ({ id: check.id, state: check.state, sentence: checkWords(check) })),
    duplicates: file.duplicates.map(shownDuplicate),
  };
}

export function shownLine(line: Line): CaseSummary {
  return { ...line, todo: todoWords[line.todo] };
}

/** A possible duplicate, with its reasons in words. */
export function shownDuplicate(duplicate: Duplicate): CaseFile['duplicates'][number] {
  return { ...duplicate, reasons: duplicate.reasons.map((reason) => alikeWords[reason]) };
}

/** An act in words. */
export function shownAct<Kind extends string>(kind: Kind, refusal: DoorRefusal | null): ShownAct<Kind> {
  if (refusal === null) return { kind, may: true };
  const { what, next } = refusalWords(refusal, 'en');
  const who = 'who' in refusal && refusal.who ? { who: refusal.who } : {};
  return { kind, may: false, code: refusal.code, sentence: `${what} ${next}`, ...who };
}
