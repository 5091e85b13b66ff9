import { randomInt, randomUUID } from 'node:crypto';
import { Application } from '../domain/application.ts';
import type { ApplicationPaper } from '../domain/case-papers.ts';
import { caseIdOf, cityIdFor, foldedName } from '../domain/city-id.ts';
import type { ActorId, CaseId } from '../domain/ids.ts';
import { toldTooEarly } from '../domain/in-the-future.ts';
import { applied, waitsFor } from '../domain/onboarding/state.ts';
import { parsed } from '../domain/problems.ts';
import { casesOfCity, findCase, findCaseByForm, knownCities, noteCase } from '../records/cases.ts';
import { writePaper } from '../records/papers.ts';
import { type Person, writePerson } from '../records/people.ts';
import type { Database } from '../records/schema.ts';
import { isUnreachable } from './acting.ts';
import { type Answer, no, yes } from './answer.ts';
import { begin } from './beginning.ts';
import { type BroughtInBy, goingOn } from './brought-in.ts';
import type { Door } from './door.ts';

export type Applied = { case: CaseId; reference: string };

/**
 * Takes an application. What was handed in is noted first, then the case begins; the same form again answers with the
 * first case, and finishes what a crash has left half done.
 */
export async function apply(
  door: Door,
  input: unknown,
  formId: string,
  broughtIn?: BroughtInBy,
): Promise<Answer<Applied>> {
  const application = parsed(Application, input);
  const late = toldTooEarly(input, door.clock.now());
  if (!application.ok) return no({ code: 'invalid', problems: [...application.problems, ...late] });
  if (late.length > 0) return no({ code: 'invalid', problems: late });

  const { database } = door.records;
  const id = await database.transaction().execute(async (change) => {
    const before = await findCaseByForm(change, formId);
    return before?.id ?? (await noteApplication(change, door, application.value, formId, broughtIn));
  });
  const row = await findCase(database, id);
  if (!row) throw new Error('The case that was noted is gone.');
  try {
    await begin(door, row);
  } catch (error) {
    if (isUnreachable(error)) return no({ code: 'unreachable' });
    throw error;
  }
  return yes({ case: row.id, reference: row.reference });
}

/** The people that an application names, each with an id of their own. */
export function peopleIn(application: Application, caseId: CaseId): { people: Person[]; paper: ApplicationPaper } {
  const contacts = application.contacts.map(({ role, name, email, language }) => ({
    id: randomUUID(),
    case_id: caseId,
    role,
    name,
    title: null,
    email,
    language,
  }));
  const holder = application.officeHolder;
  const officeHolder = {
    id: randomUUID(),
    case_id: caseId,
    role: 'office-holder',
    name: holder.name,
    title: holder.title,
    email: holder.email,
    language: application.contacts.find(({ role }) => role === 'main')?.language ?? 'en',
  };
  const paper = { application, contacts: contacts.map(({ id }) => id), officeHolder: officeHolder.id };
  return { people: [...contacts, officeHolder], paper };
}

/** Notes a new case with its people and its application, in one transaction; its workflow begins afterwards. */
export async function noteApplication(
  change: Database,
  door: Door,
  application: Application,
  formId: string,
  broughtIn?: BroughtInBy,
): Promise<CaseId> {
  const { authority } = application;
  const city = cityIdFor(authority, await knownCities(change));
  const number = (await casesOfCity(change, city)).length + 1;
  const id = caseIdOf(city, number);
  const at = door.clock.now();
  const { people, paper } = peopleIn(application, id);
  const { by: actor, membership: _membership, ...marks } = broughtIn ?? { by: mainContactOf(paper) };
  const act = { id: formId, actor, at, kind: 'applied' as const, paper: `${id}/application/${formId}`, ...marks };
  const { reviewers } = door.network.review;
  const asked = reviewers > 1 ? { reviewers } : {};
  const atReview = applied({ case: id, city, country: authority.country, ...asked, act });
  const view = broughtIn ? goingOn(atReview, paper.officeHolder, broughtIn) : atReview;
  await noteCase(change, {
    id,
    city,
    number,
    country: authority.country,
    zone: authority.timeZone,
    name: authority.name,
    legal_name: authority.legalName,
    folded_name: foldedName(authority.name),
    web_domain: new URL(authority.website).hostname.replace(/^www\./, ''),
    geo_id: authority.identifiers?.['geonames'] ?? null,
    reference: `${foldedName(authority.name).replace(/-/g, '').slice(0, 3).toUpperCase()}-${randomSigns(4)}`,
    authority_kind: authority.kind,
    population: authority.population.value,
    form_id: formId,
    version: 0,
    stage: view.stage.stage,
    waits_for: waitsFor(view.stage),
    due: null,
    overdue: 0,
    accepted_city: view.stage.stage === 'review' ? null : city,
    view: JSON.stringify(view),
    applied_at: at,
  });
  for (const person of people) await writePerson(change, person);
  await writePaper(change, {
    id: act.paper,
    subject: id,
    kind: 'application',
    body: paper,
    sha256: null,
    actor,
    at,
  });
  return id;
}

function mainContactOf({ application, contacts }: ApplicationPaper): ActorId {
  const id = contacts[application.contacts.findIndex(({ role }) => role === 'main')];
  if (id === undefined) throw new Error('An application without a main contact cannot be.');
  return id;
}

/** Signs that nobody mixes up when they are read out: no 0, O, 1, I or L. */
function randomSigns(count: number): string {
  const signs = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
  return Array.from({ length: count }, () => signs[randomInt(signs.length)]).join('');
}
