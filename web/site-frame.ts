import type { Door } from '../service/door.ts';
import type { SiteData } from '../templates/site/site-data.ts';

/** The frame of the site, without what is published on it. */
export function siteFrame({ network, address }: Door): SiteData {
  const image = () => ({ type: 'application/octet-stream', extension: 'bin' });
  return { network, address, articles: [], members: [], image };
}
