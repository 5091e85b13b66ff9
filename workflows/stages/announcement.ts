import type { AnnouncementId } from '../../domain/ids.ts';
import type { Onboarding } from '../../domain/onboarding/state.ts';
import type { Desk } from '../desk.ts';
import { leave, tellReady } from '../holding.ts';
import { mail } from '../letterhead.ts';
import { beginTurn } from '../turns.ts';
import { atAnyTime } from './at-any-time.ts';

/** The city is ready and waits for an announcement that takes it in; it ends announced, waived or withdrawn. */
export async function announcement(desk: Desk): Promise<void> {
  if (!desk.isIn('announcement')) return;
  const turn = await beginTurn(desk, { stage: 'announcement', waitsFor: 'staff' });
  // Written down by now, so that whoever composes finds its words.
  const awaitedBy = announcementOf(desk.city());
  if (awaitedBy) await tellReady(awaitedBy, desk.city().case);
  while (desk.isIn('announcement')) {
    const before = desk.city();
    const act = await turn.act();
    switch (act.kind) {
      case 'announced':
        await mail(desk, 'main', { kind: 'announced', announcement: act.announcement });
        break;
      case 'waive-announcement':
        await mail(desk, 'main', { kind: 'waived', what: 'announcement' });
        break;
      case 'withdraw': {
        const claimedBy = announcementOf(before);
        if (claimedBy) await leave(claimedBy, before.case);
        await atAnyTime(desk, act);
        break;
      }
      default:
        await atAnyTime(desk, act);
        break;
    }
  }
}

function announcementOf({ stage }: Onboarding): AnnouncementId | null {
  return stage.stage === 'announcement' && stage.claim.kind !== 'free' ? stage.claim.announcement : null;
}
