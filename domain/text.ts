import { z } from 'zod';

/**
 * Text that people write: kept as it came, markup and control characters included, because whoever shows it makes it
 * harmless. Only line ends are made one kind, since a browser's form changes them anyway.
 */
export const text = (longest: number) =>
  z
    .string()
    .transform((written) => written.replace(/\r\n?/g, '\n'))
    .refine((written) => written.trim() !== '', 'is empty: write something here')
    .refine((written) => written.isWellFormed(), 'holds half a character: type the text again')
    .refine((written) => written.length <= longest, `is too long: at most ${longest} characters`);

/** A name, a title or another short text: at most 200 characters. */
export const shortText = text(200);

/** An e-mail address of one person, in the plain form `name@host`; anything that could start another header is refused. */
export const emailAddress = z
  .string()
  .max(254, 'is too long: at most 254 characters')
  .refine(
    (written) => /^[^\s\p{Cc}<>,;:"()[\]\\]+$/u.test(written),
    'is not one e-mail address such as office@town.example',
  )
  .pipe(z.email('is not one e-mail address such as office@town.example'));

/** A web address with http or https. */
export const webAddress = z
  .string()
  .max(2000, 'is too long: at most 2000 characters')
  .refine(isWebAddress, 'is not a web address such as https://town.example');

function isWebAddress(written: string): boolean {
  const address = URL.canParse(written) ? new URL(written) : null;
  return (
    address !== null &&
    /^https?:\/\/[^\s\p{Cc}]+$/iu.test(written) &&
    address.username === '' &&
    address.password === ''
  );
}
