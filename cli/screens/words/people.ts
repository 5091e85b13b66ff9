import type { CaseFile } from '../known.ts';
import type { State } from '../state.ts';

/** Who acted on a case, in one word: a colleague by first name, the city, the system; `you` for whoever reads. */
export function whoIs(actor: string, file: Pick<CaseFile, 'people' | 'staff'>, state: State): string {
  const known = whoActed(state, actor);
  if (known !== 'staff') return known;
  const colleague = file.staff.find(({ id }) => id === actor);
  if (colleague) return firstName(colleague.name);
  return file.people.some(({ id }) => id === actor) ? 'city' : 'staff';
}

/** Who acted, in one word, where it need not be about a case. */
export function whoActed({ me, staff, pages }: State, actor: string): string {
  if (actor === 'system') return 'system';
  if (actor === me?.id) return 'you';
  const files = pages.flatMap((page) => (page.page === 'case' && page.file ? [page.file] : []));
  const colleague = [...staff, ...files.flatMap((file) => file.staff)].find(({ id }) => id === actor);
  if (colleague) return firstName(colleague.name);
  return files.some(({ people }) => people.some(({ id }) => id === actor)) ? 'city' : 'staff';
}

function firstName(name: string): string {
  return name.split(' ')[0] ?? name;
}
