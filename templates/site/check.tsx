/** @jsxImportSource hono/jsx */
import { checkPageWords as words } from '../letter-check-english.ts';
import type { CheckWords } from '../letter-check-words.ts';
import { filled } from '../letter-words.ts';
import { Harmless } from './harmless.tsx';
import { renderPage } from './layout.tsx';
import type { SiteData } from './site-data.ts';

/** Why nothing was looked at: nothing was sent, too much, or by too many at once. */
export type CheckTrouble = 'nothing' | 'not-a-fingerprint' | 'too-large' | 'too-many' | 'no-such-code';

export type CheckPage = { answer: CheckWords | null; trouble: CheckTrouble | null };

/** The page on which anybody checks a letter, with the answer above the form where there is one. */
export function renderCheck(site: SiteData, { answer, trouble }: CheckPage): string {
  const title = answer?.title ?? (trouble ? words.troubles[trouble].title : words.title);
  const head = {
    path: 'check/index.html',
    title,
    description: words.lead,
    start: new URL(`${site.address}/`).pathname,
    style: `${new URL(`${site.address}/`).pathname}check/style.css`,
    more: <meta name="robots" content="noindex" />,
  };
  return renderPage(
    site,
    head,
    <div class="wide check">
      {answer && <Verdict answer={answer} />}
      {trouble && <Trouble trouble={trouble} />}
      {answer || trouble ? <h2>{words.another}</h2> : <h1>{words.title}</h1>}
      <p class="lead">{words.lead}</p>
      <Form site={site} />
      <h2>{words.withoutUs}</h2>
      <p>{words.withoutUsText}</p>
      <pre>{words.withoutUsCommand}</pre>
      <p>{filled(words.withoutUsRoot, { email: site.network.sender.email })}</p>
    </div>,
  );
}

const classes = { '+': 'good', '!': 'part', x: 'bad', '?': 'none' } as const;

function Verdict({ answer }: { answer: CheckWords }) {
  const { sign, title, sentences, facts, test } = answer;
  return (
    <section class={`verdict ${classes[sign]}`} role="status">
      <h1>
        <b aria-hidden="true">{sign}</b> {title}
      </h1>
      {test !== null && <p class="test">{test}</p>}
      {sentences.map((sentence) => (
        <p>
          <Harmless text={sentence} />
        </p>
      ))}
      <dl>
        {facts.map(([name, value]) => (
          <>
            <dt>{name}</dt>
            <dd class={/^([0-9a-f]{4} ){15}[0-9a-f]{4}$/.test(value) ? 'mono' : undefined} dir="auto">
              <Harmless text={value} />
            </dd>
          </>
        ))}
      </dl>
    </section>
  );
}

function Trouble({ trouble }: { trouble: CheckTrouble }) {
  const { title, text } = words.troubles[trouble];
  return (
    <section class="verdict bad" role="alert">
      <h1>{title}</h1>
      <p>{text}</p>
    </section>
  );
}

function Form({ site }: { site: SiteData }) {
  const path = `${new URL(`${site.address}/`).pathname}check`;
  return (
    <form method="post" action={path} enctype="multipart/form-data">
      <label>
        {words.file}
        <span class="hint">{words.fileHint}</span>
        <input type="file" name="letter" accept="application/pdf,image/jpeg,image/png" />
      </label>
      <label>
        {words.fingerprint}
        <span class="hint">{words.fingerprintHint}</span>
        <input type="text" name="fingerprint" class="mono" autocomplete="off" spellcheck={false} />
      </label>
      <button type="submit">{words.check}</button>
    </form>
  );
}
