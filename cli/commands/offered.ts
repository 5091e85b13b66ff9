import { inOneLine } from '../../templates/shown-text.ts';

/** What whoever asks may do now, and why not what else could be done here. */
export function offered(acts: readonly { kind: string; may: boolean; sentence?: string }[]): string {
  if (acts.length === 0) return '';
  const may = acts.filter((act) => act.may).map(({ kind }) => kind);
  const refused = acts.filter((act) => !act.may).map(({ kind, sentence }) => `  ${kind}: ${inOneLine(sentence ?? '')}`);
  return [`You may: ${may.length === 0 ? 'nothing now' : may.join(', ')}`, ...refused].join('\n');
}
