import { renderSVG } from 'uqr';
import { filled, type LetterWords } from './letter-words.ts';
import { inOneLine } from './shown-text.ts';

/** The corner of a letter that says where it is checked: a code as a picture in SVG, and the address in letters. */
export function checkBox(address: string | undefined, words: LetterWords) {
  if (address === undefined) return { check: null };
  const shown = inOneLine(address);
  return {
    check: {
      heading: words.check,
      hint: filled(words.checkHint, { address: shown.replace(/^https?:\/\//, '') }),
      picture: renderSVG(shown, { border: 0, ecc: 'M' }),
      alt: words.checkPicture,
    },
  };
}
