import { readFile, realpath, stat } from 'node:fs/promises';
import { basename, extname, join, sep } from 'node:path';
import { type Context, Hono } from 'hono';
import { etag } from 'hono/etag';
import { secureHeaders } from 'hono/secure-headers';
import { getMimeType } from 'hono/utils/mime';
import { plainPage } from './plain-page.tsx';

/**
 * Serves the folder of published pages as it stands: `index.html` for a folder, the folder's own `404.html` for what is
 * not there. Nothing outside the folder, no file or folder that begins with a dot. The folder need not exist yet.
 */
export function createSite(folder: string): Hono {
  const site = new Hono();
  site.use(readersAreSafe, etag());
  site.get('*', async (c) => {
    const path = pathAsked(c.req.path);
    const found = path === null ? null : await lookUp(folder, path);
    if (found?.kind === 'folder') return c.redirect(`${new URL(c.req.url).pathname}/`, 301);
    return found ? await served(c, found.file, 200) : await missing(c, folder);
  });
  return site;
}

// Pages carry no script, and whoever puts TLS in front also says for which hosts it holds.
const readersAreSafe = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'"],
    fontSrc: ["'self'"],
    formAction: ["'self'"],
    baseUri: ["'none'"],
    frameAncestors: ["'none'"],
  },
  crossOriginResourcePolicy: 'cross-origin',
  referrerPolicy: 'strict-origin-when-cross-origin',
  strictTransportSecurity: false,
  xFrameOptions: 'DENY',
});

/** The path inside the folder that an address asks for; null where it could lead anywhere else. */
function pathAsked(path: string): string | null {
  try {
    const steps = decodeURIComponent(path).slice(1).split('/');
    const strange = steps.some((step, index) => /^\.|[\\\0]/.test(step) || (step === '' && index < steps.length - 1));
    return strange ? null : steps.join('/');
  } catch {
    return null;
  }
}

type Found = { kind: 'file'; file: string } | { kind: 'folder' };

async function lookUp(folder: string, path: string): Promise<Found | null> {
  const file = join(folder, path, path === '' || path.endsWith('/') ? 'index.html' : '');
  try {
    const [home, real] = await Promise.all([realpath(folder), realpath(file)]);
    if (!real.startsWith(home + sep)) return null;
    const there = await stat(real);
    if (there.isDirectory()) return await indexOf(join(file, 'index.html'));
    return there.isFile() ? { kind: 'file', file } : null;
  } catch (error) {
    if (isNotThere(error)) return null;
    throw error;
  }
}

async function indexOf(file: string): Promise<Found | null> {
  return (await stat(file)).isFile() ? { kind: 'folder' } : null;
}

async function served(c: Context, file: string, status: 200 | 404): Promise<Response> {
  const bytes = await readFile(file);
  // Addresses stay while what stands there changes, so whoever keeps a copy asks whether it still holds.
  return c.body(bytes, status, { 'content-type': typeOf(file), 'cache-control': 'no-cache' });
}

async function missing(c: Context, folder: string): Promise<Response> {
  const own = await lookUp(folder, '404.html');
  if (own?.kind === 'file') return await served(c, own.file, 404);
  return await c.html(plainPage(c.req.path === '/' ? notYet : nothingHere), 404);
}

const nothingHere = {
  title: 'There is no page at this address',
  sentences: ['Check the address, or start from the first page.'],
};
const notYet = {
  title: 'Nothing has been announced yet',
  sentences: ['The first announcement will stand here.'],
  link: { address: '/join', words: 'Join the network' },
};

const feedTypes: Record<string, string> = {
  'rss.xml': 'application/rss+xml',
  'atom.xml': 'application/atom+xml',
  'feed.json': 'application/feed+json',
};

function typeOf(file: string): string {
  const type = feedTypes[basename(file)] ?? getMimeType(file) ?? 'application/octet-stream';
  return extname(file) !== '' && /^text\/|[+/](xml|json)$/.test(type.split(';')[0] ?? '')
    ? `${type.split(';')[0]}; charset=utf-8`
    : type;
}

function isNotThere(error: unknown): boolean {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : null;
  return code === 'ENOENT' || code === 'ENOTDIR' || code === 'ENAMETOOLONG' || code === 'ELOOP';
}
