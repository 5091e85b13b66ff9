import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { messageIdOf } from '../../domain/message-id.ts';
import type { Onboarding } from '../../domain/onboarding/state.ts';
import { membershipOf } from '../../domain/onboarding/state.ts';
import { quotesOf, type Statement } from '../../domain/statement.ts';
import type { AuditReport } from '../../records/audit.ts';
import type { Delivery } from '../../records/deliveries.ts';
import type { AnnouncementFile } from '../../web/staff-api/announcement-file.ts';
import type { Officer } from './office.ts';
import type { Played } from './play.ts';
import type { System } from './system.ts';

/** What the demonstration leads to, as `--json` prints it; paths are absolute, and null once the data folder is gone. */
export type Summary = {
  onboardings: {
    city: string;
    case: string;
    stage: string;
    memberSince: string | null;
    letter: { version: string; issuedSha256: string; signedSha256: string; signing: string; file: string | null };
    statement: { sha256: string; quotes: number } | null;
  }[];
  announcement: {
    id: string;
    slug: string;
    title: string;
    sha256: string;
    publishedSha256: string;
    url: string;
    files: { html: string | null; rss: string | null; atom: string | null; json: string | null };
    newsletter: { recipients: number; sent: number };
  };
  mails: { to: string; subject: string; about: string }[];
  audit: { entries: number; verified: boolean };
  dataFolder: string | null;
};

/** Asks the running system what has come of it, through the same doors as anybody else. */
export async function summarise(
  system: System,
  { cases, announcement: id, officers }: Played,
  order: readonly string[],
  kept: boolean,
): Promise<Summary> {
  const [officer] = officers;
  const announcement = await officer.ask<AnnouncementFile>(`/announcements/${id}`);
  const { stage } = announcement.view;
  if (stage.step !== 'published') throw new Error(`The announcement is at ${stage.step}, and not published.`);
  const inOrder = [...order, ...[...cases.keys()].filter((city) => !order.includes(city))];
  const onboardings: Summary['onboardings'] = [];
  for (const city of inOrder) onboardings.push(await onboardingOf(system, officer, cases.get(city) ?? '', kept));
  const { entries, verified } = await officer.ask<AuditReport>('/audit/verify');
  const at = (path: string) => (kept ? join(system.siteFolder, path) : null);
  return {
    onboardings,
    announcement: {
      id,
      slug: announcement.slug,
      title: announcement.title,
      sha256: stage.article,
      publishedSha256: stage.publishedSha256,
      url: `${system.address}/news/${announcement.slug}/`,
      files: {
        html: at(`news/${announcement.slug}/index.html`),
        rss: at('feeds/rss.xml'),
        atom: at('feeds/atom.xml'),
        json: at('feeds/feed.json'),
      },
      newsletter: { recipients: stage.newsletter.recipients, sent: stage.newsletter.sent },
    },
    mails: await mailsOf(system, officer),
    audit: { entries, verified },
    dataFolder: kept ? system.dataFolder : null,
  };
}

async function onboardingOf(
  system: System,
  officer: Officer,
  id: string,
  kept: boolean,
): Promise<Summary['onboardings'][number]> {
  const { view, papers } = await officer.show(id);
  const member = membershipOf(view.stage);
  if (!member) throw new Error(`${id} has not become a member.`);
  const [signature] = member.signatures;
  return {
    city: view.city,
    case: id,
    stage: view.stage.stage,
    memberSince: member.memberSince,
    letter: {
      version: member.letter.version,
      issuedSha256: member.letter.sha256,
      signedSha256: signature?.sha256 ?? '',
      signing: signature?.signing ?? '',
      file: kept ? await letterFile(system, officer, view, member.finalSha256) : null,
    },
    statement: statementOf(view, papers),
  };
}

/** The final letter, put where a person finds it: `letters/<case>.pdf` of the data folder. */
async function letterFile(system: System, officer: Officer, view: Onboarding, sha256: string): Promise<string> {
  const folder = join(system.dataFolder, 'letters');
  await mkdir(folder, { recursive: true });
  const bytes = await officer.fetchDocument(`/cases/${view.case}/documents/${sha256}`);
  const file = join(folder, `${view.case}.${extensionOf(bytes)}`);
  await writeFile(file, bytes);
  return file;
}

function extensionOf(bytes: Uint8Array): string {
  if (bytes[0] === 0x25) return 'pdf';
  return bytes[0] === 0x89 ? 'png' : 'jpg';
}

function statementOf(view: Onboarding, papers: Record<string, unknown>): { sha256: string; quotes: number } | null {
  const { stage } = view;
  if (!('words' in stage) || !stage.words) return null;
  const { words } = stage;
  const draft = view.acts.find((act) => act.kind === 'draft' && act.paper === words.paper);
  const { statement } = papers[draft?.id ?? ''] as { statement: Statement };
  return { sha256: words.sha256, quotes: quotesOf(statement.section.blocks).length };
}

async function mailsOf(system: System, officer: Officer): Promise<Summary['mails']> {
  const deliveries = await officer.ask<Delivery[]>('/mails');
  const domain = system.door.network.sender.email.split('@')[1] ?? 'localhost';
  const subjects = new Map(deliveries.map(({ id, subject }) => [messageIdOf(id, domain), subject]));
  return (await system.catcher.mails()).map(({ to, subject, messageId }) => ({
    to,
    subject,
    about: subjects.get(messageId) ?? '',
  }));
}
