/** @jsxImportSource hono/jsx */

import { filled } from '../letter-words.ts';
import { ChoiceField, type FieldProps, TextArea, TextField, TickField } from './fields.tsx';
import { type FormState, rowsOf } from './form-state.ts';
import { Form } from './frame.tsx';
import type { PageWords } from './words.ts';

export type Rows = { contacts: number; claims: number; identifiers: number };
export type ApplicationFormProps = {
  words: PageWords;
  id: 'apply' | 'answer';
  action: string;
  state: FormState;
  rows: Rows;
  send: string;
};

/** All questions of an application in one form; buttons that add rows send it to the same place, and nothing is lost. */
export function ApplicationForm({ words, id, action, state, rows, send }: ApplicationFormProps) {
  const { apply } = words;
  const common = { words, form: id, state };
  return (
    <Form id={id} action={action} state={state}>
      <fieldset>
        <legend>{apply.authority}</legend>
        <AuthorityFields {...common} />
        <h3>{apply.identifiers}</h3>
        {rowsOf(state, 'authority.identifiers', rows.identifiers).map((row) => (
          <div class="pair">
            <TextField {...common} name={`authority.identifiers[${row}].register`} />
            <TextField {...common} name={`authority.identifiers[${row}].number`} />
          </div>
        ))}
        <More what="identifiers">{apply.moreIdentifiers}</More>
      </fieldset>
      <fieldset>
        <legend>{apply.population}</legend>
        <PopulationFields {...common} />
      </fieldset>
      <fieldset>
        <legend>{apply.contacts}</legend>
        <p class="hint">{apply.contactsHint}</p>
        {rowsOf(state, 'contacts', rows.contacts).map((row, index) => (
          <section class="row">
            <h3>{filled(apply.contact, { number: String(index + 1) })}</h3>
            <ContactFields {...common} name={`contacts[${row}]`} />
          </section>
        ))}
        <More what="contacts">{apply.moreContacts}</More>
      </fieldset>
      <fieldset>
        <legend>{apply.officeHolder}</legend>
        <OfficeHolderFields {...common} />
      </fieldset>
      <fieldset>
        <legend>{apply.mandate}</legend>
        <MandateFields {...common} />
      </fieldset>
      <fieldset>
        <legend>{apply.motivation}</legend>
        <TextArea {...common} name="motivation" rows={8} />
      </fieldset>
      <fieldset>
        <legend>{apply.claims}</legend>
        {rowsOf(state, 'claims', rows.claims).map((row, index) => (
          <section class="row">
            <h3>{filled(apply.claim, { number: String(index + 1) })}</h3>
            <ClaimFields {...common} name={`claims[${row}]`} />
          </section>
        ))}
        <More what="claims">{apply.moreClaims}</More>
      </fieldset>
      <fieldset>
        <legend>{apply.agreements}</legend>
        <TickField {...common} name="agreements.principles" />
        <TickField {...common} name="agreements.privacyNotice" />
      </fieldset>
      <button type="submit">{send}</button>
    </Form>
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

type Common = Omit<FieldProps, 'name'>;

function AuthorityFields(common: Common) {
  return (
    <>
      <TextField {...common} name="authority.legalName" />
      <div class="pair">
        <TextField {...common} name="authority.name" />
        <TextField {...common} name="authority.nativeName" />
      </div>
      <ChoiceField {...common} name="authority.kind" />
      <div class="pair">
        <TextField {...common} name="authority.country" narrow />
        <TextField {...common} name="authority.subdivision" narrow />
      </div>
      <div class="pair">
        <TextField {...common} name="authority.timeZone" />
        <TextField {...common} name="authority.languages" />
      </div>
      <TextField {...common} name="authority.website" type="url" />
    </>
  );
}

function PopulationFields(common: Common) {
  return (
    <>
      <div class="pair">
        <ChoiceField {...common} name="authority.population.qualifier" />
        <TextField {...common} name="authority.population.value" type="numeric" narrow />
      </div>
      <div class="pair">
        <ChoiceField {...common} name="authority.population.geography" />
        <TextField {...common} name="authority.population.asOf" narrow />
      </div>
      <TextField {...common} name="authority.population.source" />
    </>
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

function OfficeHolderFields(common: Common) {
  return (
    <>
      <div class="pair">
        <TextField {...common} name="officeHolder.name" />
        <TextField {...common} name="officeHolder.title" />
      </div>
      <TextField {...common} name="officeHolder.printedName" />
      <TextField {...common} name="officeHolder.email" type="email" />
      <div class="pair">
        <TextField {...common} name="officeHolder.termStart" narrow />
        <TextField {...common} name="officeHolder.termEnd" narrow />
      </div>
    </>
  );
}

function MandateFields(common: Common) {
  return (
    <>
      <ChoiceField {...common} name="mandate.kind" />
      <div class="pair">
        <TextField {...common} name="mandate.decidedOn" narrow />
        <TextField {...common} name="mandate.effectiveOn" narrow />
      </div>
      <TextArea {...common} name="mandate.reference" rows={2} />
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
