/** @jsxImportSource hono/jsx */
import type { Onboarding } from '../../domain/onboarding/state.ts';
import { filled } from '../letter-words.ts';
import { inOneLine } from '../shown-text.ts';
import { More } from './application-rows.tsx';
import { ChoiceField, type FieldProps, Legend, TextArea, TextField, TickField } from './fields.tsx';
import { type FormState, isTouched, rowsOf } from './form-state.ts';
import { Form, type Frame, Page, ProblemSummary } from './frame.tsx';
import { By, Notice, Reason, ReasonWay } from './pieces.tsx';

export type StatementPageProps = {
  frame: Frame;
  here: string;
  cityName: string;
  city: Onboarding;
  notice: string | null;
  /** Why the last draft came back. */
  returned: string | null;
  rows: { blocks: number; quotes: number };
  forms: Record<'draft' | 'waive-statement', FormState>;
};

/** The page on which the mayor's office writes the section and its quotes. */
export function StatementPage(props: StatementPageProps) {
  const { frame, here, cityName, city, notice, returned, forms } = props;
  const { words } = frame;
  const failed = Object.values(forms).some(({ problems }) => problems.length > 0);
  return (
    <Page frame={frame} title={words.statement.title} failed={failed} city={cityName}>
      <ProblemSummary words={words} form="draft" state={forms.draft} />
      <ProblemSummary words={words} form="waive-statement" state={forms['waive-statement']} />
      <Notice>{notice}</Notice>
      <section class="panel turn">
        <h1>{words.statement.title}</h1>
        <By words={words} city={city} here={here} />
      </section>
      {returned !== null && <Reason title={words.statement.returned} reason={returned} />}
      <p>{words.statement.lead}</p>
      <details class="way">
        <summary>{words.statement.example}</summary>
        <p>{words.statement.exampleText}</p>
        <p>{words.statement.exampleQuote}</p>
      </details>
      <Draft {...props} />
      <ReasonWay
        words={words}
        id="waive-statement"
        action={`${here}/waive-statement`}
        state={forms['waive-statement']}
        title={words.statement.waive}
        hint={filled(words.statement.waiveHint, { city: inOneLine(cityName) })}
        send={words.statement.sendWaive}
        kind="second"
      />
    </Page>
  );
}

function Draft({ frame: { words }, here, cityName, rows, forms: { draft: state } }: StatementPageProps) {
  const common = { words, form: 'draft', state };
  return (
    <Form id="draft" action={`${here}/draft`} state={state}>
      <fieldset>
        <Legend>{words.statement.speaker}</Legend>
        <div class="pair">
          <TextField {...common} name="speaker.name" />
          <TextField {...common} name="speaker.title" />
        </div>
        <TextField {...common} name="speaker.printedName" />
        <TextField {...common} name="speaker.email" type="email" />
      </fieldset>
      <fieldset>
        <Legend>{filled(words.statement.section, { city: inOneLine(cityName) })}</Legend>
        <p>{words.statement.sectionHint}</p>
        <TextField {...common} name="section.heading" />
        {rowsOf(state, 'section.blocks', rows.blocks).map((row, index) => (
          <BlockFields {...common} name={`section.blocks[${row}]`} number={index + 1} quotes={rows.quotes} />
        ))}
        <div class="buttons">
          <More what="blocks">{words.statement.moreBlocks}</More>
          <More what="quotes">{words.statement.moreQuotes}</More>
        </div>
      </fieldset>
      <fieldset>
        <Legend>{words.statement.consent}</Legend>
        <TickField {...common} name="consent.quotes" />
        <TickField {...common} name="consent.photo" />
      </fieldset>
      <button type="submit">{words.statement.send}</button>
    </Form>
  );
}

function BlockFields({ number, quotes, ...props }: FieldProps & { number: number; quotes: number }) {
  const { name, words, state } = props;
  return (
    <section class="row">
      <h3>{filled(words.statement.block, { number: String(number) })}</h3>
      <TextArea {...props} name={`${name}.paragraph`} rows={4} />
      {rowsOf(state, `${name}.quotes`, quotes).map((row) => (
        <fieldset class="quote">
          <legend>{filled(words.statement.quote, { number: String(row + 1) })}</legend>
          <QuoteFields {...props} name={`${name}.quotes[${row}]`} />
        </fieldset>
      ))}
      <details class="quote" open={isTouched(state, `${name}.quote`)}>
        <summary>{words.statement.alone}</summary>
        <QuoteFields {...props} name={`${name}.quote`} />
      </details>
    </section>
  );
}

function QuoteFields({ name, ...common }: FieldProps) {
  return (
    <>
      <TextArea {...common} name={`${name}.text`} rows={3} />
      <TextField {...common} name={`${name}.language`} narrow />
      <details class="quote" open={isTouched(common.state, `${name}.source`)}>
        <summary>{common.words.statement.speech}</summary>
        <ChoiceField {...common} name={`${name}.source.kind`} preset />
        <TextField {...common} name={`${name}.source.event`} />
        <div class="pair">
          <TextField {...common} name={`${name}.source.date`} narrow />
          <TextField {...common} name={`${name}.source.url`} type="url" />
        </div>
      </details>
    </>
  );
}
