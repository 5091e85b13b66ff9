/** @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx';

/** Facts with their names, one under another; a fact that nobody knows is left out. */
export function Facts({ rows }: { rows: [name: string, value: Child | null][] }) {
  return (
    <dl class="facts">
      {rows.map(
        ([name, value]) =>
          value !== null && (
            <div>
              <dt>{name}</dt>
              <dd>
                <bdi>{value}</bdi>
              </dd>
            </div>
          ),
      )}
    </dl>
  );
}
