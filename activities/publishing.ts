import type { NewsletterCount } from '../domain/announcement/state.ts';
import type { AnnouncementId, CaseId, Instant, PaperId, Sha256 } from '../domain/ids.ts';
import { aliveWithoutPersons } from './failures.ts';

export type Edition = { announcement: AnnouncementId; edition: number };

export type Press = {
  /** Composes the article of these cases as the plan has it, keeps it, and answers with its hash. */
  compose(order: Edition & { plan: PaperId; cases: CaseId[] }): Promise<Sha256>;
  /** Renders every page of the site with the new article, once; a second call finds what the first has kept. */
  render(order: Edition & { article: Sha256; at: Instant }): Promise<Sha256>;
  /** Puts the rendered pages where readers are, reads the article back from its page, and answers with its hash. */
  publish(order: Edition & { article: Sha256; pages: Sha256; at: Instant }): Promise<Sha256>;
  /** Sends a copy to each subscriber, each once. */
  sendNewsletter(order: Edition & { article: Sha256; at: Instant }): Promise<NewsletterCount>;
};

export const publishingActivities = (press: Press) => ({
  composeAnnouncement: (order: Parameters<Press['compose']>[0]): Promise<Sha256> =>
    aliveWithoutPersons(() => press.compose(order)),
  renderSite: (order: Parameters<Press['render']>[0]): Promise<Sha256> =>
    aliveWithoutPersons(() => press.render(order)),
  publishSite: (order: Parameters<Press['publish']>[0]): Promise<Sha256> =>
    aliveWithoutPersons(() => press.publish(order)),
  sendNewsletter: (order: Parameters<Press['sendNewsletter']>[0]): Promise<NewsletterCount> =>
    aliveWithoutPersons(() => press.sendNewsletter(order)),
});
