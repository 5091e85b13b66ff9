/** @jsxImportSource hono/jsx */
import { noticesOf } from '../../domain/amending.ts';
import type { PublishedArticle } from '../../domain/site-contents.ts';
import { shortDayWords } from '../time-words.ts';
import { Harmless } from './harmless.tsx';
import { dayIn, offsetTime } from './published-time.ts';
import { siteWords } from './words.ts';

const words = siteWords('en');

/** What readers are told of corrections and of taking back, each with its day, the newest first; nothing for a first edition. */
export function Notices({ published, zone }: { published: PublishedArticle; zone: string }) {
  const notices = noticesOf(published.article).map((notice, index) => ({
    ...notice,
    at: published.noticedAt[index] ?? published.modifiedAt,
  }));
  if (notices.length === 0) return null;
  return (
    <aside class="notices" aria-label={words.notices}>
      {notices.toReversed().map(({ kind, text, at }) => (
        <div class="notice" data-kind={kind}>
          <p class="when">
            {words.notice(kind)}{' '}
            <time datetime={offsetTime(at, zone)}>{shortDayWords(dayIn(at, zone), words.language)}</time>
          </p>
          <p class="reason" dir="auto">
            <Harmless text={text} />
          </p>
        </div>
      ))}
    </aside>
  );
}

/** The same as markup on its own, for feeds. */
export function noticesMarkup(published: PublishedArticle, zone: string): string {
  return noticesOf(published.article).length === 0 ? '' : (<Notices published={published} zone={zone} />).toString();
}
