/** @jsxImportSource hono/jsx */
import { html } from 'hono/html';

type Words = { title: string; sentences: readonly string[]; link?: { address: string; words: string } };

/** A whole page of a heading, a few sentences and a way on, for where the site has no page of its own; the portal's style is always served. */
export function plainPage({ title, sentences, link = { address: '/', words: 'News and members' } }: Words) {
  return html`<!doctype html>${(
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <link rel="stylesheet" href="/join/portal.css" />
        <title>{title}</title>
      </head>
      <body>
        <main>
          <h1>{title}</h1>
          {sentences.map((sentence) => (
            <p>{sentence}</p>
          ))}
          <p>
            <a href={link.address}>{link.words}</a>
          </p>
        </main>
      </body>
    </html>
  )}`;
}
