import type { CaseFile } from '../known.ts';
import { type Line, line, toned } from '../lines.ts';
import type { State } from '../state.ts';
import { dayOf } from '../when.ts';
import { countryName } from '../words/stages.ts';
import { heading, labelled } from './labelled.ts';

/** What the city answered, what was checked, and what is like it. */
export function factLines(state: State, file: CaseFile): Line[] {
  return [...checkLines(state, file), ...changeLines(state, file), ...answerLines(state, file)];
}

const signs = { ok: '+', attention: '!', unknown: '?' } as const;

function checkLines({ size, now, zone }: State, { checks, duplicates, earlier }: CaseFile): Line[] {
  const rows = [
    ...checks.flatMap(({ state, sentence }) => {
      const tone = state === 'ok' ? 'go' : state === 'attention' ? 'warn' : 'quiet';
      return labelled(`${signs[state]} ${state === 'ok' ? 'checked' : state}`, sentence, size.columns, { tone });
    }),
    ...duplicates.flatMap(({ case: other, reasons, state }) =>
      labelled(state === 'open' ? '? like' : '+ looked at', `${other}: ${reasons.join(', ')} (${state})`, size.columns),
    ),
    ...earlier.flatMap(({ case: other, stage, closedAt }) =>
      labelled('- earlier case', `${other}: ${stage} on ${dayOf(closedAt, now, zone)}`, size.columns),
    ),
  ];
  return rows.length === 0 ? [] : [heading('Checks'), ...rows, line('')];
}

function changeLines({ size }: State, { rounds }: CaseFile): Line[] {
  const last = rounds.at(-1);
  if (!last || last.changes.length === 0) return [];
  return [
    heading(`What changed in round ${last.round}`),
    ...last.changes.flatMap(({ path, before, after }) => [
      ...labelled(path, `- ${inWords(before)}`, size.columns),
      ...labelled('', `+ ${inWords(after)}`, size.columns),
    ]),
    line(''),
  ];
}

function inWords(value: unknown): string {
  if (value === undefined || value === null || value === '') return '(empty)';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function answerLines({ size }: State, { application }: CaseFile): Line[] {
  const { authority, officeHolder, mandate, contacts, motivation, claims } = application;
  const { population } = authority;
  const row = (label: string, value: string) => labelled(label, value, size.columns);
  return [
    heading('Answers'),
    ...row('Name', `${authority.legalName} (${authority.nativeName})`),
    ...row(
      'Kind, country',
      `${authority.kind}, ${countryName(authority.country)} ${authority.subdivision ?? ''}`.trim(),
    ),
    ...row('Website', authority.website),
    ...row(
      'Population',
      `${population.qualifier} ${population.value.toLocaleString('en')}, ${population.geography}, ${population.asOf}`,
    ),
    ...row('Its source', population.source),
    ...row('Time zone', authority.timeZone),
    ...row('Office-holder', `${officeHolder.name}, ${officeHolder.title}, ${officeHolder.email}`),
    ...row('Term', `from ${officeHolder.termStart}${officeHolder.termEnd ? ` to ${officeHolder.termEnd}` : ''}`),
    ...row('Mandate', `${mandate.kind}: ${mandate.reference}`),
    ...row('', `decided ${mandate.decidedOn}, in force ${mandate.effectiveOn}`),
    ...contacts.flatMap(({ role, name, email, language }) => row(`Contact: ${role}`, `${name}, ${email}, ${language}`)),
    ...row('Motivation', motivation),
    ...claims.flatMap(({ text, date, evidence }) =>
      row('Says', [text, date, evidence].filter((one) => one !== undefined).join(' / ')),
    ),
    line(toned('quiet', ' End of the answers.')),
  ];
}
