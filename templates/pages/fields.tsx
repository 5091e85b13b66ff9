/** @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx';
import type { FormState } from './form-state.ts';
import { choicesOf, fieldWords, type PageWords, problemWords } from './words.ts';

export type FieldProps = { words: PageWords; form: string; state: FormState; name: string };

/** One line of text. `type` is the browser's; nothing is refused before it is sent, so `email` and `url` only choose the keyboard. */
export function TextField(props: FieldProps & { type?: 'email' | 'url' | 'numeric' | 'code'; narrow?: boolean }) {
  const { state, name, type, narrow } = props;
  const keyboard = type === 'code' ? 'numeric' : type;
  return (
    <Field {...props}>
      <input
        {...attributesOf(props)}
        type="text"
        dir="auto"
        class={narrow ? 'narrow' : undefined}
        inputmode={keyboard}
        autocomplete={type === 'code' ? 'one-time-code' : 'off'}
        value={state.values.get(name) ?? ''}
      />
    </Field>
  );
}

/** Several lines of text. */
export function TextArea(props: FieldProps & { rows?: number }) {
  // A browser drops the first line end after the tag, so one is put there for it to drop.
  return (
    <Field {...props}>
      <textarea {...attributesOf(props)} rows={props.rows ?? 5} dir="auto">
        {`\n${props.state.values.get(props.name) ?? ''}`}
      </textarea>
    </Field>
  );
}

/** One of a short list; the first is chosen beforehand where `preset` is set. */
export function ChoiceField(props: FieldProps & { preset?: boolean }) {
  const { words, name, state, preset } = props;
  const chosen = state.values.get(name) ?? '';
  return (
    <Field {...props}>
      <select {...attributesOf(props)}>
        {!preset && <option value="">{words.choose}</option>}
        {choicesOf(words, name).map(([value, label]) => (
          <option value={value} selected={value === chosen}>
            {label}
          </option>
        ))}
      </select>
    </Field>
  );
}

/** A box to tick. */
export function TickField(props: FieldProps) {
  const { words, name, state } = props;
  const { label, hint } = fieldWords(words, name);
  return (
    <div class={problemOf(props) ? 'field wrong' : 'field'}>
      <Problem {...props} />
      <label class="tick">
        <input {...attributesOf(props)} type="checkbox" value="yes" checked={(state.values.get(name) ?? '') !== ''} />
        <span>{label}</span>
      </label>
      {hint !== undefined && (
        <p class="hint" id={`${idOf(props)}:hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}

/** A file to choose. */
export function FileField(props: FieldProps & { accept: string }) {
  return (
    <Field {...props}>
      <input {...attributesOf(props)} type="file" accept={props.accept} />
    </Field>
  );
}

/** What a group of fields is about, also as a heading for those who go from one to the next. */
export function Legend({ children }: { children: string }) {
  return (
    <legend>
      <h2>{children}</h2>
    </legend>
  );
}

function Field(props: FieldProps & { children?: Child }) {
  const { label, hint } = fieldWords(props.words, props.name);
  const id = idOf(props);
  return (
    <div class={problemOf(props) ? 'field wrong' : 'field'}>
      <label for={id}>{label}</label>
      {hint !== undefined && (
        <p class="hint" id={`${id}:hint`}>
          {hint}
        </p>
      )}
      <Problem {...props} />
      {props.children}
    </div>
  );
}

function Problem(props: FieldProps) {
  const problem = problemOf(props);
  if (!problem) return <></>;
  return (
    <p class="problem" id={`${idOf(props)}:problem`}>
      <strong>{props.words.problem.error}</strong> {problemWords(props.words, problem)}
    </p>
  );
}

function attributesOf(props: FieldProps) {
  const id = idOf(props);
  const described = [
    ...(fieldWords(props.words, props.name).hint === undefined ? [] : [`${id}:hint`]),
    ...(problemOf(props) ? [`${id}:problem`] : []),
  ];
  return {
    id,
    name: props.name,
    ...(described.length === 0 ? {} : { 'aria-describedby': described.join(' ') }),
    ...(problemOf(props) ? { 'aria-invalid': 'true' } : {}),
  };
}

function problemOf({ state, name }: FieldProps) {
  return state.problems.find(({ field }) => field === name);
}

function idOf({ form, name }: FieldProps): string {
  return `${form}:${name}`;
}
