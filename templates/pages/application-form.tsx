/** @jsxImportSource hono/jsx */

import { ClaimRows, ContactRows, RegisterRows } from './application-rows.tsx';
import { ChoiceField, type FieldProps, Legend, TextArea, TextField, TickField } from './fields.tsx';
import type { FormState } from './form-state.ts';
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
        <Legend>{apply.authority}</Legend>
        <AuthorityFields {...common} />
        <RegisterRows {...common} atLeast={rows.identifiers} />
      </fieldset>
      <fieldset>
        <Legend>{apply.population}</Legend>
        <PopulationFields {...common} />
      </fieldset>
      <fieldset>
        <Legend>{apply.contacts}</Legend>
        <ContactRows {...common} atLeast={rows.contacts} />
      </fieldset>
      <fieldset>
        <Legend>{apply.officeHolder}</Legend>
        <OfficeHolderFields {...common} />
      </fieldset>
      <fieldset>
        <Legend>{apply.mandate}</Legend>
        <MandateFields {...common} />
      </fieldset>
      <fieldset>
        <Legend>{apply.motivation}</Legend>
        <TextArea {...common} name="motivation" rows={8} />
      </fieldset>
      <fieldset>
        <Legend>{apply.claims}</Legend>
        <ClaimRows {...common} atLeast={rows.claims} />
      </fieldset>
      <fieldset>
        <Legend>{apply.agreements}</Legend>
        <TickField {...common} name="agreements.principles" />
        <TickField {...common} name="agreements.privacyNotice" />
      </fieldset>
      <button type="submit">{send}</button>
    </Form>
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
