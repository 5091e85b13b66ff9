/** @jsxImportSource hono/jsx */
import { html } from 'hono/html';

/** A whole page of a heading and a few sentences, for where there is nothing else to show. */
export function plainPage({ title, sentences }: { title: string; sentences: readonly string[] }) {
  return html`<!doctype html>${(
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <title>{title}</title>
      </head>
      <body>
        <main>
          <h1>{title}</h1>
          {sentences.map((sentence) => (
            <p>{sentence}</p>
          ))}
          <p>
            <a href="/">News and members</a>
          </p>
        </main>
      </body>
    </html>
  )}`;
}
