import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { createBrowser } from '../../cli/demo/browser.ts';
import { createCity } from '../../cli/demo/city.ts';
import { openInbox, within } from '../../cli/demo/inbox.ts';
import { type DemoInput, readInputFolder } from '../../cli/demo/input-folder.ts';
import type { AuditReport } from '../../records/audit.ts';
import type { AnnouncementFile } from '../../web/staff-api/announcement-file.ts';
import { runOasc } from '../support/oasc.ts';
import type { Victims } from './house.ts';
import { patientFetch } from './patience.ts';
import type { Theatre } from './theatre.ts';

/** What two staff led to by commands alone, and who was killed on the way. */
export type ByCommands = {
  stages: string[];
  article: string;
  published: string;
  newsletter: unknown;
  /** How many copies each mail came in, those of one copy left out. */
  copies: number[];
  audit: { verified: boolean; problems: string[] };
  killed: string[];
};

const turn: Exclude<Victims, 'self'>[] = ['worker', 'web', 'server', 'everything'];

/**
 * Two staff carry a folder of input through by commands, and its cities by the portal, while before each act somebody is
 * killed in turn: the worker, the web, the server, everything. A command that met nobody is sent again, with the same id.
 */
export async function playByCommands(theatre: Theatre, folder: string): Promise<ByCommands> {
  const input = await inputIn(folder);
  const { house, post } = theatre;
  const killed: string[] = [];
  const kill = () => {
    const victims = turn[killed.length % turn.length] ?? 'everything';
    house.kill(victims);
    killed.push(victims);
  };
  const browser = createBrowser(patientFetch);
  const inbox = openInbox(() => post.mails(), browser);
  const cities = input.cities.map((city) => createCity(city, theatre.address, inbox, browser));
  const staff = (who: 0 | 1, ...words: string[]) => insistently(theatre, theatre.tokens[who], words, kill);
  const byCity = async (act: 'apply' | 'sign' | 'draft' | 'confirm') => {
    for (const city of cities) {
      kill();
      await city[act]();
    }
  };
  const byStaff = async (who: 0 | 1, ...words: string[]) => {
    for (const { input: city } of cities) await staff(who, ...words.slice(0, 2), city.city, ...words.slice(2));
  };

  await byCity('apply');
  await byStaff(0, 'application', 'accept', '--reason', 'The register was looked at by hand.');
  await byCity('sign');
  await byStaff(0, 'letter', 'verify');
  await byStaff(1, 'letter', 'countersign');
  await byCity('draft');
  await byCity('confirm');
  await byStaff(0, 'statement', 'approve');
  const announcement = randomUUID();
  await staff(0, 'announcement', 'create', folder, '--id', announcement);
  await staff(1, 'announcement', 'approve', announcement);
  return { ...(await outcome(theatre, input, announcement)), killed };
}

/** A command that did not get through, or came too early, is sent again with the same id, until somebody takes it. */
async function insistently(theatre: Theatre, token: string, words: string[], kill: () => void): Promise<void> {
  const id = words.includes('--id') ? [] : ['--id', randomUUID()];
  const env = { OASC_URL: theatre.address, OASC_TOKEN: token };
  let last = '';
  kill();
  await within(
    `oasc ${words.slice(0, 3).join(' ')}`,
    async () => {
      const { code, stderr } = await runOasc([...words, ...id, '--json'], { env });
      if (stderr !== last && process.env['FAULTS_TALK'])
        console.log(`    ${words.slice(0, 3).join(' ')}: ${code} ${stderr}`);
      last = stderr;
      if (code === 0) return true;
      // A fault is never the answer to somebody else’s crash.
      if (code === 1 || code === 2) throw new Error(`oasc ${words.join(' ')}: ${stderr}`);
      return null;
    },
    90_000,
  );
}

async function outcome(theatre: Theatre, input: DemoInput, id: string): Promise<Omit<ByCommands, 'killed'>> {
  const [officer] = theatre.officers;
  const stagesNow = async () => (await officer.cases()).map(({ stage }) => stage);
  await within(
    'every city to be announced',
    async () => ((await stagesNow()).every((stage) => stage === 'announced') ? true : null),
    120_000,
  );
  const { view } = await officer.ask<AnnouncementFile>(`/announcements/${id}`);
  const { stage } = view;
  if (stage.step !== 'published') throw new Error(`The announcement is at ${stage.step}, and not published.`);
  const { verified, problems } = await officer.ask<AuditReport>('/audit/verify');
  const copies = [...(await theatre.post.copies(() => true)).values()];
  if (copies.some((one) => new Set(one).size > 1)) throw new Error('A mail came in several versions.');
  return {
    stages: (await stagesNow()).slice(0, input.cities.length),
    article: stage.article,
    published: stage.publishedSha256,
    newsletter: stage.newsletter,
    copies: copies.map((one) => one.length).filter((count) => count > 1),
    audit: { verified, problems },
  };
}

async function inputIn(folder: string): Promise<DemoInput> {
  const input = await readInputFolder(folder, { image: async () => null, scan: async () => null });
  if (!input.ok) throw new Error(`${join(folder)} cannot be played: ${JSON.stringify(input.problems)}`);
  return input.value;
}
