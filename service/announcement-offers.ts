import { announcementRefusal } from '../domain/announcement/rules.ts';
import {
  type Announcement,
  type AnnouncementDecision,
  announcementDecisionKinds,
} from '../domain/announcement/state.ts';
import type { StaffMember } from '../records/staff.ts';
import type { Door } from './door.ts';
import { type Offer, offersTo } from './offers.ts';
import { announcementRoleFor } from './roles.ts';

/** Every act that the announcement's step knows, as it is offered to a member of staff. */
export async function announcementOffers(door: Door, member: StaffMember, view: Announcement): Promise<Offer[]> {
  const at = door.clock.now();
  const acts = announcementDecisionKinds.map((kind) => ({
    kind,
    role: announcementRoleFor[kind],
    refusal: ({ id: actor }: StaffMember) =>
      announcementRefusal(view, { id: 'offer', actor, at, version: view.version, decision: asAsked(kind, view) }),
  }));
  return await offersTo(
    door,
    member,
    acts.filter(({ refusal }) => refusal(member)?.code !== 'wrong-step'),
  );
}

/** An act as it would come from somebody who looks at the announcement as it stands. */
function asAsked(kind: AnnouncementDecision['kind'], { stage }: Announcement): AnnouncementDecision {
  const article = 'article' in stage ? stage.article : '';
  switch (kind) {
    case 'edit':
      return { kind, plan: '', article };
    case 'approve':
      return { kind, article };
    case 'drop':
      return { kind, paper: '' };
    case 'wait':
      return { kind, paper: '', until: { at: '', zone: '' } };
    default:
      return kind satisfies never;
  }
}
