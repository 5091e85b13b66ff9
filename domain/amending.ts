import type { Article, Notice } from './article.ts';
import type { Network } from './network.ts';

/** An article that corrects the one before it: at the same address, with a notice that tells readers what has changed. */
export function correctedArticle(article: Article, before: Article, notice: string): Article {
  return { ...article, slug: before.slug, notices: [...noticesOf(before), { kind: 'correction', text: notice }] };
}

/** What stands at the address of an article that was taken back: nothing of its words, and a notice that says why. */
export function retractedArticle(before: Article, notice: string, { announcement }: Network): Article {
  const { title, lead } = announcement.retracted;
  return {
    title: title.replace('{title}', () => before.title),
    slug: before.slug,
    author: before.author,
    lead,
    sections: [],
    articles: [],
    notices: [...noticesOf(before), { kind: 'retraction', text: notice }],
  };
}

/** Whether an article has been taken back, and not been brought back since. */
export function isRetracted(article: Article): boolean {
  return noticesOf(article).at(-1)?.kind === 'retraction';
}

/** What readers are told of its earlier forms, oldest first. */
export function noticesOf({ notices }: Article): readonly Notice[] {
  return notices ?? [];
}
