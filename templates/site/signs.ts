/**
 * Characters that would hide or turn what is read, or that pages and feeds cannot carry: control characters (but not
 * line end and tab), bidi controls, the byte order mark, halves of characters and what XML 1.0 forbids.
 */
const hidden = '(?![\\n\\t])[\\p{Cc}\\p{Cs}\\u202A-\\u202E\\u2066-\\u2069\\uFEFF\\uFFFE\\uFFFF]';
const betweenHidden = new RegExp(`(${hidden})`, 'u');
const needsSign = new RegExp(`${hidden}|‹(?=U\\+)`, 'gu');

/** A piece of a text: as it is, or one hidden character. */
export type Piece = { text: string } | { hidden: string };

/** A text cut where its hidden characters are. */
export function piecesOf(text: string): Piece[] {
  return text
    .split(betweenHidden)
    .map((piece, index) => (index % 2 === 1 ? { hidden: piece } : { text: piece }))
    .filter((piece) => !('text' in piece) || piece.text !== '');
}

/** The number of a character in hexadecimal capitals, at least four: `202E`. */
export function codeOf(character: string): string {
  return (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
}

/** What stands where a hidden character was: `‹U+202E›`. */
export function signOf(character: string): string {
  return `‹U+${codeOf(character)}›`;
}

/**
 * A text with signs for its hidden characters, for attributes, feeds and titles, where no element can mark a sign. A
 * `‹` that would look like the start of one becomes a sign itself, so that `asWritten` finds the very text again.
 */
export function inSigns(text: string): string {
  return text.replace(needsSign, signOf);
}

/** The text that `inSigns` was given. */
export function asWritten(shown: string): string {
  return shown.replace(/‹U\+([0-9A-F]{4,6})›/g, (_sign, code: string) =>
    String.fromCodePoint(Number.parseInt(code, 16)),
  );
}
