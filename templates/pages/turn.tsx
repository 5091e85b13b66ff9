/** @jsxImportSource hono/jsx */
import { isClosed, isResting, type Onboarding, waitsFor } from '../../domain/onboarding/state.ts';
import { filled } from '../letter-words.ts';
import { inOneLine } from '../shown-text.ts';
import { By } from './pieces.tsx';
import { turnKey } from './stages.ts';
import type { PageWords } from './words.ts';

/** Whose turn it is, in a few words: `Çamlıova: your turn`. */
export function turnTitle(words: PageWords, { stage, onHold }: Onboarding, cityName: string): string {
  const { yourTurn, ourTurn, onHold: held, rests, over, closed } = words.status;
  const city = inOneLine(cityName);
  if (stage.stage === 'withdrawn' || stage.stage === 'rejected' || stage.stage === 'superseded')
    return filled(closed, { city });
  if (isClosed(stage)) return filled(over, { city });
  if (onHold) return filled(held, { city });
  if (isResting(stage)) return filled(rests, { city });
  return filled(waitsFor(stage) === 'city' ? yourTurn : ourTurn, { city });
}

/** What is to be done, by whom, and by when. */
export function Turn({
  words,
  city,
  cityName,
  here,
}: {
  words: PageWords;
  city: Onboarding;
  cityName: string;
  here: string | null;
}) {
  const { text } = words.turn[turnKey(city)];
  return (
    <>
      <p class="lead">{filled(text, { city: inOneLine(cityName) })}</p>
      <By words={words} city={city} here={here} />
    </>
  );
}
