import { Troubled } from '../trouble.ts';

/** Who is meant: by id, by its beginning, or by words of a name that fit one alone. */
export function staffNamed<Member extends { id: string; name: string }>(
  staff: readonly Member[],
  named: string,
): Member {
  const wanted = named.trim().toLowerCase();
  const whole = staff.filter(({ id, name }) => id === named || name.toLowerCase() === wanted);
  const part = staff.filter(
    ({ id, name }) => (wanted.length >= 4 && id.startsWith(wanted)) || name.toLowerCase().split(/\s+/).includes(wanted),
  );
  const found = whole.length > 0 ? whole : part;
  const [only] = found;
  if (!only) throw new Troubled('notFound', `Nobody on the staff is called ${named}: see oasc staff list.`);
  if (found.length === 1) return only;
  throw new Troubled('invalid', `That fits several: ${found.map(({ name, id }) => `${name} (${id})`).join(', ')}.`);
}
