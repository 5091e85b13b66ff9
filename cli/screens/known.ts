import type { CaseSummary, CaseFile as ShownCase } from '../../web/staff-api/shown.ts';

export type { AnnouncementSummary as AnnouncementLine } from '../../service/announcement-questions.ts';
export type { CaseCounts as Counts } from '../../service/case-list.ts';
/** What the staff API tells, as far as the screens show it; a field that an older service does not know is absent. */
export type { AnnouncementFile } from '../../web/staff-api/announcement-file.ts';

export type Row = Omit<CaseSummary, keyof Casework> & Partial<Casework>;
type Casework = Pick<CaseSummary, 'assignee' | 'held_until' | 'pending' | 'questions' | 'changed' | 'applied_at'>;

export type Me = {
  id: string;
  name: string;
  roles: string[];
  network: { name: string; shortName: string; zone: string };
  undoMinutes: number;
};
/** What is decided and has not gone out. */
export type Outgoing = { id: string; name: string; by: string; decidedAt: string; goesAt: string | null } & (
  | { of: 'case'; pending: { kind: string } }
  | { of: 'announcement'; edition: number }
);
export type Views = 'mine' | 'team' | 'cities' | 'overdue' | 'ready' | 'all';

/** Whether an act may be taken now by whoever asks; where it may not, why, and who could. */
export type Offer = {
  kind: string;
  may: boolean;
  code?: string;
  sentence?: string;
  who?: Who[];
};
export type Who = { id: string; name: string };
export type Colleague = { id: string; name: string; roles: string[] };
export type Note = { id: string; at: string; by: string; text: string };
export type Question = Note & { answers?: Note[]; open?: boolean; from?: 'city' | 'staff' };

export type CaseFile = Omit<ShownCase, 'summary' | 'acts' | 'staff'> & {
  summary: Row;
  acts: Offer[];
  staff: Colleague[];
} & Partial<{
    /** A decision that the city does not know of yet, with its mail as it would be sent. */
    pending: {
      at: string;
      tell: 'when-released' | { at: string };
      mail: { to: { name: string }; subject: string; text: string };
    } | null;
    notes: Note[];
    questions: Question[];
    duplicates: { case: string; reasons: string[]; state: 'open' | 'kept-apart' | 'merged' }[];
    earlier: { case: string; stage: string; closedAt: string }[];
    checks: { id: string; state: 'ok' | 'attention' | 'unknown'; sentence: string }[];
    rounds: { round: number; at: string; changes: { path: string; before: unknown; after: unknown }[] }[];
  }>;
