import type { Article } from '../domain/article.ts';
import type { PlanPaper } from '../domain/case-papers.ts';
import { type AnnouncementRow, announcementViewOf } from '../records/announcements.ts';
import { composeOnly, readArticleDocument } from '../records/composing.ts';
import { bodyOf } from '../records/papers.ts';
import type { Door } from './door.ts';

/**
 * The article that an announcement's step is about; while cities are awaited, as it would go out now with those that are
 * ready, or null where none is.
 */
export async function articleNow(door: Door, row: AnnouncementRow): Promise<Article | null> {
  const { records, network } = door;
  const { stage, cases, plan } = announcementViewOf(row);
  if (stage.step !== 'gathering') {
    const sha256 = 'article' in stage ? stage.article : row.article;
    return sha256 === '' ? null : await readArticleDocument(records, sha256);
  }
  const ready = cases.filter((one) => !stage.awaited.includes(one));
  if (ready.length === 0) return null;
  const paper = await bodyOf<PlanPaper>(records.database, plan);
  return await composeOnly(records, network, { announcement: row.id, plan: paper, cases: ready });
}
