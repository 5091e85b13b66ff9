import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { largestUpload } from '../../domain/upload-findings.ts';
import type { Door } from '../../service/door.ts';
import { checkFingerprint, checkLetter } from '../../service/letter/checking.ts';
import { printedLetter } from '../../service/letter/letters-known.ts';
import { type CheckWords, letterCheckWords, printedLetterWords } from '../../templates/letter-check-words.ts';
import { type CheckTrouble, renderCheck } from '../../templates/site/check.tsx';
import { style } from '../../templates/site/style.ts';
import { harmless } from '../harmless-headers.ts';
import { siteFrame } from '../site-frame.ts';
import type { Crowd } from './crowd.ts';

/**
 * The public page on which anybody checks a letter, to be mounted at `/check`: a form, and a page for each code that is
 * printed on a letter. It needs no script, and keeps nothing of what is sent.
 */
export function createCheck(door: Door, crowd: Crowd): Hono {
  const check = new Hono();
  const answered = (c: Context, answer: CheckWords) => c.html(renderCheck(siteFrame(door), { answer, trouble: null }));
  const troubled = (c: Context, trouble: CheckTrouble, wait: number | null = null) => {
    if (wait !== null) c.header('retry-after', String(wait));
    return c.html(renderCheck(siteFrame(door), { answer: null, trouble }), statuses[trouble]);
  };
  const asked = { email: door.network.sender.email, zone: door.network.zone };

  check.use(harmless, async (c, next) => {
    await next();
    if (!c.res.headers.has('cache-control')) c.header('cache-control', 'no-store');
  });
  check.get('/style.css', (c) => {
    c.header('cache-control', 'public, max-age=3600');
    return c.body(style, 200, { 'content-type': 'text/css; charset=utf-8' });
  });
  check.get('/', (c) => c.html(renderCheck(siteFrame(door), { answer: null, trouble: null })));
  check.get('/:token', async (c) => {
    const letter = await printedLetter(door, c.req.param('token'));
    return letter ? answered(c, printedLetterWords(letter, asked)) : troubled(c, 'no-such-code');
  });
  check.post('/', async (c, next) => {
    const wait = crowd.enter(c);
    if (wait !== null) {
      // What is left of the body is not read, so the connection cannot carry another request.
      c.header('connection', 'close');
      return troubled(c, 'too-many', wait);
    }
    return await next().finally(crowd.leave);
  });
  check.post('/', bodyLimit({ maxSize: largestUpload + 65_536, onError: (c) => tooLarge(c, troubled) }), async (c) => {
    const { file, fingerprint } = await sent(c);
    if (file) return answered(c, letterCheckWords(await checkLetter(door, file), asked));
    if (fingerprint === '') return troubled(c, 'nothing');
    if (!/^[0-9a-f]{64}$/.test(fingerprint)) return troubled(c, 'not-a-fingerprint');
    return answered(c, letterCheckWords(await checkFingerprint(door, fingerprint), asked));
  });
  return check;
}

const statuses = {
  nothing: 422,
  'not-a-fingerprint': 422,
  'too-large': 413,
  'too-many': 429,
  'no-such-code': 404,
} as const;

function tooLarge(c: Context, troubled: (c: Context, trouble: CheckTrouble) => Response | Promise<Response>) {
  c.header('connection', 'close');
  return troubled(c, 'too-large');
}

/** What was sent: the bytes of a file, whose name nobody looks at, or a fingerprint as somebody typed it. */
async function sent(c: Context): Promise<{ file: Uint8Array | null; fingerprint: string }> {
  const form = await c.req.formData().catch(() => new FormData());
  const given = form.get('letter');
  const typed = form.get('fingerprint');
  const file = given instanceof File && given.size > 0 ? new Uint8Array(await given.arrayBuffer()) : null;
  return { file, fingerprint: typeof typed === 'string' ? typed.replace(/\s/g, '').toLowerCase() : '' };
}
