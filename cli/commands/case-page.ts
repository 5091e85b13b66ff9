import { openFlags } from '../../domain/onboarding/flags.ts';
import { inOneLine, inParagraphs } from '../../templates/shown-text.ts';
import { sealWaitsWords } from '../../templates/timestamp-words.ts';
import type { CaseFile } from '../../web/staff-api/shown.ts';
import { flagWords } from '../screens/words/flags.ts';
import { background } from './case-background-page.ts';
import { offered } from './offered.ts';
import { standing } from './standing.ts';
import { indented, moment, pairs, table } from './table.ts';

/** All that staff need to decide about a case, as a page of text. */
export function casePage(file: CaseFile): string {
  const parts = [
    standing(file.summary.name, file.view),
    file.sealWaits === null ? '' : sealWaitsWords(file.sealWaits),
    aboutCity(file),
    `Motivation\n${inParagraphs(file.application.motivation)
      .map((line) => `  ${line}`)
      .join('\n')}`,
    people(file),
    ...background(file),
    toDecide(file),
    ...said(file),
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
  const rows = file.people.map(({ role, name, email }) => [role, name, email]);
  return `People\n${indented(table(['ROLE', 'NAME', 'ADDRESS'], rows))}`;
}

/** What nobody has decided about the signatures under the letter. */
function toDecide({ view: { stage } }: CaseFile): string {
  const flags = stage.stage === 'letter' ? openFlags(stage) : [];
  return flags.length === 0 ? '' : `To decide\n${pairs(flags.map((kind) => [kind, flagWords[kind].says]))}`;
}

function said({ notes, questions, staff }: CaseFile): string[] {
  const names = new Map(staff.map(({ id, name }) => [id, name]));
  const line = ({ at, by, text }: { at: string; by: string; text: string }) =>
    `  ${moment(at)}  ${inOneLine(names.get(by) ?? 'the city')}: ${inOneLine(text)}`;
  const asked = questions.map((one) =>
    [`${line(one)}  (${one.open ? `open, ${one.id}` : 'answered'})`, ...one.answers.map(line)].join('\n'),
  );
  return [
    ...(notes.length > 0 ? [`Notes\n${notes.map(line).join('\n')}`] : []),
    ...(asked.length > 0 ? [`Questions\n${asked.join('\n')}`] : []),
  ];
}

function history({ view, papers, people: city, staff }: CaseFile): string {
  const names = new Map([...city, ...staff].map(({ id, name }) => [id, name]));
  const lines = view.acts.flatMap(({ id, at, kind, actor }) => {
    const by = names.get(actor);
    const reason = (papers[id] as { reason?: string } | undefined)?.reason;
    return [
      `  ${moment(at)}  ${kind}${by === undefined ? '' : `, by ${inOneLine(by)}`}`,
      ...(reason === undefined ? [] : inParagraphs(reason).map((line) => `                    ${line}`)),
    ];
  });
  return ['What was done', ...lines, `  version ${view.version}`].join('\n');
}
