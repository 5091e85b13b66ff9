import { inOneLine } from '../../templates/shown-text.ts';

/** What whoever asks may do now, and why not what somebody else may; what has no place here at all is left out. */
export function offered(acts: readonly { kind: string; may: boolean; code?: string; sentence?: string }[]): string {
  if (acts.length === 0) return '';
  const may = acts.filter((act) => act.may).map(({ kind }) => kind);
  const refused = acts.filter(({ may: allowed, code }) => !allowed && !elsewhere.has(code ?? ''));
  const why = [...Map.groupBy(refused, ({ sentence }) => sentence ?? '')].map(
    ([sentence, those]) => `  Not ${those.map(({ kind }) => kind).join(', ')}: ${inOneLine(sentence)}`,
  );
  return [`You may: ${may.length === 0 ? 'nothing now' : may.join(', ')}`, ...why].join('\n');
}

const elsewhere: ReadonlySet<string> = new Set(['wrong-stage', 'wrong-step', 'not-on-hold', 'ended']);
