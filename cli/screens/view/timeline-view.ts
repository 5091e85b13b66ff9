import type { CaseFile } from '../known.ts';
import { column, type Line, line, toned, wrapped } from '../lines.ts';
import type { State } from '../state.ts';
import { dayAndTime } from '../when.ts';
import { happenedWords } from '../words/happened.ts';
import { whoIs } from '../words/people.ts';

const indent = 30;

/** What happened, the newest first: when, who, what, and the reason that was given. */
export function timelineLines(state: State, file: CaseFile): Line[] {
  const { now, zone, size } = state;
  return file.view.acts.toReversed().flatMap((act) => {
    const who = whoIs(act.actor, file, state);
    return [
      line(
        ' ',
        toned('quiet', column(dayAndTime(act.at, now, zone), 17)),
        ` ${column(who, 10)} `,
        happenedWords(act.kind),
      ),
      ...wrappedReason(file.papers[act.id], size.columns - indent - 1),
    ];
  });
}

function wrappedReason(paper: unknown, width: number): Line[] {
  const reason = reasonIn(paper);
  if (reason === null) return [];
  return wrapped(`"${reason}"`, width).map((row) => line(' '.repeat(indent), toned('quiet', row)));
}

/** The reason that somebody gave with an act; null where its paper is something else. */
export function reasonIn(paper: unknown): string | null {
  if (typeof paper !== 'object' || paper === null || !('reason' in paper)) return null;
  return typeof paper.reason === 'string' ? paper.reason : null;
}
