/** @jsxImportSource hono/jsx */
import type { LetterLanguage } from '../../domain/letter-language.ts';
import type { LetterWording } from '../../domain/network.ts';
import { fingerprintWords } from '../fingerprint-words.ts';
import { letterTextWords as words } from '../letter-text-english.ts';
import { filled } from '../letter-words.ts';
import { inParagraphs } from '../shown-text.ts';
import { Harmless } from './harmless.tsx';
import { renderPage } from './layout.tsx';
import type { SiteData } from './site-data.ts';

/** One version of the letter in one language, with the fingerprint of its words. */
export type LetterTextShown = { version: string; language: LetterLanguage; wording: LetterWording; sha256: string };

/** All versions and languages of the letter; `current` is the version that is sent to cities now. */
export function renderLetterTexts(site: SiteData, texts: readonly LetterTextShown[], current: string): string {
  const versions = [...new Set(texts.map(({ version }) => version))];
  return renderPage(
    site,
    headOf(site, 'letter-text/index.html', words.title),
    <div class="wide check">
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      {versions.map((version) => (
        <section>
          <h2>
            <Harmless text={filled(version === current ? words.current : words.earlier, { version })} />
          </h2>
          <Links site={site} texts={texts.filter((text) => text.version === version)} />
        </section>
      ))}
    </div>,
  );
}

/** The words of one version in one language, and how their fingerprint is worked out. */
export function renderLetterText(site: SiteData, text: LetterTextShown, others: readonly LetterTextShown[]): string {
  const { version, language, wording, sha256 } = text;
  const named = filled(words.version, { version, language: languageName(language) });
  const file = `${language}.json`;
  return renderPage(
    site,
    headOf(site, `letter-text/${encodeURIComponent(version)}/${language}`, `${words.title}: ${named}`),
    <div class="wide check">
      <h1>{words.title}</h1>
      <p class="lead">
        <Harmless text={named} />
      </p>
      <p>
        {words.fingerprint}
        <br />
        <code>{(sha256.match(/.{4}/g) ?? []).join(' ')}</code>
      </p>
      <article class="letter-text" lang={language}>
        <h2>
          <Harmless text={wording.title} />
        </h2>
        <Paragraphs text={wording.opening} />
        <ol>
          {wording.commitments.map((commitment) => (
            <li>
              <Paragraphs text={commitment} />
            </li>
          ))}
        </ol>
        <Paragraphs text={wording.closing} />
      </article>
      <h2>{words.decide}</h2>
      <p>{words.decideText}</p>
      <h2>{words.check}</h2>
      <p>
        {words.checkText} <a href={`${addressOf(site, text)}.json`}>{words.file}</a>
      </p>
      <pre>{filled(words.command, { file })}</pre>
      {others.length > 0 && <h2>{words.others}</h2>}
      <Links site={site} texts={others} />
      <p>
        <a href={`${site.address}/letter-text`}>{words.back}</a>
      </p>
    </div>,
  );
}

function Links({ site, texts }: { site: SiteData; texts: readonly LetterTextShown[] }) {
  return (
    <ul>
      {texts.map((text) => (
        <li>
          <a href={addressOf(site, text)} hreflang={text.language}>
            {languageName(text.language)}
          </a>{' '}
          <code>{fingerprintWords(text.sha256)}</code>
        </li>
      ))}
    </ul>
  );
}

function Paragraphs({ text }: { text: string }) {
  return (
    <>
      {inParagraphs(text).map((paragraph) => (
        <p>{paragraph}</p>
      ))}
    </>
  );
}

function headOf(site: SiteData, path: string, title: string) {
  const start = new URL(`${site.address}/`).pathname;
  return { path, title, description: words.lead, start, style: `${start}check/style.css` };
}

function addressOf({ address }: SiteData, { version, language }: LetterTextShown): string {
  return `${address}/letter-text/${encodeURIComponent(version)}/${language}`;
}

function languageName(language: LetterLanguage): string {
  return new Intl.DisplayNames('en', { type: 'language' }).of(language) ?? language;
}
