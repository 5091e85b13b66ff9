import type { ApplicationState } from '../domain/imported-application.ts';
import type { Problem } from '../domain/problems.ts';
import type { SignedBefore } from './signed-letters.ts';

/** An application that is to be imported, and where it was read: a file, or a line of one. */
export type ImportRow = {
  key: string;
  application: unknown;
  state?: ApplicationState;
  /** The letter that both have signed, where the city goes on as a member. */
  letter?: Uint8Array<ArrayBuffer>;
  /** How the letter was signed before, where it came with the application. */
  signed?: SignedBefore;
  where: { application: string; state: string; letter: string };
};

/** Problems of rows by the file in which each stands; other problems stay as they are. */
export function whereRows(rows: readonly ImportRow[], problems: readonly Problem[]): Problem[] {
  return problems.map((problem) => {
    const [, index, path = ''] = /^rows\[(\d+)\]\.?(.*)$/.exec(problem.path) ?? [];
    const row = index === undefined ? undefined : rows[Number(index)];
    if (!row) return problem;
    const file = path.startsWith('state') ? row.where.state : row.where.application;
    return { ...problem, file, path: path.replace(/^(application|state)\./, '') };
  });
}
