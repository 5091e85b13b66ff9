import type { CaseFile } from '../known.ts';
import { bold, column, type Line, line, toned } from '../lines.ts';
import type { State } from '../state.ts';
import { dayAndTime } from '../when.ts';
import { fingerprint } from './labelled.ts';

export type KeptPaper = { says: string; sha256: string; at: string };

/** The documents of a case: letters issued, scans, the final letter; the newest first. */
export function papersOf({ view }: CaseFile): KeptPaper[] {
  return view.acts
    .flatMap((act): KeptPaper[] => {
      if (act.kind === 'letter-issued') return [{ says: 'Letter as issued', sha256: act.letter.sha256, at: act.at }];
      if (act.kind === 'upload') return [{ says: 'Scan as it came', sha256: act.sha256, at: act.at }];
      return act.kind === 'letter-sealed' ? [{ says: 'Final letter', sha256: act.sha256, at: act.at }] : [];
    })
    .toReversed();
}

export function paperLines({ now, zone }: State, file: CaseFile, selected = 0): Line[] {
  const papers = papersOf(file);
  if (papers.length === 0) return [line(toned('quiet', '   There is no document yet.'))];
  return papers.map(({ says, sha256, at }, index) => {
    const words = `${column(says, 22)} ${column(dayAndTime(at, now, zone), 18)} ${fingerprint(sha256)}`;
    return line(index === selected ? bold('> ') : '  ', index === selected ? bold(words) : words);
  });
}
