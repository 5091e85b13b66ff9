import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { messageIdOf } from '../../domain/message-id.ts';
import type { AuditReport, NumberedEntry } from '../../records/audit.ts';
import type { Delivery } from '../../records/deliveries.ts';
import type { AnnouncementFile } from '../../web/staff-api/announcement-file.ts';
import type { Journey, Stage } from './journey.ts';
import { isOf } from './towns.ts';

/** What came of a journey, without what differs from run to run: what staff see, and what receivers got. */
export type Outcome = {
  stage: string;
  acts: string[];
  /** Mails by kind and state, and how many copies the receiver took of each: with one fingerprint, or several. */
  mails: string[];
  announcement: {
    acts: string[];
    wordsAsApproved: boolean;
    newsletter: unknown;
    receipts: string[];
    newsletterCopies: string[];
  };
  /** How often readers find the article: as a page, in each feed. */
  published: Record<string, number>;
  audit: { verified: boolean; problems: string[]; entries: string[] };
  /** Copies at the receiver that no receipt speaks of. */
  unaccounted: number;
};

export async function outcomeOf(stage: Stage & { site: string }, journey: Journey): Promise<Outcome> {
  const [officer] = stage.officers;
  const id = await journey.case();
  const file = await officer.show(id);
  const announcement = await officer.ask<AnnouncementFile>(`/announcements/${journey.announcement}`);
  const { view, slug } = announcement;
  const isReader = (address: string) => journey.readers.includes(address);
  const copies = await stage.post.copies((address) => isOf(journey.town)(address) || isReader(address));
  const told = (one: Delivery) => mailLine(one, copies);
  const entries = async (subject: string) =>
    (await officer.ask<NumberedEntry[]>(`/audit?subject=${encodeURIComponent(subject)}`)).map(({ kind }) => kind);
  const { verified, problems } = await officer.ask<AuditReport>('/audit/verify');
  return {
    stage: file.view.stage.stage,
    acts: file.view.acts.map(({ kind }) => kind),
    mails: file.deliveries.map(told).toSorted(),
    announcement: {
      acts: view.acts.map(({ kind }) => kind),
      wordsAsApproved: view.stage.step === 'published' && view.stage.publishedSha256 === view.stage.article,
      newsletter: view.stage.step === 'published' ? view.stage.newsletter : null,
      receipts: announcement.deliveries
        .filter(({ channel }) => channel === 'site')
        .map(({ kind, state }) => `${kind} ${state}`)
        .toSorted(),
      newsletterCopies: announcement.deliveries.filter(({ channel }) => channel === 'mail').map(told),
    },
    published: await publishedUnder(stage.site, slug),
    audit: { verified, problems, entries: [...(await entries(id)), ...(await entries(journey.announcement))] },
    unaccounted: [...copies.keys()].filter((one) => one !== '').length,
  };
}

/** `letter-to-sign done: 1 copy`; a copy that was found is taken out, so that what remains is unaccounted for. */
function mailLine({ id, kind, state }: Delivery, copies: Map<string, string[]>): string {
  const messageId = [...copies.keys()].find((one) => one.startsWith(messageIdOf(id, '').slice(0, -1)));
  const got = messageId === undefined ? [] : (copies.get(messageId) ?? []);
  if (messageId !== undefined) copies.delete(messageId);
  const alike = new Set(got).size <= 1 ? '' : ', not alike';
  return `${kind} ${state}: ${got.length} ${got.length === 1 ? 'copy' : 'copies'}${alike}`;
}

async function publishedUnder(site: string, slug: string): Promise<Record<string, number>> {
  const found: Record<string, number> = {};
  for (const path of [
    `news/${slug}/index.html`,
    'news/index.html',
    'feeds/rss.xml',
    'feeds/atom.xml',
    'feeds/feed.json',
  ]) {
    const text = await readFile(join(site, path), 'utf8').catch(() => '');
    found[path.replace(slug, '…')] = text.split(`/news/${slug}/`).length - 1;
  }
  return found;
}
