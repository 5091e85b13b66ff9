import type { Problem } from '../../domain/problems.ts';
import { type Branch, branchOf, filledIn, isBlank, rowsOf, unflattened } from './form-paths.ts';

/** What a form says: the input for the schema, what is wrong with the form itself, and the field that a path of the input came from. */
export type Reading = { input: unknown; problems: Problem[]; fieldOf(path: string): string };

/** Reads the application form: numbers and ticks in their kinds, languages as a list; empty fields and rows are left out. */
export function readApplication(form: FormData): Reading {
  const { authority, contacts, officeHolder, mandate, motivation, claims, agreements } = unflattened(form);
  const { languages, identifiers, population, ...plain } = branchOf(authority);
  const registers = rowsOf(identifiers, (row) => allBlank(row, ['register', 'number']));
  const people = rowsOf(contacts, (row) => allBlank(row, ['name', 'email']));
  const facts = rowsOf(claims, (row) => allBlank(row, ['text', 'date', 'evidence']));
  const input = {
    authority: {
      ...filledIn(plain),
      ...(isBlank(languages) ? {} : { languages: listIn(languages) }),
      ...(registers.length === 0 ? {} : { identifiers: identifiersIn(registers.map(({ value }) => value)) }),
      population: populationIn(branchOf(population)),
    },
    contacts: people.map(({ value }) => filledIn(value)),
    officeHolder: filledIn(branchOf(officeHolder)),
    mandate: filledIn(branchOf(mandate)),
    ...filledIn({ motivation }),
    claims: facts.map(({ value }) => filledIn(value)),
    agreements: ticksIn(branchOf(agreements)),
  };
  return {
    input,
    problems: registers.flatMap(({ row, value }, index) => registerProblems(row, value, registers.slice(0, index))),
    fieldOf: (path) => fieldOf(path, { people, facts, registers }),
  };
}

/** A tick says yes; a box left empty is not sent at all. */
export function ticksIn(branch: Branch): Record<string, boolean> {
  return Object.fromEntries(Object.entries(branch).map(([name, value]) => [name, !isBlank(value)]));
}

function allBlank(row: Branch, names: string[]): boolean {
  return names.every((name) => isBlank(row[name]));
}

function listIn(written: Branch[string]): string[] {
  return typeof written === 'string' ? written.split(/[\s,;]+/).filter((one) => one !== '') : [];
}

function populationIn(population: Branch): Record<string, unknown> {
  const { value, ...rest } = filledIn(population);
  return typeof value === 'string' ? { ...rest, value: numberIn(value) } : rest;
}

/** A whole number as people write it, `84000` or `84,000` or `84 000`; anything else stays as it was typed. */
function numberIn(written: string): number | string {
  const typed = written.trim();
  const digits = /^\d{1,3}([ ,.'’\u00a0\u202f]\d{3})+$/.test(typed) ? typed.replace(/\D/g, '') : typed;
  return /^\d{1,15}$/.test(digits) ? Number(digits) : written;
}

type Rows = ReturnType<typeof rowsOf>;

function identifiersIn(rows: Branch[]): Record<string, unknown> {
  return Object.fromEntries(rows.map(({ register, number }) => [String(register ?? '').trim(), number]));
}

function registerProblems(row: number, { register, number }: Branch, before: Rows): Problem[] {
  const path = `authority.identifiers[${row}]`;
  const same = before.some(({ value }) => String(value['register']).trim() === String(register).trim());
  return [
    ...(isBlank(register) ? [{ path: `${path}.register`, message: 'is missing' }] : []),
    ...(isBlank(number) ? [{ path: `${path}.number`, message: 'is missing' }] : []),
    ...(same && !isBlank(register) ? [{ path: `${path}.register`, message: 'stands in the list a second time' }] : []),
  ];
}

function fieldOf(path: string, { people, facts, registers }: { people: Rows; facts: Rows; registers: Rows }): string {
  if (path.startsWith('authority.languages')) return 'authority.languages';
  if (path.startsWith('authority.identifiers.')) {
    const register = path.slice('authority.identifiers.'.length);
    const row = registers.find(({ value }) => String(value['register']).trim() === register)?.row ?? 0;
    const part = /^[a-z0-9-]{1,40}$/.test(register) ? 'number' : 'register';
    return `authority.identifiers[${row}].${part}`;
  }
  if (path === 'contacts') return `contacts[${people[0]?.row ?? 0}].role`;
  if (path === 'claims') return `claims[${facts[0]?.row ?? 0}].text`;
  return path
    .replace(/^contacts\[(\d+)\]/, (_, index: string) => `contacts[${people[Number(index)]?.row ?? 0}]`)
    .replace(/^claims\[(\d+)\]/, (_, index: string) => `claims[${facts[Number(index)]?.row ?? 0}]`);
}
