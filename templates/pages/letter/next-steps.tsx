/** @jsxImportSource hono/jsx */
import { filled } from '../../letter-words.ts';
import { inOneLine } from '../../shown-text.ts';
import type { PageWords } from '../words.ts';

/** What happens once a letter is signed, who does it, and by when. */
export function NextSteps({ words, cityName, days }: { words: PageWords; cityName: string; days: number }) {
  const gaps = { city: inOneLine(cityName), days: String(days) };
  return (
    <section>
      <h2>{words.letter.next}</h2>
      <ol>
        {words.letter.nextSteps.map((step) => (
          <li>{filled(step, gaps)}</li>
        ))}
      </ol>
    </section>
  );
}
