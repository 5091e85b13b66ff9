/**
 * Text of one line, made safe to show: line ends and tabs become spaces, and signs that nobody sees (control, bidi,
 * zero-width) are shown by their number, such as `<U+202E>`, so that they can neither hide nor turn what is read.
 */
export function inOneLine(written: string): string {
  return visible(written.replace(/[\s\u0085]+/gu, ' ').trim());
}

/** Paragraphs of one line each, made safe to show as `inOneLine` does; empty lines are left out. */
export function inParagraphs(written: string): string[] {
  return written
    .split(/[\r\n\v\f\u0085\u2028\u2029]+/u)
    .map(inOneLine)
    .filter((paragraph) => paragraph !== '');
}

function visible(line: string): string {
  return line.toWellFormed().replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Default_Ignorable_Code_Point}]/gu, codeOf);
}

/** A character by its number in Unicode, as people look it up: `<U+202E>`. */
export function codeOf(character: string): string {
  return `<U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}>`;
}
