import { trouble } from '../../activities/failures.ts';
import type { Edition, Press } from '../../activities/publishing.ts';
import { sha256, sha256OfValue } from '../../domain/canonical.ts';
import type { PlanPaper } from '../../domain/case-papers.ts';
import type { Instant, Sha256 } from '../../domain/ids.ts';
import { findAnnouncement, listAnnouncements, noteArticle, notePages } from '../../records/announcements.ts';
import { composeFromRecords } from '../../records/composing.ts';
import { beginDelivery, endDelivery } from '../../records/deliveries.ts';
import { bodyOf } from '../../records/papers.ts';
import type { Records } from '../../records/records.ts';
import { sendNewsletter } from './newsletter.ts';
import type { Pages, PressRoom } from './press-room.ts';
import { readArticle } from './published-article.ts';
import type { SiteFolder } from './site-folder.ts';
import { renderPages } from './site-pages.ts';

/** Where each channel's part of an edition is found on the site. */
const channels = { 'rss-feed': 'feeds/rss.xml', 'atom-feed': 'feeds/atom.xml', 'json-feed': 'feeds/feed.json' };

/** Composes, renders, publishes and mails announcements. */
export function createPress(room: PressRoom): Press {
  const { records, network } = room;
  return {
    compose: async ({ announcement, edition, plan, cases }) => {
      const paper = await bodyOf<PlanPaper>(records.database, plan);
      const { article, sha256: hash } = await composeFromRecords(records, network, {
        announcement,
        plan: paper,
        cases,
      });
      await noteArticle(records.database, announcement, edition, {
        article: hash,
        title: article.title,
        slug: article.slug,
      });
      return hash;
    },
    render: async (order) => {
      const row = await findAnnouncement(records.database, order.announcement, order.edition);
      if (row?.pages) return row.pages;
      const pages = await renderPages(room, order);
      return await notePages(records.database, order.announcement, order.edition, await records.documents.put(pages));
    },
    publish: (order) => publish(room, order),
    sendNewsletter: (order) => sendNewsletter(room, order),
  };
}

async function publish(
  room: PressRoom,
  order: Edition & { article: Sha256; pages: Sha256; at: Instant },
): Promise<Sha256> {
  const { records, site } = room;
  const pages = await readPages(records, order.pages);
  const receipts = { ...channels, page: pages.article };
  for (const channel of Object.keys(receipts)) await beginReceipt(records, order, channel);

  await site.publish(
    Object.entries(await withNewestLists(records, pages)).map(([path, hash]) => ({
      path,
      read: async () => await readBytes(records, hash),
    })),
  );
  const published = await readBack(site, pages);
  if (published !== order.article) throw trouble('published-words-differ', false);

  for (const [channel, path] of Object.entries(receipts)) {
    const bytes = await site.read(path);
    await endDelivery(records.database, receiptId(order, channel), {
      state: 'done',
      at: order.at,
      receipt: bytes ? sha256(bytes) : 'absent',
    });
  }
  return published;
}

/**
 * The files of an edition, with lists and feeds from whichever edition knows most editions: where two are published at the
 * same time, the later to arrive must not put older lists back.
 */
async function withNewestLists(records: Records, own: Pages): Promise<Pages['files']> {
  const rows = await listAnnouncements(records.database);
  const all = await Promise.all(rows.flatMap(({ pages }) => (pages === null ? [] : [readPages(records, pages)])));
  const newest = all.reduce((most, one) => (one.editions > most.editions ? one : most), own);
  const page = own.files[own.article];
  return { ...own.files, ...newest.files, ...(page === undefined ? {} : { [own.article]: page }) };
}

/** The hash of the article as a reader finds it: read from the published page and its published picture. */
async function readBack(site: SiteFolder, pages: Pages): Promise<Sha256> {
  const page = await site.read(pages.article);
  if (!page) throw trouble('page-not-there', false);
  const images = new Map<string, Sha256>();
  for (const path of Object.keys(pages.files).filter((one) => one.startsWith('images/'))) {
    const bytes = await site.read(path);
    if (bytes) images.set(path, sha256(bytes));
  }
  const article = readArticle(Buffer.from(page).toString('utf8'), (source) => {
    const found = [...images].find(([path]) => source.endsWith(path));
    if (!found) throw trouble('picture-not-there', false);
    return found[1];
  });
  return sha256OfValue(article);
}

async function beginReceipt(
  records: Records,
  order: Edition & { article: Sha256; at: Instant },
  channel: string,
): Promise<void> {
  await beginDelivery(records.database, {
    id: receiptId(order, channel),
    subject: order.announcement,
    channel: 'site',
    kind: channel,
    receiver: 'public',
    copy: order.article,
    at: order.at,
  });
}

function receiptId({ announcement, edition }: Edition, channel: string): string {
  return `${announcement}/${edition}/${channel}`;
}

async function readPages(records: Records, hash: Sha256): Promise<Pages> {
  return JSON.parse(Buffer.from(await readBytes(records, hash)).toString('utf8')) as Pages;
}

async function readBytes(records: Records, hash: Sha256): Promise<Uint8Array> {
  const bytes = await records.documents.get(hash);
  if (!bytes) throw trouble('document-missing', false);
  return bytes;
}
