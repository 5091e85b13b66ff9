/** @jsxImportSource hono/jsx */
import { filled } from '../../letter-words.ts';
import { inOneLine } from '../../shown-text.ts';
import type { FormState } from '../form-state.ts';
import { ReasonWay } from '../pieces.tsx';
import type { PageWords } from '../words.ts';

/** The other ways to answer a letter: each has a page of its own, but for declining, which takes a reason alone. */
export function OtherWays({
  words,
  here,
  cityName,
  decline,
}: {
  words: PageWords;
  here: string;
  cityName: string;
  decline: FormState;
}) {
  const { letter } = words;
  const ways: [path: string, title: string, hint: string][] = [
    ['by-hand', letter.byHand, letter.byHandHint],
    ['own-certificate', letter.certificate, letter.certificateHint],
    ['hand-over', letter.handOverWay, letter.handOverWayHint],
  ];
  return (
    <section>
      <h2>{letter.other}</h2>
      <ul class="ways">
        {ways.map(([path, title, hint]) => (
          <li>
            <a href={`${here}/${path}`}>{title}</a>
            <span class="quiet">{hint}</span>
          </li>
        ))}
      </ul>
      <ReasonWay
        words={words}
        id="decline"
        action={`${here}/decline`}
        state={decline}
        title={letter.decline}
        hint={filled(letter.declineHint, { city: inOneLine(cityName) })}
        send={letter.sendDecline}
        kind="stop"
      />
    </section>
  );
}
