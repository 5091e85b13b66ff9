/** @jsxImportSource hono/jsx */
import { inOneLine } from '../../shown-text.ts';
import { ChoiceField, TextField, TickField } from '../fields.tsx';
import { type FormState, rowsOf } from '../form-state.ts';
import { Form } from '../frame.tsx';
import { Way } from '../pieces.tsx';
import type { PageWords } from '../words.ts';

/** Somebody who signs, as the form names them; whoever has signed cannot be left out. */
export type NamedRow = { person: string; name: string; title: string; hasSigned: boolean };

/** Who signs and in which order, for the main contact: those who are named, and room for more. */
export function Several({
  words,
  here,
  known,
  state,
}: {
  words: PageWords;
  here: string;
  known: readonly NamedRow[];
  state: FormState;
}) {
  const common = { words, form: 'set-signatories', state };
  const rows = rowsOf(state, 'signatories', known.length + 1);
  return (
    <Way title={words.letter.several} open={state.problems.length > 0}>
      <p>{words.letter.severalHint}</p>
      <Form id="set-signatories" action={`${here}/set-signatories`} state={state}>
        {rows.map((row) => {
          const at = (field: string) => `signatories[${row}].${field}`;
          const one = known[row];
          return (
            <fieldset class="row">
              <legend dir="auto">{one ? inOneLine(`${one.name}, ${one.title}`) : words.letter.newSignatory}</legend>
              {one && <input type="hidden" name={at('person')} value={one.person} />}
              {!one && (
                <>
                  <TextField {...common} name={at('name')} />
                  <TextField {...common} name={at('title')} />
                  <ChoiceField {...common} name={at('capacity')} />
                  <TextField {...common} name={at('email')} type="email" />
                </>
              )}
              <TextField {...common} name={at('order')} type="numeric" narrow />
              {one && !one.hasSigned && <TickField {...common} name={at('leaves')} />}
            </fieldset>
          );
        })}
        <button type="submit" class="second">
          {words.letter.sendSeveral}
        </button>
      </Form>
    </Way>
  );
}
