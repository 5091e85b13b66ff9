import type { PaperId } from '../../domain/ids.ts';
import type { Taken } from '../../domain/onboarding/acts.ts';
import { heard } from '../../domain/onboarding/pending.ts';
import type { Onboarding } from '../../domain/onboarding/state.ts';
import { turningPoint } from '../../domain/onboarding/turning-point.ts';
import type { Desk } from '../desk.ts';
import { mail } from '../letterhead.ts';
import type { TurnOf } from '../pace.ts';
import { beginTurn, rest, type Turn } from '../turns.ts';
import { atAnyTime } from './at-any-time.ts';

const staffRead = { stage: 'review', waitsFor: 'staff' } as const;
const cityAnswers: TurnOf = { stage: 'review', waitsFor: 'city', reminds: { what: 'answers', to: ['main'] } };

/** Staff read the application, and send it back as often as needed; it ends accepted, rejected or withdrawn. */
export async function review(desk: Desk): Promise<void> {
  if (!desk.isIn('review')) return;
  let turn = (await afterwards(desk, turningPoint(desk.city()))) ?? (await beginTurn(desk, staffRead));
  while (desk.isIn('review')) {
    const act = await turn.act();
    const what = heard(desk.city().acts, act);
    if (what) turn = (await afterwards(desk, what)) ?? turn;
  }
}

async function afterwards(desk: Desk, act: Taken): Promise<Turn | null> {
  switch (act.kind) {
    case 'applied':
      return await staffTurn(desk, 'application-received');
    case 'return':
      return await askForAnswers(desk, act.paper);
    case 'answer':
      return await staffTurn(desk, 'answers-received');
    case 'lapsed': {
      const resting = await rest(desk);
      await mail(desk, 'main', { kind: 'lapsed', what: 'answers' });
      return resting;
    }
    case 'reopen':
    case 'extend':
      return await askForAnswers(desk, askedFor(desk.city()) ?? act.paper);
    case 'reject':
      await mail(desk, 'main', { kind: 'rejected', paper: act.paper });
      return null;
    default:
      await atAnyTime(desk, act);
      return null;
  }
}

async function staffTurn(desk: Desk, kind: 'application-received' | 'answers-received'): Promise<Turn> {
  const turn = await beginTurn(desk, staffRead);
  await mail(desk, 'main', { kind, by: turn.limit });
  return turn;
}

async function askForAnswers(desk: Desk, paper: PaperId): Promise<Turn> {
  const turn = await beginTurn(desk, cityAnswers);
  await mail(desk, 'main', { kind: 'changes-wanted', paper, by: turn.limit });
  return turn;
}

/** What the city was asked to change, in the words that staff wrote then. */
function askedFor({ acts }: Onboarding): PaperId | undefined {
  const asked = acts.findLast((act) => act.kind === 'return');
  return asked?.kind === 'return' ? asked.paper : undefined;
}
