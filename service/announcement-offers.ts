import { type AnnouncementDecision, announcementDecisionKinds } from '../domain/announcement/acts.ts';
import { type AmendmentKind, amendmentRefusal, announcementRefusal } from '../domain/announcement/refusal.ts';
import type { Announcement } from '../domain/announcement/state.ts';
import type { StaffMember } from '../records/staff.ts';
import type { DoorRefusal } from './answer.ts';
import type { Door } from './door.ts';
import { announcementRoleFor } from './roles.ts';
import { naming, whoElse } from './who-else.ts';

export type AnnouncementKind = AnnouncementDecision['kind'] | AmendmentKind;
const kinds: readonly AnnouncementKind[] = [...announcementDecisionKinds, 'correct', 'retract'];
/** An act and why this member may not take it now (null: they may), as the door itself would answer. */
export type AnnouncementOffer = { kind: AnnouncementKind; refusal: DoorRefusal | null };

/** Every act that the announcement's step knows: first what the rules say, then whose role it takes, and who else could do it. */
export async function announcementOffers(
  door: Door,
  member: StaffMember,
  view: Announcement,
): Promise<AnnouncementOffer[]> {
  const others = await whoElse(door, member);
  const at = door.clock.now();
  const refusalOf = (kind: AnnouncementKind, { id: actor }: StaffMember) => {
    if (kind === 'correct' || kind === 'retract') return amendmentRefusal(view, kind, view.version);
    return announcementRefusal(view, { id: 'offer', actor, at, version: view.version, decision: asAsked(kind, view) });
  };
  return kinds.flatMap((kind) => {
    const refusal = refusalOf(kind, member);
    if (refusal?.code === 'wrong-step') return [];
    const role = announcementRoleFor(kind, view.stage.step);
    const instead = () => others((one) => one.roles.includes(role) && refusalOf(kind, one) === null);
    if (refusal || member.roles.includes(role)) return [{ kind, refusal: refusal && naming(refusal, instead) }];
    return [{ kind, refusal: naming({ code: 'not-your-role', role }, instead) }];
  });
}

/** An act as it would come from somebody who looks at the announcement as it stands. */
function asAsked(kind: AnnouncementDecision['kind'], { stage, cases }: Announcement): AnnouncementDecision {
  const article = 'article' in stage ? stage.article : '';
  const [first = ''] = cases;
  const paper = '';
  const until = { at: '', zone: '' };
  switch (kind) {
    case 'edit':
      return { kind, plan: '', article };
    case 'approve':
      return { kind, article };
    case 'go-without':
      return { kind, case: first, paper };
    case 'split':
      return { kind, cases: [first], into: '', paper };
    case 'schedule':
      return { kind, publishAt: '' };
    case 'wait':
    case 'wait-until':
      return { kind, paper, until };
    case 'drop':
      return { kind, paper };
    case 'undo':
    case 'lift':
    case 'publish':
      return { kind };
    default:
      return kind satisfies never;
  }
}
