/** One field that is not what it was; `before` or `after` is undefined where the field was not there. */
export type Change = { path: string; before: unknown; after: unknown };

/** What differs between two values that were read from JSON, each by the path to the field itself; lists go by place. */
export function changesBetween(before: unknown, after: unknown, path = ''): Change[] {
  if (before === after) return [];
  if (!isTree(before) || !isTree(after) || Array.isArray(before) !== Array.isArray(after))
    return [{ path, before, after }];
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].flatMap((key) =>
    changesBetween(
      before[key],
      after[key],
      Array.isArray(after) ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`,
    ),
  );
}

function isTree(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
