import { Hono } from 'hono';
import type { LetterLanguage } from '../domain/letter-language.ts';
import { languagesOfLetter, letterWording, textFile, textSha256 } from '../domain/letter-wording.ts';
import type { Network } from '../domain/network.ts';
import type { Door } from '../service/door.ts';
import { type LetterTextShown, renderLetterText, renderLetterTexts } from '../templates/site/letter-text.tsx';
import { harmless } from './harmless-headers.ts';
import { siteFrame } from './site-frame.ts';

/**
 * The texts of the Letter of Intent, to be mounted at `/letter-text`: each version in each language with its fingerprint,
 * for a council that decides on it before there is a letter, and the very file of which the fingerprint is taken.
 */
export function createLetterText(door: Door): Hono {
  const { network } = door;
  const pages = new Hono();
  pages.use(harmless);
  pages.get('/', (c) => c.html(renderLetterTexts(siteFrame(door), textsOf(network), network.letter.current)));
  pages.get('/:version/:file{[a-z]{2}\\.json}', async (c, next) => {
    const text = textOf(network, c.req.param('version'), c.req.param('file').slice(0, 2));
    if (!text) return await next();
    return c.body(textFile(text.version, text.language, text.wording), 200, { 'content-type': 'application/json' });
  });
  pages.get('/:version/:language{[a-z]{2}}', async (c, next) => {
    const text = textOf(network, c.req.param('version'), c.req.param('language'));
    if (!text) return await next();
    const others = textsOf(network).filter(({ version, language }) => {
      return version === text.version && language !== text.language;
    });
    return c.html(renderLetterText(siteFrame(door), text, others));
  });
  return pages;
}

/** Every version in every language, the newest version first. */
function textsOf(network: Network): LetterTextShown[] {
  return network.letter.versions.toReversed().flatMap(({ version }) =>
    languagesOfLetter(network, version).flatMap((language) => {
      const text = textOf(network, version, language);
      return text ? [text] : [];
    }),
  );
}

function textOf(network: Network, version: string, language: string): LetterTextShown | null {
  const known: LetterLanguage | undefined = languagesOfLetter(network, version).find((one) => one === language);
  const wording = known ? letterWording(network, version, known) : null;
  return known && wording ? { version, language: known, wording, sha256: textSha256(version, known, wording) } : null;
}
