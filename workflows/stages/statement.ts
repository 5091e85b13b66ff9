import type { Taken } from '../../domain/onboarding/acts.ts';
import { turningPoint } from '../../domain/onboarding/turning-point.ts';
import type { Desk } from '../desk.ts';
import { mail } from '../letterhead.ts';
import type { TurnOf } from '../pace.ts';
import { beginTurn, type Turn } from '../turns.ts';
import { atAnyTime } from './at-any-time.ts';

const officeDrafts: TurnOf = {
  stage: 'statement',
  waitsFor: 'city',
  reminds: { what: 'statement', to: ['mayor-office'] },
};
const staffCheck = { stage: 'statement', waitsFor: 'staff' } as const;

/** The office drafts, the mayor confirms the exact words, staff approve them; or they are waived. The city is a member either way. */
export async function statement(desk: Desk): Promise<void> {
  if (!desk.isIn('statement')) return;
  let turn: Turn = (await afterwards(desk, turningPoint(desk.city()))) ?? (await welcome(desk));
  while (desk.isIn('statement')) {
    const act = await turn.act();
    turn = (await afterwards(desk, act)) ?? turn;
  }
}

async function afterwards(desk: Desk, act: Taken): Promise<Turn | null> {
  switch (act.kind) {
    case 'draft': {
      const to = { person: act.speaker };
      const turn = await beginTurn(desk, {
        stage: 'statement',
        waitsFor: 'city',
        reminds: { what: 'words', to: [to] },
      });
      await mail(desk, to, { kind: 'words-to-confirm', by: turn.limit });
      return turn;
    }
    case 'confirm':
      return await beginTurn(desk, staffCheck);
    case 'change-words':
    case 'return-words': {
      const turn = await beginTurn(desk, officeDrafts);
      await mail(desk, 'mayor-office', { kind: 'words-returned', paper: act.paper, by: turn.limit });
      return turn;
    }
    case 'approve-words':
      await mail(desk, 'mayor-office', { kind: 'words-agreed' });
      return null;
    case 'waive-statement':
      await mail(desk, 'main', { kind: 'waived', what: 'statement' });
      return null;
    default:
      await atAnyTime(desk, act);
      return null;
  }
}

/** Welcomes the new member, and asks its mayor's office for words. */
async function welcome(desk: Desk): Promise<Turn> {
  const turn = await beginTurn(desk, officeDrafts);
  const { stage } = desk.city();
  if (stage.stage === 'statement')
    await mail(desk, 'mayor-office', { kind: 'member', memberSince: stage.member.memberSince, by: turn.limit });
  return turn;
}
