import type { ActorId, AnnouncementId, CaseId } from '../domain/ids.ts';
import type { Onboarding } from '../domain/onboarding/state.ts';
import { sendAct } from './acting.ts';
import { type Answer, yes } from './answer.ts';
import type { Door } from './door.ts';

/** For which announcement cities are claimed, and by whom. */
export type Claiming = { announcement: AnnouncementId; actor: ActorId };

/**
 * Claims each city by its own onboarding, or has it claimed once it is ready; all or none: where one refuses, those before
 * are given back. Whether an act that was not answered was taken, nobody knows: the same again goes on from there.
 */
export async function claimAll(
  door: Door,
  claiming: Claiming,
  { cases, awaited }: { cases: readonly CaseId[]; awaited: readonly CaseId[] },
): Promise<Answer<null>> {
  const claimed: CaseId[] = [];
  for (const one of cases) {
    const answer = await claim(door, claiming, one, awaited.includes(one));
    if (answer.ok) claimed.push(one);
    else if (answer.refusal.code === 'unreachable') return answer;
    else {
      for (const other of claimed) await act(door, claiming, other, 'release');
      return answer;
    }
  }
  return yes(null);
}

/** Claims one city; one that is awaited is claimed by its onboarding as soon as it is ready, which may be by now. */
export async function claim(
  door: Door,
  claiming: Claiming,
  one: CaseId,
  isAwaited: boolean,
): Promise<Answer<Onboarding>> {
  if (!isAwaited) return await act(door, claiming, one, 'claim');
  const gathered = await act(door, claiming, one, 'gather');
  const isReady = !gathered.ok && gathered.refusal.code === 'wrong-stage' && gathered.refusal.stage === 'announcement';
  return isReady ? await act(door, claiming, one, 'claim') : gathered;
}

async function act(
  door: Door,
  { announcement, actor }: Claiming,
  one: CaseId,
  kind: 'gather' | 'claim' | 'release',
): Promise<Answer<Onboarding>> {
  const at = door.clock.now();
  return await sendAct(door, one, { id: `${kind}-${announcement}`, actor, at, decision: { kind, announcement } });
}
