import { randomUUID } from 'node:crypto';
import type { Delivery } from '../../records/deliveries.ts';
import type { CaseFile } from '../../service/questions.ts';
import { inOneLine } from '../../templates/shown-text.ts';
import type { AnnouncementFile } from '../../web/staff-api/announcement-file.ts';
import { type City, createCity } from './city.ts';
import { openInbox, within } from './inbox.ts';
import type { CityInput, DemoInput } from './input-folder.ts';
import { checkLetter } from './letter-check.ts';
import type { Officer } from './office.ts';
import type { Progress } from './progress.ts';
import type { System } from './system.ts';

/** What the play has led to: the cases in the order of their cities, and the announcement. */
export type Played = { cases: Map<string, string>; announcement: string; officers: [Officer, Officer] };

const day = 86_400_000;

/** Plays cities from application to published announcement, through the doors that real people use. */
export async function play(input: DemoInput, system: System, progress: Progress): Promise<Played> {
  const inbox = openInbox(() => system.catcher.mails());
  const officers: [Officer, Officer] = [
    await system.appoint('Ada Lindqvist (sample)'),
    await system.appoint('Bram Okafor (sample)'),
  ];
  progress.step('Ada and Bram, two members of staff, get a token each');
  const [ada, bram] = officers;
  const cities = input.cities.map((city) => createCity(city, system.address, inbox));

  for (const city of cities) {
    await city.apply();
    progress.step(`${nameOf(city)} applies through the portal`);
  }
  const cases = await casesOf(ada, cities);
  const each = async (what: string, act: (city: City, id: string) => Promise<void>) => {
    for (const city of cities) {
      await act(city, cases.get(city.input.city) ?? '');
      progress.step(`${nameOf(city)}${what}`);
    }
  };

  await each(' is accepted by Ada; its letter goes to the mayor’s office', (_, id) =>
    ada.act(id, isAt('review'), () => ({ kind: 'accept' })),
  );
  await waitFor(ada, cases, isAt('letter', 'sign'), 'their letters');
  await livesThroughReminder(ada, system, progress);
  await each(' signs its Letter of Intent', (city) => city.sign());
  await each(': its signature is looked at and verified by Ada', async (_, id) => {
    await waitFor(ada, new Map([[id, id]]), isAt('letter', 'verify'), 'its signature');
    await checkLetter(ada, id);
  });
  await each(': countersigned by Bram, and so a member', (_, id) =>
    bram.act(id, isAt('letter', 'countersign'), () => ({ kind: 'countersign' })),
  );
  await each(': the mayor’s office drafts its words', (city) => city.draft());
  await each(': the mayor confirms the exact words', (city) => city.confirm());
  await each(': the words are approved by Ada, by their fingerprint', (_, id) =>
    ada.act(id, isAt('statement', 'approve'), approveWords),
  );
  await waitFor(ada, cases, isAt('announcement'), 'being ready');
  const announcement = await announce(input, system, officers, progress);
  await waitFor(
    ada,
    new Map([...cases].filter(([city]) => input.announcement.cities.includes(city))),
    isAt('announced'),
    'being announced',
  );
  return { cases, announcement, officers };
}

async function announce(
  { announcement: plan, image }: DemoInput,
  system: System,
  [ada, bram]: [Officer, Officer],
  progress: Progress,
): Promise<string> {
  const id = randomUUID();
  const body = new FormData();
  body.append('id', id);
  body.append('plan', JSON.stringify(plan));
  if (image && plan.image) body.append('image', new File([new Uint8Array(image)], plan.image.file));
  await ada.post('/announcements', body);
  progress.step('Ada joins the cities in one announcement');
  const drafted = await bram.ask<AnnouncementFile>(`/announcements/${id}`);
  const { stage, version } = drafted.view;
  if (stage.step !== 'draft') throw new Error(`The announcement is at ${stage.step}, where a draft was expected.`);
  await bram.post(`/announcements/${id}/acts`, {
    id: randomUUID(),
    version,
    decision: { kind: 'approve', article: stage.article },
  });
  progress.step('Bram approves it, by its fingerprint');
  const wait = drafted.scheduledFor === null ? 0 : Date.parse(drafted.scheduledFor) - Date.parse(system.now());
  if (wait > 0) {
    progress.step(`Time passes until ${drafted.scheduledFor}`);
    await system.skip(wait + 1000);
  }
  await within('the announcement to be published', async () => {
    const { view } = await bram.ask<AnnouncementFile>(`/announcements/${id}`);
    return view.stage.step === 'published' ? true : null;
  });
  progress.step('The announcement is published: page, feeds and newsletter');
  return id;
}

/** Eight days pass in which nobody signs; each office is reminded once. */
async function livesThroughReminder(officer: Officer, system: System, progress: Progress): Promise<void> {
  await system.skip(8 * day);
  const mails = await officer.ask<Delivery[]>('/mails');
  const reminders = mails.filter(({ kind }) => kind === 'reminder').length;
  progress.step(
    `Eight days pass, and nobody has signed: ${reminders} ${reminders === 1 ? 'reminder goes' : 'reminders go'} out`,
  );
}

async function casesOf(officer: Officer, cities: readonly City[]): Promise<Map<string, string>> {
  const summaries = await officer.cases();
  return new Map(
    cities.map(({ input }) => {
      const found = summaries.find(({ city }) => city === input.city);
      if (!found) throw new Error(`The application of ${input.city} did not become a case.`);
      return [input.city, found.id];
    }),
  );
}

async function waitFor(
  officer: Officer,
  cases: Map<string, string>,
  when: (file: CaseFile) => boolean,
  what: string,
): Promise<void> {
  for (const id of cases.values())
    await within(`${id}: ${what}`, async () => (when(await officer.show(id)) ? true : null));
}

function isAt(stage: string, step?: string): (file: CaseFile) => boolean {
  return ({ view }) =>
    view.stage.stage === stage && (step === undefined || ('step' in view.stage && view.stage.step === step));
}

function approveWords({ view: { stage } }: CaseFile): { kind: 'approve-words'; sha256: string } {
  return { kind: 'approve-words', sha256: stage.stage === 'statement' ? (stage.words?.sha256 ?? '') : '' };
}

function nameOf({ input }: { input: CityInput }): string {
  return inOneLine(input.application.authority.name);
}
