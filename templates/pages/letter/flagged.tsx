/** @jsxImportSource hono/jsx */
import type { Flag } from '../../../domain/onboarding/flags.ts';
import type { PageWords } from '../words.ts';

/** What staff look at in a signature, and what would settle each point; nothing where there is nothing to look at. */
export function Flagged({
  words,
  here,
  flags,
  foreseen = false,
}: {
  words: PageWords;
  here: string;
  flags: readonly Flag[];
  /** Nobody has signed yet: this is what would be looked at. */
  foreseen?: boolean;
}) {
  if (flags.length === 0) return <></>;
  return (
    <section class="panel warn">
      <h2>{foreseen ? words.letter.foreseen : words.letter.looksAt}</h2>
      <p>{foreseen ? words.letter.foreseenHint : words.letter.looksAtHint}</p>
      <ul>
        {flags.map(({ kind, settled }) => (
          <li>
            <strong>{words.flags[kind].what}</strong> {settled ? words.letter.settled : words.flags[kind].settle}
          </li>
        ))}
      </ul>
      <p>
        <a href={`${here}/mandate`}>{words.letter.changeMandate}</a>
      </p>
    </section>
  );
}
