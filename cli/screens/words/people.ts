import type { CaseFile, Me } from '../known.ts';

/** Who acted, in one word: a colleague by first name, the city, the system; `you` for whoever reads. */
export function whoIs(actor: string, file: Pick<CaseFile, 'people' | 'staff'>, me: Me | null): string {
  if (actor === 'system') return 'system';
  if (actor === me?.id) return 'you';
  const colleague = file.staff?.find(({ id }) => id === actor);
  if (colleague) return firstName(colleague.name);
  return file.people.some(({ id }) => id === actor) ? 'city' : 'staff';
}

/** Names of colleagues in a sentence: `Bram and Chiara`. */
export function namesOf(ids: readonly string[], staff: readonly { id: string; name: string }[]): string {
  const names = ids.map((id) => staff.find((one) => one.id === id)?.name ?? id).map(firstName);
  return new Intl.ListFormat('en', { type: 'disjunction' }).format(names);
}

function firstName(name: string): string {
  return name.split(' ')[0] ?? name;
}
