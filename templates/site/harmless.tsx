/** @jsxImportSource hono/jsx */
import { codeOf, inSigns, piecesOf, signOf } from './signs.ts';

/** A text letter for letter; only characters that nobody sees are shown by their number, each in an element that says which. */
export function Harmless({ text }: { text: string }) {
  return (
    <>
      {piecesOf(text).map((piece) =>
        'text' in piece ? (
          piece.text
        ) : (
          <span class="sign" data-code={codeOf(piece.hidden).toLowerCase()}>
            {signOf(piece.hidden)}
          </span>
        ),
      )}
    </>
  );
}

/**
 * The attributes of a link to an address from outside. Where the address holds hidden characters, `href` has them as
 * percent-encoded bytes and `data-url` the address in signs; what is no web address does not become a link.
 */
export function linkTo(address: string): { href?: string; 'data-url'?: string } {
  const plain = inSigns(address) === address;
  const href = /^https?:\/\//i.test(address) ? { href: plain ? address : encodeURI(address.toWellFormed()) } : {};
  return plain && 'href' in href ? href : { ...href, 'data-url': inSigns(address) };
}

/** A text as markup, for feeds, in which characters that nobody sees are shown by their number. */
export function markup(text: string): string {
  return (<>{inSigns(text)}</>).toString();
}
