import type { Officer } from '../../cli/demo/office.ts';
import type { StatementPaper } from '../../domain/case-papers.ts';
import { messageIdOf } from '../../domain/message-id.ts';
import { membershipOf } from '../../domain/onboarding/state.ts';
import { quotesOf } from '../../domain/statement.ts';
import type { AuditReport } from '../../records/audit.ts';
import type { Delivery } from '../../records/deliveries.ts';
import type { CaseFile } from '../../service/case-file.ts';
import type { AnnouncementFile } from '../../web/staff-api/announcement-file.ts';
import type { Stage } from './journey.ts';

/** What must hold whatever was done and whatever broke; each sentence tells of something that does not. */
export async function brokenInvariants(stage: Stage): Promise<string[]> {
  const [officer] = stage.officers;
  const files = await Promise.all((await officer.cases()).map(({ id }) => officer.show(id)));
  const summaries = await officer.ask<{ id: string }[]>('/announcements');
  const announcements = await Promise.all(
    summaries.map(({ id }) => officer.ask<AnnouncementFile>(`/announcements/${id}`)),
  );
  const { verified, problems } = await officer.ask<AuditReport>('/audit/verify');
  return [
    ...files.flatMap(membershipProblems),
    ...files.flatMap(ownWorkProblems),
    ...announcements.flatMap((one) => announcementProblems(one, files)),
    ...(verified ? [] : problems),
    ...(await receiptProblems(stage, officer)),
  ];
}

/** No member without a signature that one person verified and another countersigned. */
function membershipProblems({ view }: CaseFile): string[] {
  const member = membershipOf(view.stage);
  if (!member) return [];
  const verified = view.acts.findLast((act) => act.kind === 'verify');
  const countersigned = view.acts.findLast((act) => act.kind === 'countersign');
  const signed = view.acts.findLast((act) => act.kind === 'sign' || act.kind === 'upload');
  const shown = member.signatures.map(({ sha256 }) => sha256);
  return [
    ...(signed && shown.length > 0 ? [] : [`${view.case} is a member, but nobody has signed`]),
    ...(verified?.kind === 'verify' && shown.includes(verified.sha256)
      ? []
      : [`${view.case} is a member by a signature that nobody verified`]),
    ...(countersigned && countersigned.actor !== verified?.actor
      ? []
      : [`${view.case} is a member without a countersignature of a second person`]),
  ];
}

/** Nobody approves what they wrote or verifies what they signed. */
function ownWorkProblems({ view }: CaseFile): string[] {
  const by = (kinds: string[]) =>
    new Set(view.acts.filter(({ kind }) => kinds.includes(kind)).map(({ actor }) => actor));
  const same = (made: string[], checked: string[]) => [...by(made)].some((actor) => by(checked).has(actor));
  const twice = view.acts.map(({ id }) => id).filter((id, index, all) => all.indexOf(id) !== index);
  return [
    ...(same(['sign', 'upload'], ['verify']) ? [`${view.case}: somebody verified their own signature`] : []),
    ...(same(['draft'], ['approve-words']) ? [`${view.case}: somebody approved their own words`] : []),
    ...(twice.length > 0 ? [`${view.case}: an act was taken twice`] : []),
  ];
}

/** No word is published that was not approved by its hash, by somebody who did not compose it. */
function announcementProblems(announcement: AnnouncementFile, files: CaseFile[]): string[] {
  const { stage, acts, cases, announcement: id } = announcement.view;
  if (stage.step !== 'published') return [];
  const approval = acts.findLast((act) => act.kind === 'approve');
  const own = stage.composedBy.includes(stage.approvedBy);
  const approved = files.filter(({ view }) => cases.includes(view.case)).flatMap(approvedQuotes);
  const printed = JSON.stringify(announcement.article);
  const quotes = [...printed.matchAll(/"quote":\{[^}]*"text":"((?:[^"\\]|\\.)*)"/g)].map(([, text]) =>
    JSON.parse(`"${text}"`),
  );
  return [
    ...(approval?.kind === 'approve' && approval.article === stage.publishedSha256
      ? []
      : [`${id}: what is published is not what was approved`]),
    ...(own ? [`${id}: whoever composed it approved it`] : []),
    ...quotes.filter((text) => !approved.includes(text)).map(() => `${id}: a quote is published that nobody approved`),
  ];
}

function approvedQuotes({ view, papers }: CaseFile): string[] {
  const approval = view.acts.findLast((act) => act.kind === 'approve-words');
  const draft = view.acts.findLast(
    (act) => act.kind === 'draft' && approval?.kind === 'approve-words' && act.sha256 === approval.sha256,
  );
  const paper = draft ? (papers[draft.id] as StatementPaper | undefined) : undefined;
  return paper ? quotesOf(paper.statement.section.blocks).map(({ text }) => text) : [];
}

/** What a receipt says is what the receiver has; copies are alike, and nothing arrived that no receipt speaks of. */
async function receiptProblems(stage: Stage, officer: Officer): Promise<string[]> {
  const copies = await stage.post.copies(() => true);
  const mails = (await officer.ask<Delivery[]>('/mails')).filter(({ channel }) => channel === 'mail');
  const problems: string[] = [];
  for (const { id, kind, state } of mails) {
    const messageId = [...copies.keys()].find((one) => one.startsWith(messageIdOf(id, '').slice(0, -1)));
    const got = messageId === undefined ? [] : (copies.get(messageId) ?? []);
    if (messageId !== undefined) copies.delete(messageId);
    if (state === 'done' && got.length === 0) problems.push(`${id} (${kind}) is said to be done, and never arrived`);
    if (state === 'failed' && got.length > 0) problems.push(`${id} (${kind}) is said to have failed, and arrived`);
    if (['begun', 'deferred'].includes(state)) problems.push(`${id} (${kind}) is still ${state}`);
    if (new Set(got).size > 1) problems.push(`${id} (${kind}) came in several versions`);
    if (kind === 'newsletter' && got.length > 1) problems.push(`${id} came ${got.length} times`);
  }
  return [...problems, ...[...copies.keys()].map((one) => `${one} arrived, and no receipt speaks of it`)];
}
