import type { ActorId, Instant, PaperId } from '../ids.ts';
import type { Letter, Signature } from './state.ts';

/**
 * What may be wrong with a signature, in a word: never a person's name. `person` and `office`: others than the record's;
 * `term`: signed before its start or after its end; `proof`: acting or delegated without a paper that says so; `mandate`:
 * decided after the signature; `not-in-force`: signed before the mandate was; `text`: the mandate approved another text;
 * `bytes`: not our letter, or changed since it was signed; `level`: less certain than it claims to be; `early`: dated before the letter.
 */
export const flagKinds = [
  'person',
  'office',
  'term',
  'proof',
  'mandate',
  'not-in-force',
  'text',
  'bytes',
  'level',
  'early',
] as const;
export type FlagKind = (typeof flagKinds)[number];

/** Open until a person has decided it, with a reason that is a paper. */
export type Flag = { kind: FlagKind; settled?: { by: ActorId; paper: PaperId; at: Instant } };

/** What was found of the signature of each person. */
export type FlagsFound = { person: ActorId; flags: FlagKind[] }[];

/** The flags of a signature once it was looked at again: what was decided before stays decided. */
export function flaggedAgain(before: readonly Flag[], found: readonly FlagKind[]): Flag[] {
  return found.map((kind) => before.find((flag) => flag.kind === kind) ?? { kind });
}

/** What nobody has decided yet, of every signature under the letter. */
export function openFlags({ signatories }: Letter): FlagKind[] {
  return signatories.flatMap(({ signature }) => (signature ? openIn(signature) : []));
}

/** What nobody has decided yet of one signature. */
export function openIn({ flags }: Signature): FlagKind[] {
  return flags.flatMap(({ kind, settled }) => (settled ? [] : [kind]));
}
