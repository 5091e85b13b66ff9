/** @jsxImportSource hono/jsx */
import type { IssuedLetter } from '../../../domain/onboarding/state.ts';
import { FileField, TextField } from '../fields.tsx';
import type { FormState } from '../form-state.ts';
import { Form } from '../frame.tsx';
import { Fingerprint } from '../pieces.tsx';
import { SignatoryFields } from './signing.tsx';
import { WayPage, type WayPageProps } from './way-page.tsx';

/** How a letter is signed with a certificate of one's own: download, sign that very file elsewhere, and send it here. */
export function CertificatePage(props: WayPageProps & { letter: IssuedLetter; form: FormState }) {
  const { frame, here, letter, form: state } = props;
  const { words } = frame;
  const common = { words, form: 'upload', state };
  const [download, sign, send] = words.letter.certificateSteps;
  return (
    <WayPage {...props} title={words.letter.certificateTitle} form="upload" state={state}>
      <ol class="steps">
        <li>
          <a class="button" href={`${here}/letter.pdf`} download="letter.pdf">
            {download}
          </a>
        </li>
        <li>{sign}</li>
        <li>{send}</li>
      </ol>
      <Form id="upload" action={`${here}/upload`} state={state} upload>
        <input type="hidden" name="way" value="own-certificate" />
        <FileField {...common} name="scan" accept="application/pdf" />
        <SignatoryFields {...common} />
        <TextField {...common} name="signedOn" narrow />
        <p>{words.letter.certificateKept}</p>
        <button type="submit">{words.letter.sendCertificate}</button>
      </Form>
      <Fingerprint words={words} sha256={letter.sha256} />
    </WayPage>
  );
}
