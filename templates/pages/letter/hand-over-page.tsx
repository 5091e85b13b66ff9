/** @jsxImportSource hono/jsx */
import { filled } from '../../letter-words.ts';
import { inOneLine } from '../../shown-text.ts';
import { ChoiceField, FileField, TextField } from '../fields.tsx';
import type { FormState } from '../form-state.ts';
import { Form } from '../frame.tsx';
import { paperTypes } from './paper-types.ts';
import { WayPage, type WayPageProps } from './way-page.tsx';
import type { NamedSignatory } from './who-signs.tsx';

/** Who signs instead and why, or the same person at another address: the old link ends, the new one goes to whoever is named. */
export function HandOverPage(props: WayPageProps & { signatory: NamedSignatory; form: FormState }) {
  const { frame, here, signatory, form: state } = props;
  const { words } = frame;
  const common = { words, form: 'name-signatory', state };
  const gaps = { name: inOneLine(signatory.name), title: inOneLine(signatory.title) };
  return (
    <WayPage {...props} title={words.letter.handOverTitle} form="name-signatory" state={state}>
      <p>{filled(words.letter.handOverHint, gaps)}</p>
      <Form id="name-signatory" action={`${here}/name-signatory`} state={state} upload>
        <ChoiceField {...common} name="why" />
        <TextField {...common} name="name" />
        <TextField {...common} name="title" />
        <TextField {...common} name="email" type="email" />
        <div class="pair">
          <TextField {...common} name="termStart" />
          <TextField {...common} name="termEnd" />
        </div>
        <FileField {...common} name="proof" accept={paperTypes} />
        <button type="submit">{words.letter.sendHandOver}</button>
      </Form>
    </WayPage>
  );
}
