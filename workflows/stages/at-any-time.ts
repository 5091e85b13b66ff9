import type { Taken } from '../../domain/onboarding/acts.ts';
import type { Desk } from '../desk.ts';
import { mail } from '../letterhead.ts';

/** What can be done at every stage, and is answered in the same way. */
export async function atAnyTime(desk: Desk, act: Taken): Promise<void> {
  switch (act.kind) {
    case 'withdraw':
      return await mail(desk, 'main', { kind: 'withdrawn' }, act);
    case 'supersede':
      return await mail(desk, 'main', { kind: 'superseded', into: act.into }, act);
    case 'ask-city':
      return await mail(desk, 'main', { kind: 'question', paper: act.paper }, act);
    case 'reply':
      return await mail(desk, { person: act.to }, { kind: 'reply', paper: act.paper, question: act.question }, act);
    case 'ask-link':
      return await mail(desk, { person: act.person }, { kind: 'new-link', link: act.link }, act);
    case 'ask-code':
      return await mail(desk, { person: act.person }, { ...act, kind: 'code' }, act);
    case 'let-go':
      return await desk.record();
    default:
      return;
  }
}
