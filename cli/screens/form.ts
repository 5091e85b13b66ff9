/** What a dialog asks for; `text` has many rows, `line` one, `day` is a calendar day, `choice` one of some, `many` several. */
export type Field = {
  name: string;
  label: string;
  kind: 'text' | 'line' | 'day' | 'choice' | 'many';
  needed: boolean;
  options?: { value: string; says: string }[];
  /** What stands in it at first. */
  begins?: string;
};

/** An act as it is asked for: what it is, what follows and by when, what is to be said, and how it is sent. */
export type Form = {
  title: string;
  follows: string[];
  fields: Field[];
  /** What has to be typed before an act that cannot be taken back. */
  confirm?: string;
  button: string;
  /** What is said once it was taken. */
  done: string;
  /** What has to be read once it was taken, such as a token that is shown once. */
  tells?(answer: unknown): string[];
  send(values: Values, frame: { id: string; version: number }): Sending;
};

export type Values = Record<string, string>;

/** What goes to the service: a body, with a file of this computer where one was named. */
export type Sending = {
  method?: 'POST' | 'DELETE';
  path: string;
  body: Record<string, unknown>;
  file?: { field: string; path: string };
  /** Sent as a form, also where no file goes with it. */
  form?: true;
  /** A plan on this computer; it goes into the body or into its decision, and what was typed is stronger. */
  plan?: { path: string; into: 'body' | 'decision' };
};

export const reasonField: Field = { name: 'reason', label: 'Why?', kind: 'text', needed: true };

/** The fields that were filled in; what was left empty is not sent. */
export function filledIn(values: Values, names: readonly string[]): Values {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = values[name]?.trim() ?? '';
      return value === '' ? [] : [[name, value]];
    }),
  );
}

/** A day, or a day and a time, as the service takes it: with a zone, at 17:00 where no time is said. What is neither is sent as it is, so that the service says what is wrong. */
export function zoned(written: string, zone: string): string {
  const found = /^(\d{4}-\d{2}-\d{2})(?:[ T]+(\d{2}:\d{2}))?$/.exec(written.trim());
  return found ? `${found[1]}T${found[2] ?? '17:00'}[${zone}]` : written.trim();
}

/** The fields that are needed and empty, by their labels. */
export function missing(form: Form, values: Values): string[] {
  const empty = form.fields.filter(({ name, needed }) => needed && (values[name] ?? '').trim() === '');
  const unconfirmed = form.confirm !== undefined && values['confirm']?.trim() !== form.confirm;
  return [...empty.map(({ label }) => label), ...(unconfirmed ? [`type ${form.confirm}`] : [])];
}

/** The fields of a form, with the word to be typed before what cannot be taken back. */
export function fieldsOf({ fields, confirm }: Form): Field[] {
  if (confirm === undefined) return fields;
  return [
    ...fields,
    { name: 'confirm', label: `This cannot be taken back. To go on, type: ${confirm}`, kind: 'line', needed: true },
  ];
}
