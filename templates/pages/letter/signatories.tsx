/** @jsxImportSource hono/jsx */
import { dayIn } from '../../../domain/days.ts';
import type { Instant } from '../../../domain/ids.ts';
import { filled } from '../../letter-words.ts';
import { inOneLine } from '../../shown-text.ts';
import { shortDayWords } from '../../time-words.ts';
import type { PageWords } from '../words.ts';

/** Where one signatory stands: not asked yet, since others sign first; asked; the link opened; or signed, in which way and when. */
export type SignatoryShown = { name: string; title: string; order: number } & (
  | { state: 'later' }
  | { state: 'asked'; at: Instant | null }
  | { state: 'opened'; at: Instant }
  | { state: 'signed'; at: Instant; how: keyof PageWords['letter']['how'] }
);

/** Everybody who signs, in their order: who has, whose turn it is, and who comes later; nothing where nobody does. */
export function Signatories({
  words,
  signatories,
  zone,
}: {
  words: PageWords;
  signatories: readonly SignatoryShown[];
  zone: string;
}) {
  if (signatories.length === 0) return <></>;
  return (
    <section>
      <h2>{words.letter.signatories}</h2>
      <ul class="signatories">
        {signatories.map((one) => (
          <li>
            <span>
              <strong>
                <bdi>{inOneLine(one.name)}</bdi>
              </strong>
              <br />
              <bdi class="quiet">{inOneLine(one.title)}</bdi>
            </span>
            <span class={`tag ${tags[one.state]}`}>{stateWords(words, one, zone)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

const tags = { later: 'later', asked: 'turn', opened: 'turn', signed: 'completed' };

function stateWords(words: PageWords, one: SignatoryShown, zone: string): string {
  const { states, how } = words.letter;
  const on = (at: Instant) => shortDayWords(dayIn(at, zone), words.language);
  if (one.state === 'later') return states.later;
  if (one.state === 'opened') return filled(states.openedOn, { on: on(one.at) });
  if (one.state === 'signed')
    return filled(one.how === 'electronic' ? states.signed : states.cameIn, { on: on(one.at), how: how[one.how] });
  return one.at === null ? states.asked : filled(states.askedOn, { on: on(one.at) });
}
