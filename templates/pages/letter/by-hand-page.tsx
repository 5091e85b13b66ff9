/** @jsxImportSource hono/jsx */
import type { IssuedLetter } from '../../../domain/onboarding/state.ts';
import { filled } from '../../letter-words.ts';
import { FileField, TextField } from '../fields.tsx';
import type { FormState } from '../form-state.ts';
import { Form } from '../frame.tsx';
import { Fingerprint } from '../pieces.tsx';
import { paperTypes } from './paper-types.ts';
import { SignatoryFields } from './signing.tsx';
import { WayPage, type WayPageProps } from './way-page.tsx';

/** How a letter is signed with a pen: download, sign, scan, and send it here. */
export function ByHandPage(props: WayPageProps & { letter: IssuedLetter; staffDays: number; form: FormState }) {
  const { frame, here, letter, form: state } = props;
  const { words } = frame;
  const common = { words, form: 'upload', state };
  const gaps = { pages: String(letter.pages), days: String(props.staffDays) };
  const [sign, scan, send] = words.letter.byHandSteps;
  return (
    <WayPage {...props} title={words.letter.byHandTitle} form="upload" state={state}>
      <ol class="steps">
        <li>
          <a class="button" href={`${here}/letter.pdf`}>
            {words.letter.read}
          </a>
        </li>
        <li>{sign}</li>
        <li>{filled((letter.pages === 1 ? words.letter.byHandOnePage : scan) ?? '', gaps)}</li>
        <li>{send}</li>
      </ol>
      <Form id="upload" action={`${here}/upload`} state={state} upload>
        <FileField {...common} name="scan" accept={paperTypes} />
        <SignatoryFields {...common} />
        <TextField {...common} name="signedOn" narrow />
        <p>{filled(words.letter.uploadHint, gaps)}</p>
        <button type="submit">{words.letter.sendUpload}</button>
      </Form>
      <Fingerprint words={words} sha256={letter.sha256} />
    </WayPage>
  );
}
