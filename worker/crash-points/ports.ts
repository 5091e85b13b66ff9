import type { KyselyPlugin, RootOperationNode } from 'kysely';
import type { Records } from '../../records/records.ts';
import type { CrashPoints } from '../crash-points.ts';

/**
 * A port whose every function is a crash point before and after it: `<scope>:before:<port>.<function>`. The scope says
 * who calls, so that the same port crashes for one caller only.
 */
export function crashingPort<Port extends object>(
  points: CrashPoints,
  scope: () => string,
  name: string,
  port: Port,
): Port {
  return new Proxy(port, {
    get: (target, key) => {
      const value: unknown = Reflect.get(target, key);
      if (typeof value !== 'function' || typeof key !== 'string') return value;
      return (...given: unknown[]) => {
        const where = scope();
        points.reach(`${where}:before:${name}.${key}`);
        const answer: unknown = Reflect.apply(value, target, given);
        if (!(answer instanceof Promise)) return answer;
        return answer.then((result: unknown) => {
          points.reach(`${where}:after:${name}.${key}`);
          return result;
        });
      };
    },
  });
}

/** Records that can crash before each row that is written (`<scope>:insert:<table>`), and around each document. */
export function crashingRecords(points: CrashPoints, scope: () => string, records: Records): Records {
  return {
    ...records,
    database: records.database.withPlugin(beforeEachWrite(points, scope)),
    documents: crashingPort(points, scope, 'documents', records.documents),
  };
}

function beforeEachWrite(points: CrashPoints, scope: () => string): KyselyPlugin {
  return {
    transformQuery: ({ node }) => {
      const write = writeOf(node);
      if (write) points.reach(`${scope()}:${write}`);
      return node;
    },
    transformResult: async ({ result }) => result,
  };
}

function writeOf(node: RootOperationNode): string | null {
  if (node.kind === 'InsertQueryNode' && node.into) return `insert:${node.into.table.identifier.name}`;
  if (node.kind !== 'UpdateQueryNode' || node.table?.kind !== 'TableNode') return null;
  const { table } = node.table as unknown as { table: { identifier: { name: string } } };
  return `update:${table.identifier.name}`;
}
