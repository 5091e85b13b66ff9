/** @jsxImportSource hono/jsx */
import type { Sha256 } from '../../../domain/ids.ts';
import { ChoiceField, FileField, TextField, TickField } from '../fields.tsx';
import type { FormState } from '../form-state.ts';
import { Form } from '../frame.tsx';
import { paperTypes } from './paper-types.ts';
import { WayPage, type WayPageProps } from './way-page.tsx';

/** By what right the city signs, to be changed or proved; `textSha256` is of the words of the letter, where it is known, and
 * `textAddress` the public page that shows them. */
export function MandatePage(props: WayPageProps & { textSha256: Sha256 | null; textAddress: string; form: FormState }) {
  const { frame, here, textSha256, textAddress, form: state } = props;
  const { words } = frame;
  const common = { words, form: 'give-mandate', state };
  return (
    <WayPage {...props} title={words.letter.mandateTitle} form="give-mandate" state={state}>
      <p>{words.letter.mandateHint}</p>
      <Form id="give-mandate" action={`${here}/give-mandate`} state={state} upload>
        <ChoiceField {...common} name="mandate.kind" />
        <div class="pair">
          <TextField {...common} name="mandate.decidedOn" />
          <TextField {...common} name="mandate.effectiveOn" />
        </div>
        <TextField {...common} name="mandate.reference" />
        {textSha256 !== null && (
          <>
            <TickField {...common} name="approvedThis" />
            <p class="hint">
              {words.letter.textOf} <code>{(textSha256.match(/.{4}/g) ?? []).join(' ')}</code>{' '}
              <a href={textAddress}>{words.letter.textPage}</a>
            </p>
          </>
        )}
        <TextField {...common} name="mandate.text" />
        <FileField {...common} name="decision" accept={paperTypes} />
        <button type="submit">{words.letter.sendMandate}</button>
      </Form>
    </WayPage>
  );
}
