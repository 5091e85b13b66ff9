import type { CaseFile, Offer } from '../../../cli/screens/known.ts';
import type { State } from '../../../cli/screens/state.ts';
import type { Onboarding } from '../../../domain/onboarding/state.ts';
import { bruno, by, places, play } from '../../support/city-in-play.ts';
import { anApplication } from '../../support/portal-inputs.ts';
import { ada, answered, atTheBeginning, camliova, pressing } from './drawing.ts';

export const colleagues = [
  { id: 'ada', name: 'Ada Lindqvist', roles: ['reviewer', 'editor', 'approver'] },
  { id: 'bruno', name: 'Bruno Okafor', roles: ['reviewer', 'editor', 'approver'] },
];

/** A case as staff get it, at a place where a case can stand, with acts as the service offers them. */
export function fileAt(view: Onboarding, offers: Offer[], papers: Record<string, unknown> = {}): CaseFile {
  const { stage } = view;
  const step = 'step' in stage ? stage.step : null;
  const summary = { ...camliova, stage: stage.stage, step, waits_for: 'staff' as const };
  return {
    summary,
    view,
    application: anApplication,
    people: [],
    staff: colleagues,
    notes: [],
    questions: [],
    acts: offers,
    papers,
    like: [],
    deliveries: [],
    duplicates: [],
    earlier: [],
    checks: [],
    rounds: [],
  } as unknown as CaseFile;
}

/** The page of a case, opened from the inbox by Ada. */
export function openedAt(file: CaseFile): State {
  const inbox = answered(
    atTheBeginning(),
    { about: 'me', me: ada },
    { about: 'list', view: 'mine', filter: '', rows: [file.summary] },
  );
  return answered(pressing(inbox, 'enter'), { about: 'case', case: file.summary.id, file });
}

export const may = (kind: string): Offer => ({ kind, may: true });
export const inReview = places['review, staff'];
export const toVerify = places['letter, verify'];
/** The same case once a colleague has returned it. */
export const returnedMeanwhile = play(inReview, by(bruno, { kind: 'return', paper: 'reason' }));
