import type { Edition } from '../../activities/publishing.ts';
import { canonicalJson } from '../../domain/canonical.ts';
import type { Instant, Sha256 } from '../../domain/ids.ts';
import { readArticleDocument } from '../../records/composing.ts';
import { siteContents } from '../../records/site-contents.ts';
import { renderSite } from '../../templates/site/site.ts';
import type { Pages, PressRoom } from './press-room.ts';

/** Renders the whole site as it is with this article in it, keeps every file by its hash, and answers with the list of them. */
export async function renderPages(
  room: PressRoom,
  order: Edition & { article: Sha256; at: Instant },
): Promise<Uint8Array> {
  const { records, network, address } = room;
  const article = await readArticleDocument(records, order.article);
  const own = { id: order.announcement, edition: order.edition, article, at: order.at };
  const { articles, members, images, editions } = await siteContents(records, network, own);
  const files: Pages['files'] = {};
  for (const [hash, { extension }] of images) files[`images/${hash}.${extension}`] = hash;
  const image = (hash: Sha256) => images.get(hash) ?? { type: 'application/octet-stream', extension: 'bin' };
  for (const { path, body } of renderSite({ network, address, articles, members, image }))
    files[path] = await records.documents.put(Buffer.from(body));
  const pages: Pages = { files, article: `news/${article.slug}/index.html`, editions };
  return Buffer.from(canonicalJson(pages));
}
