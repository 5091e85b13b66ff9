import { bold, column, type Line, line, type Span, toned, wrapped } from '../lines.ts';

const labelWidth = 18;

/** A label with its value beside it, wrapped into as many rows as it takes. */
export function labelled(label: string, value: string, columns: number, dressed: Partial<Span> = {}): Line[] {
  return paragraphsOf(value).flatMap((paragraph, index) =>
    wrapped(paragraph, columns - labelWidth - 3).map((row, at) =>
      line(' ', toned('quiet', column(index === 0 && at === 0 ? label : '', labelWidth)), ' ', {
        ...dressed,
        text: row,
      }),
    ),
  );
}

/** A heading within a part. */
export function heading(words: string): Line {
  return line(' ', bold(words));
}

/** A text in its paragraphs, wrapped. */
export function paragraphs(text: string, columns: number, indent = 1): Line[] {
  return paragraphsOf(text).flatMap((paragraph) =>
    wrapped(paragraph, columns - indent - 1).map((row) => line(`${' '.repeat(indent)}${row}`)),
  );
}

function paragraphsOf(text: string): string[] {
  return text.split(/\r\n|[\r\n\u2028\u2029]/u);
}

/** A fingerprint in fours, its first two groups and its last. */
export function fingerprint(sha256: string): string {
  const groups = sha256.match(/.{4}/g) ?? [];
  return `${groups.slice(0, 2).join(' ')} ... ${groups.at(-1) ?? ''}`;
}
