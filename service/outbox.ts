import type { AnnouncementId, CaseId, Instant } from '../domain/ids.ts';
import { announcementViewOf, listAnnouncements } from '../records/announcements.ts';
import { pendingCases, viewOf } from '../records/cases.ts';
import type { Door } from './door.ts';
import { type PendingDecision, pendingDecision } from './pending-decision.ts';

/** What has been decided and has not gone out; `goesAt` is null where somebody has to release it. */
export type Outgoing = { name: string; by: string; decidedAt: Instant; goesAt: Instant | null } & (
  | { of: 'case'; id: CaseId; pending: PendingDecision }
  | { of: 'announcement'; id: AnnouncementId; edition: number }
);

/** All that waits to go out, what goes first on top, what waits for a person last. */
export async function outbox(door: Door): Promise<Outgoing[]> {
  const all = [...(await decisions(door)), ...(await publications(door))];
  return all.toSorted(
    (one, other) => (one.goesAt ?? '9').localeCompare(other.goesAt ?? '9') || one.id.localeCompare(other.id),
  );
}

async function decisions(door: Door): Promise<Outgoing[]> {
  const rows = await pendingCases(door.records.database);
  const found = await Promise.all(
    rows.map(async (row) => ({ row, pending: await pendingDecision(door, row, viewOf(row)) })),
  );
  return found.flatMap(({ row, pending }) => {
    if (!pending) return [];
    const goesAt = pending.tell === 'when-released' ? null : pending.tell.at;
    return [{ of: 'case', id: row.id, name: row.name, by: pending.by, decidedAt: pending.at, goesAt, pending }];
  });
}

/** Approved announcements, until their minutes are over in which that can be undone, or their hour has come. */
async function publications(door: Door): Promise<Outgoing[]> {
  return (await listAnnouncements(door.records.database)).flatMap((row) => {
    const view = announcementViewOf(row);
    if (view.stage.step !== 'approved') return [];
    const { announcement: id, edition, acts, publishAt } = view;
    const approved = acts.findLast(({ kind }) => kind === 'approve');
    const goesAt =
      [view.stage.undoUntil, publishAt]
        .flatMap((at) => at ?? [])
        .toSorted()
        .at(-1) ??
      approved?.at ??
      null;
    const { approvedBy: by } = view.stage;
    return [{ of: 'announcement', id, edition, name: row.title, by, decidedAt: approved?.at ?? '', goesAt }];
  });
}
