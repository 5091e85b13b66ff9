import { createHash } from 'node:crypto';
import type { Sha256 } from './ids.ts';

/**
 * JSON with the keys in order (by UTF-16 code units, as RFC 8785 has it), nothing between the signs and absent fields
 * left out: the same value gives the same bytes everywhere.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item)).join(',')}]`;
  const fields = Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, field]) => `${JSON.stringify(name)}:${canonicalJson(field)}`);
  return `{${fields.join(',')}}`;
}

/** SHA-256 of bytes, or of a text as UTF-8, in lower-case hexadecimal. */
export function sha256(content: string | Uint8Array): Sha256 {
  return createHash('sha256').update(content).digest('hex');
}

/** SHA-256 over the canonical JSON of a value. */
export function sha256OfValue(value: unknown): Sha256 {
  return sha256(canonicalJson(value));
}
