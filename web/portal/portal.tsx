/** @jsxImportSource hono/jsx */
import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { csrf } from 'hono/csrf';
import { HTTPException } from 'hono/http-exception';
import { secureHeaders } from 'hono/secure-headers';
import { isUnreachable } from '../../service/acting.ts';
import type { Door } from '../../service/door.ts';
import { askNewLink } from '../../service/new-link.ts';
import { filled } from '../../templates/letter-words.ts';
import { NewLinkPage, TellingPage } from '../../templates/pages/plain-pages.tsx';
import { portalStyle } from '../../templates/pages/style.ts';
import { isDiskFull, noteFault } from '../faults.ts';
import { frameOf, page, refusedPage, troublePage } from './answering.tsx';
import { applyRoutes } from './apply-routes.tsx';
import { evidenceOfLetter } from './evidence.ts';
import { handedInPages } from './handed-in-pages.ts';
import { linkRoutes } from './link-routes.tsx';
import { formIn } from './submitted.ts';

const megabyte = 1024 * 1024;

/** The city's portal, to be mounted at `/join`: pages that only show, and forms that act. It needs no script and no account. */
export function createPortal(door: Door): Hono {
  const portal = new Hono();
  guard(portal, door);
  portal.get('/portal.css', (context) => {
    context.header('cache-control', 'public, max-age=3600');
    return context.body(portalStyle, 200, { 'content-type': 'text/css; charset=utf-8' });
  });
  newLinkRoutes(portal, door);
  applyRoutes(portal, door);
  handedInPages(portal, door);
  evidenceOfLetter(portal, door);
  linkRoutes(portal, door);
  portal.all('*', (context) => troublePage(context, frameOf(door), frameOf(door).words.noPage, 404));
  return portal;
}

/** What holds for every page: no script, no frame, nothing kept, no form from elsewhere, nothing too large. */
function guard(portal: Hono, door: Door): void {
  const { words } = frameOf(door);
  const none = ["'none'"];
  const self = ["'self'"];
  portal.use('*', async (context, next) => {
    await next();
    if (!context.res.headers.has('cache-control')) context.header('cache-control', 'no-store');
    // A browser shows a PDF with a page of its own, which a policy without any source would leave blank.
    if (context.res.headers.get('content-type') === 'application/pdf')
      context.header('content-security-policy', "frame-ancestors 'none'");
  });
  portal.use(
    '*',
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: none,
        styleSrc: self,
        imgSrc: self,
        formAction: self,
        baseUri: none,
        frameAncestors: none,
      },
      referrerPolicy: 'same-origin',
      xFrameOptions: 'DENY',
    }),
  );
  portal.use('*', csrf({ origin: (origin, context) => ownOrigins(door, context.req.url).includes(origin) }));
  portal.use('*', async (context, next) => {
    const isUpload = /\/(upload|name-signatory|give-mandate)$/.test(context.req.path);
    const limit = filled(words.tooLarge.what, { limit: isUpload ? '20 MB' : '1 MB' });
    const onError = () => {
      // What is left of the body is not read, so the connection cannot carry another request.
      context.header('connection', 'close');
      return troublePage(context, frameOf(door), { ...words.tooLarge, what: limit }, 413);
    };
    return await bodyLimit({ maxSize: (isUpload ? 21 : 1) * megabyte, onError })(context, next);
  });
  portal.onError((error, context) => {
    const frame = frameOf(door);
    if (error instanceof HTTPException && error.status === 403)
      return troublePage(context, frame, frame.words.foreign, 403);
    if (isUnreachable(error)) return refusedPage(context, frame, { code: 'unreachable' });
    const isFull = isDiskFull(error);
    const said = isFull ? frame.words.noRoom : frame.words.fault;
    const next = filled(said.next, { number: noteFault(error) });
    return troublePage(context, frame, { ...said, next }, isFull ? 507 : 500);
  });
}

function ownOrigins(door: Door, url: string): string[] {
  return [new URL(door.address).origin, new URL(url).origin];
}

function newLinkRoutes(portal: Hono, door: Door): void {
  const frame = frameOf(door);
  portal.get('/new-link', (context) => page(context, <NewLinkPage frame={frame} form={randomUUID()} />));

  portal.post('/new-link', async (context) => {
    const email = (await formIn(context)).get('email');
    // Not waited for: an address that we know must not take longer than one that we do not.
    if (typeof email === 'string' && email.length <= 254) askNewLink(door, email).catch(() => {});
    const { asked, askedText, hurry } = frame.words.newLink;
    const next = filled(hurry, { email: frame.network.email });
    return page(context, <TellingPage frame={frame} title={asked} what={askedText} next={next} />);
  });
}
