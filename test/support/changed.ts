/** A copy of a JSON value with one field set, by its path; `undefined` takes the field out. */
export function changed(value: unknown, path: string, to: unknown): unknown {
  const steps = path.split(/[.[\]]+/).filter((step) => step !== '');
  const copy: unknown = structuredClone(value);
  const last = steps.pop() ?? '';
  const place = steps.reduce<unknown>((one, step) => Reflect.get(Object(one), step), copy);
  if (to === undefined) Reflect.deleteProperty(Object(place), last);
  else Reflect.set(Object(place), last, to);
  return copy;
}
