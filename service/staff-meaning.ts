import { type ApplicationPaper, applicationPaperOf } from '../domain/case-papers.ts';
import { instantOf, zoneOf } from '../domain/dates.ts';
import { dayIn } from '../domain/days.ts';
import type { Instant, PaperId } from '../domain/ids.ts';
import type { Decision, Telling } from '../domain/onboarding/acts.ts';
import type { Onboarding } from '../domain/onboarding/state.ts';
import { bodyOf } from '../records/papers.ts';
import type { Door } from './door.ts';
import type { StaffDecision } from './staff-decision.ts';

/** What was said, as the process takes it: words become the id of their paper, days and instants are worked out here. */
export async function meaningOf(
  door: Door,
  city: Onboarding,
  said: StaffDecision,
  { paper, at }: { paper: PaperId; at: Instant },
): Promise<Decision> {
  switch (said.kind) {
    case 'accept': {
      const { officeHolder } = await bodyOf<ApplicationPaper>(door.records.database, applicationPaperOf(city));
      const why = said.reason === undefined ? {} : { paper };
      return { kind: 'accept', signatory: officeHolder, ...why, ...telling(door, said.tell, at) };
    }
    case 'return':
    case 'reject':
      return { kind: said.kind, paper, ...telling(door, said.tell, at) };
    case 'withdraw':
      return said.evidence ? { kind: 'withdraw', paper, evidence: said.evidence } : { kind: 'withdraw', paper };
    case 'settle':
      return { kind: 'settle', signatory: said.signatory, flag: said.flag, paper };
    case 'countersign':
      return { kind: 'countersign', memberSince: dayIn(at, door.network.zone) };
    case 'wait':
    case 'extend':
    case 'hold':
      return { kind: said.kind, paper, until: { at: instantOf(said.until), zone: zoneOf(said.until) } };
    case 'resume':
    case 'take-back':
      return said.reason === undefined ? { kind: said.kind } : { kind: said.kind, paper };
    case 'verify':
    case 'approve-words':
    case 'issue-letter':
    case 'tell':
      return said;
    default:
      return { kind: said.kind, paper };
  }
}

/** When the city is told; absent where it is told at once, and nothing can be taken back. */
function telling({ network }: Door, said: string | undefined, decidedAt: Instant): { tell?: Telling } {
  if (said === 'when-released') return { tell: said };
  if (said !== undefined && said !== 'now') return { tell: { at: instantOf(said), zone: zoneOf(said) } };
  if (network.undoMinutes === 0) return {};
  const at = new Date(Date.parse(decidedAt) + network.undoMinutes * 60_000).toISOString();
  return { tell: { at, zone: network.zone } };
}
