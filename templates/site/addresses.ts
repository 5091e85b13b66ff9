import type { Sha256 } from '../../domain/ids.ts';
import type { SiteData } from './site-data.ts';

/** The whole address of an article: it ends in `/news/<slug>/`. */
export function articleAddress({ address }: SiteData, slug: string): string {
  return `${address}/news/${slug}/`;
}

/** The path of a picture below the site's address. */
export function picturePath({ image }: SiteData, sha256: Sha256): string {
  return `images/${sha256}.${image(sha256).extension}`;
}

/** The whole address of a picture. */
export function pictureAddress(site: SiteData, sha256: Sha256): string {
  return `${site.address}/${picturePath(site, sha256)}`;
}

/** The way from a page up to the site's start, so that pages also work when opened as files: `../../`. */
export function toStart(path: string): string {
  return '../'.repeat(path.split('/').length - 1) || './';
}
