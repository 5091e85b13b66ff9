import { inOneLine, inParagraphs } from '../../templates/shown-text.ts';
import type { CaseFile } from '../../web/staff-api/shown.ts';
import { offered } from './offered.ts';
import { standing } from './standing.ts';
import { moment, pairs, table } from './table.ts';

/** All that staff need to decide about a case, as a page of text. */
export function casePage(file: CaseFile): string {
  const parts = [
    standing(file.summary.name, file.view),
    aboutCity(file),
    `Motivation\n${inParagraphs(file.application.motivation)
      .map((line) => `  ${line}`)
      .join('\n')}`,
    people(file),
    ...like(file),
    ...differences(file),
    offered(file.acts),
    history(file),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

function aboutCity({ summary, application: { authority, officeHolder, mandate } }: CaseFile): string {
  const { value, qualifier, geography, asOf } = authority.population;
  return pairs([
    ['Authority', authority.legalName],
    ['Country', [authority.country, authority.subdivision].filter(Boolean).join(', ')],
    ['Website', authority.website],
    ['Population', `${qualifier} ${value.toLocaleString('en')} (${geography}, ${asOf})`],
    ['Office-holder', `${officeHolder.name}, ${officeHolder.title}`],
    ['Mandate', `${mandate.kind} of ${mandate.decidedOn}, ${mandate.reference}`],
    ['Reference', summary.reference],
  ]);
}

function people(file: CaseFile): string {
  return `People\n${table(
    ['  ROLE', 'NAME', 'ADDRESS'],
    file.people.map(({ role, name, email }) => [`  ${role}`, name, email]),
  )}`;
}

function like({ like: others }: CaseFile): string[] {
  if (others.length === 0) return [];
  return [
    `May be the same authority\n${others.map(({ id, name, stage }) => `  ${id}  ${inOneLine(name)}, ${stage}`).join('\n')}`,
  ];
}

function differences(file: CaseFile): string[] {
  if (file.differences.length === 0) return [];
  return [`To look at\n${file.differences.map((one) => `  ${inOneLine(JSON.stringify(one))}`).join('\n')}`];
}

function history({ view }: CaseFile): string {
  return `What was done\n${view.acts.map(({ at, kind }) => `  ${moment(at)}  ${kind}`).join('\n')}\n  version ${view.version}`;
}
