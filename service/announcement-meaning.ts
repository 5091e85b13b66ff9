import type { AnnouncementDecision } from '../domain/announcement/acts.ts';
import type { Announcement } from '../domain/announcement/state.ts';
import { canonicalJson } from '../domain/canonical.ts';
import type { PlanPaper, ReasonPaper } from '../domain/case-papers.ts';
import { instantOf, zoneOf } from '../domain/dates.ts';
import type { CaseId, Instant, Sha256 } from '../domain/ids.ts';
import { composeOnly, keepArticle } from '../records/composing.ts';
import { bodyOf, type Paper } from '../records/papers.ts';
import type { SaidOfAnnouncement } from './announcement-frame.ts';
import { type Answer, wrong, yes } from './answer.ts';
import { type Composed, correction, noticeOf } from './correction.ts';
import type { Door } from './door.ts';
import { planned } from './planning.ts';

/** What was said, as the process takes it, with the paper under which its words stand and the article that an edit leads to. */
export type Meaning = {
  decision: AnnouncementDecision;
  paper?: Pick<Paper, 'id' | 'kind' | 'body' | 'sha256'>;
  article?: { article: Sha256; title: string; slug: string };
};

/** An act that is being read: what it is about, its id, and the moment. */
type Reading = { view: Announcement; actId: string; at: Instant };

/** Reads what staff said about an announcement: words become the id of their paper, times become instants. */
export async function meaning(door: Door, said: SaidOfAnnouncement, reading: Reading): Promise<Answer<Meaning>> {
  const { view, actId, at } = reading;
  const reasonPaper = (reason: string) => {
    const body: ReasonPaper = { reason };
    return { id: `${view.announcement}/reason/${actId}`, kind: 'reason' as const, body, sha256: null };
  };
  switch (said.kind) {
    case 'approve':
      return yes({ decision: { ...said, ...takenBackUntil(door, at) } });
    case 'undo':
    case 'lift':
    case 'publish':
      return yes({ decision: said });
    case 'edit':
      return await meaningOfEdit(door, said, reading);
    case 'schedule': {
      const publishAt = instantOf(said.at);
      return publishAt <= at
        ? wrong('decision.at', 'lies in the past')
        : yes({ decision: { kind: 'schedule', publishAt } });
    }
    case 'wait':
    case 'wait-until': {
      if (instantOf(said.until) <= at) return wrong('decision.until', 'lies in the past');
      const paper = reasonPaper(said.reason);
      const until = { at: instantOf(said.until), zone: zoneOf(said.until) };
      return yes({ decision: { kind: said.kind, paper: paper.id, until }, paper });
    }
    case 'drop': {
      const paper = reasonPaper(said.reason);
      return yes({ decision: { kind: 'drop', paper: paper.id }, paper });
    }
    case 'go-without': {
      const paper = reasonPaper(said.reason);
      return yes({ decision: { kind: 'go-without', case: caseOf(view, said.city), paper: paper.id }, paper });
    }
    case 'split': {
      if (said.gatherUntil !== undefined && instantOf(said.gatherUntil) <= at)
        return wrong('decision.gatherUntil', 'lies in the past');
      const paper = reasonPaper(said.reason);
      const cases = said.cities.map((city) => caseOf(view, city));
      // The new announcement has the id of the act that made it: sent twice, it is one.
      return yes({ decision: { kind: 'split', cases, into: actId, paper: paper.id }, paper });
    }
    default:
      return said satisfies never;
  }
}

/** The case that a city has in this announcement, named by either id; a stranger stays as it was named. */
function caseOf({ cases }: Announcement, named: string): CaseId {
  return cases.find((one) => one === named || one.slice(0, one.lastIndexOf('.')) === named) ?? named;
}

function takenBackUntil({ network }: Door, at: Instant): { undoUntil?: Instant } {
  if (network.undoMinutes === 0) return {};
  return { undoUntil: new Date(Date.parse(at) + network.undoMinutes * 60_000).toISOString() };
}

async function meaningOfEdit(
  door: Door,
  said: { plan: unknown; image?: Uint8Array | undefined },
  { view, actId }: Reading,
): Promise<Answer<Meaning>> {
  const composed = view.amends
    ? await correction(door, view, { ...said, notice: await noticeOf(door, view) })
    : await editedPlan(door, view, said);
  if (!composed.ok) return composed;
  const { paper: body, cases, article } = composed.value;
  if (cases.join() !== view.cases.join())
    return wrong('plan.cities', 'cannot change by an edit: go without a city, split, or drop this and compose another');
  const sha256 = await keepArticle(door.records, article);
  const paper = { id: `${view.announcement}/plan/${actId}`, kind: 'plan' as const, body, sha256 };
  return yes({
    decision: { kind: 'edit', plan: paper.id, article: sha256 },
    paper,
    article: { article: sha256, title: article.title, slug: article.slug },
  });
}

async function editedPlan(
  door: Door,
  view: Announcement,
  said: { plan: unknown; image?: Uint8Array | undefined },
): Promise<Answer<Composed>> {
  const { announcement, cases } = view;
  const before = await bodyOf<PlanPaper>(door.records.database, view.plan);
  const plan = await planned(door, said.plan, said.image, { announcement, before });
  if (!plan.ok) return plan;
  for (const [fixed, instead] of [
    ['publishAt', 'schedule or lift the announcement instead'],
    ['mailingList', 'drop this announcement and compose another'],
  ] as const)
    if (canonicalJson(plan.value.paper.plan[fixed]) !== canonicalJson(before.plan[fixed]))
      return wrong(`plan.${fixed}`, `cannot change by an edit: ${instead}`);
  const { paper } = plan.value;
  const article = await composeOnly(door.records, door.network, { announcement, plan: paper, cases });
  return yes({ paper, cases: plan.value.cases, article });
}
