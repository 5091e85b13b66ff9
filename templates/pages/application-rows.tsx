/** @jsxImportSource hono/jsx */
import { filled } from '../letter-words.ts';
import { ChoiceField, type FieldProps, TextArea, TextField } from './fields.tsx';
import { rowsOf } from './form-state.ts';

type Common = Omit<FieldProps, 'name'>;

/** The numbers that an authority has in registers. */
export function RegisterRows({ atLeast, ...common }: Common & { atLeast: number }) {
  const { apply } = common.words;
  return (
    <>
      <h3>{apply.identifiers}</h3>
      {rowsOf(common.state, 'authority.identifiers', atLeast).map((row) => (
        <div class="pair">
          <TextField {...common} name={`authority.identifiers[${row}].register`} />
          <TextField {...common} name={`authority.identifiers[${row}].number`} />
        </div>
      ))}
      <More what="identifiers">{apply.moreIdentifiers}</More>
    </>
  );
}

/** The people we write to. */
export function ContactRows({ atLeast, ...common }: Common & { atLeast: number }) {
  const { apply } = common.words;
  return (
    <>
      <p class="hint">{apply.contactsHint}</p>
      {rowsOf(common.state, 'contacts', atLeast).map((row, index) => (
        <section class="row">
          <h3>{filled(apply.contact, { number: String(index + 1) })}</h3>
          <ContactFields {...common} name={`contacts[${row}]`} />
        </section>
      ))}
      <More what="contacts">{apply.moreContacts}</More>
    </>
  );
}

/** What the city has done so far. */
export function ClaimRows({ atLeast, ...common }: Common & { atLeast: number }) {
  const { apply } = common.words;
  return (
    <>
      {rowsOf(common.state, 'claims', atLeast).map((row, index) => (
        <section class="row">
          <h3>{filled(apply.claim, { number: String(index + 1) })}</h3>
          <ClaimFields {...common} name={`claims[${row}]`} />
        </section>
      ))}
      <More what="claims">{apply.moreClaims}</More>
    </>
  );
}

/** A button that sends the form only to get it back with one more row. */
export function More({ what, children }: { what: string; children: string }) {
  return (
    <button type="submit" class="second" name="more" value={what}>
      {children}
    </button>
  );
}

function ContactFields({ name, ...common }: FieldProps) {
  return (
    <>
      <div class="pair">
        <ChoiceField {...common} name={`${name}.role`} />
        <TextField {...common} name={`${name}.language`} narrow />
      </div>
      <div class="pair">
        <TextField {...common} name={`${name}.name`} />
        <TextField {...common} name={`${name}.email`} type="email" />
      </div>
    </>
  );
}

function ClaimFields({ name, ...common }: FieldProps) {
  return (
    <>
      <TextArea {...common} name={`${name}.text`} rows={3} />
      <TextField {...common} name={`${name}.date`} narrow />
      <TextArea {...common} name={`${name}.evidence`} rows={2} />
    </>
  );
}
