import type { SiteContents } from '../domain/site-contents.ts';
import type { Door } from '../service/door.ts';
import { renderSite } from '../templates/site/site.ts';

/** The first page and the lists of the site, as they are with these contents; articles and feeds stay as they were published. */
export function directoryFiles({ network, address }: Door, { articles, members, images }: SiteContents) {
  const image = (sha256: string) => images.get(sha256) ?? { type: 'application/octet-stream', extension: 'bin' };
  return renderSite({ network, address, articles, members, image }).filter(({ path }) => lists.has(path));
}

const lists: ReadonlySet<string> = new Set(['style.css', '404.html', 'members/index.html', 'index.html']);
