import type { PaperId } from '../../domain/ids.ts';
import type { Onboarding } from '../../domain/onboarding/state.ts';
import type { Desk } from '../desk.ts';
import { mail } from '../letterhead.ts';
import { beginTurn, rest, type Turn } from '../turns.ts';
import { atAnyTime } from './at-any-time.ts';

const staffRead = { stage: 'review', waitsFor: 'staff' } as const;
const cityAnswers = { stage: 'review', waitsFor: 'city', reminds: { what: 'answers', to: 'main' } } as const;

/** Staff read the application, and send it back as often as needed; it ends accepted, rejected or withdrawn. */
export async function review(desk: Desk): Promise<void> {
  if (!desk.isIn('review')) return;
  const begun = await beginTurn(desk, staffRead);
  await mail(desk, 'main', { kind: 'application-received', by: begun.limit });

  let turn: Turn = begun;
  while (desk.isIn('review')) {
    const act = await turn.act();
    switch (act.kind) {
      case 'return': {
        const answers = await beginTurn(desk, cityAnswers);
        await mail(desk, 'main', { kind: 'changes-wanted', paper: act.paper, by: answers.limit });
        turn = answers;
        break;
      }
      case 'answer': {
        const reading = await beginTurn(desk, staffRead);
        await mail(desk, 'main', { kind: 'answers-received', by: reading.limit });
        turn = reading;
        break;
      }
      case 'lapsed':
        turn = await rest(desk);
        await mail(desk, 'main', { kind: 'lapsed', what: 'answers' });
        break;
      case 'reopen': {
        const answers = await beginTurn(desk, cityAnswers);
        await mail(desk, 'main', {
          kind: 'changes-wanted',
          paper: askedFor(desk.city()) ?? act.paper,
          by: answers.limit,
        });
        turn = answers;
        break;
      }
      case 'reject':
        await mail(desk, 'main', { kind: 'rejected', paper: act.paper });
        break;
      default:
        await atAnyTime(desk, act);
        break;
    }
  }
}

/** What the city was asked to change, in the words that staff wrote then. */
function askedFor({ acts }: Onboarding): PaperId | undefined {
  const asked = acts.findLast((act) => act.kind === 'return');
  return asked?.kind === 'return' ? asked.paper : undefined;
}
