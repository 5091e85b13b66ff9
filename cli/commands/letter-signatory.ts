import { foldedName } from '../../domain/city-id.ts';
import type { CaseFile } from '../../web/staff-api/shown.ts';
import { Troubled } from '../trouble.ts';

/** The id of the signatory with a name, however it is spelled; undefined where no name was given. */
export function signatoryNamed(
  { signatories }: Pick<CaseFile, 'signatories'>,
  name: string | undefined,
): string | undefined {
  if (name === undefined) return undefined;
  const found = signatories.filter((one) => foldedName(one.name).includes(foldedName(name)));
  const [only] = found;
  if (only && found.length === 1) return only.person;
  const names = signatories.map((one) => one.name).join(', ');
  throw new Troubled(
    found.length === 0 ? 'notFound' : 'invalid',
    `${found.length === 0 ? 'Nobody who signs has that name' : 'That name fits several who sign'}: ${names}.`,
  );
}
