import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { within } from '../../cli/demo/inbox.ts';
import { createOfficer } from '../../cli/demo/office.ts';
import type { Role } from '../../records/staff.ts';
import type { Appointed } from '../../service/staff.ts';
import type { FaultCase } from './cases.ts';
import { type House, openHouse } from './house.ts';
import { beginJourney, type Journey, type Stage, type StepName, stepNames } from './journey.ts';
import { type Outcome, outcomeOf } from './outcome.ts';
import { patientFetch } from './patience.ts';
import { openPostOffice, type PostOffice } from './post-office.ts';
import { mountSmallDisk, type SmallDisk } from './small-disk.ts';
import { inventedTown, type Signing } from './towns.ts';

/** A house that is open, its staff and the mail server of everybody else, on which journeys are played one after another. */
export type Theatre = Stage & {
  house: House;
  post: PostOffice;
  site: string;
  /** The tokens of the two, for whoever acts by commands. */
  tokens: [string, string];
  /** The disk under the data folder; null where this user may not have one of their own. */
  disk: SmallDisk | null;
  close(): Promise<void>;
};

export async function openTheatre(environment: NodeJS.ProcessEnv = {}): Promise<Theatre> {
  const folder = await mkdtemp(join(tmpdir(), 'oasc-faults-'));
  const post = await openPostOffice(join(folder, 'received'));
  const data = join(folder, 'data');
  const disk = await mountSmallDisk(data, 300);
  const house = await openHouse({ folder: data, mail: post.url, environment });
  await house.ready().catch(async (error: unknown) => {
    await house.stop();
    await post.stop();
    disk?.remove();
    throw error;
  });
  const tokens: [string, string] = [await appoint(house, 'Ada Lindqvist'), await appoint(house, 'Bram Okafor')];
  const [ada, bram] = tokens;
  return {
    house,
    post,
    disk,
    address: house.address,
    officers: [
      createOfficer('Ada Lindqvist', ada, house.address, patientFetch),
      createOfficer('Bram Okafor', bram, house.address, patientFetch),
    ],
    tokens,
    site: join(data, 'site'),
    close: async () => {
      if (process.env['FAULTS_TALK'])
        console.log(
          (await readFile(join(data, 'logs', 'web.log'), 'utf8'))
            .split('\n')
            .filter((line) => line.includes('"fault"'))
            .join('\n'),
        );
      await house.stop();
      await post.stop();
      disk?.remove();
      await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
    },
  };
}

/** Taken on by the first administrator, whose token lies in the data folder. */
async function appoint(house: House, name: string): Promise<string> {
  const { token } = JSON.parse(await readFile(join(house.folder, 'first-administrator.json'), 'utf8')) as Appointed;
  const first = createOfficer('the first administrator', token, house.address, patientFetch);
  const roles: Role[] = ['reviewer', 'editor', 'approver', 'administrator'];
  return (await first.post<Appointed>('/staff', { id: randomUUID(), name, roles })).token;
}

let towns = 0;

/** Plays a town's whole journey without a fault: what every other is measured by. */
export async function playWithout(theatre: Theatre, signing: Signing): Promise<Outcome> {
  towns += 1;
  const journey = beginJourney(theatre, inventedTown(towns, signing));
  for (const step of stepNames) await played(journey, step);
  return await outcomeOf(theatre, journey);
}

/** Plays a town's whole journey with one fault in it; throws when the fault was never met. */
export async function playCase(theatre: Theatre, { step: at, fault, signing, id }: FaultCase): Promise<Outcome> {
  towns += 1;
  const { house, post } = theatre;
  const journey = beginJourney(theatre, inventedTown(towns, signing));
  const mailbox = fault.kind === 'mail' ? mailboxOf(journey, fault.to) : '';
  for (const step of stepNames) {
    if (step === at) {
      if (fault.kind === 'crash') await house.order(fault.point, fault.kill, fault.count);
      else if (fault.kind === 'mail') post.next(mailbox, fault.mood);
      else if (fault.kind === 'kill') house.kill(fault.kill);
      else await fullFor(theatre.disk, fault.milliseconds);
    }
    await played(journey, step);
    if (step === at && fault.kind === 'crash') {
      const met = await within('the fault to be met', async () => (house.struck() ? true : null)).catch(() => false);
      await house.cancel();
      if (!met) throw new Error(`${id}: ${fault.point} was never reached at "${at}".`);
    }
  }
  await house.ready();
  if (fault.kind === 'mail' && !post.metMood(mailbox)) throw new Error(`${id}: no mail met the receiver's mood.`);
  return await outcomeOf(theatre, journey);
}

async function played(journey: Journey, step: StepName): Promise<void> {
  const begun = Date.now();
  await journey.play(step);
  const acted = Date.now();
  await journey.settled(step);
  if (process.env['FAULTS_TALK']) console.log(`    ${step} ${acted - begun} + ${Date.now() - acted} ms`);
}

/** Fills the disk, and makes room again after a while, as an operator does. */
async function fullFor(disk: SmallDisk | null, milliseconds: number): Promise<void> {
  await disk?.fill();
  setTimeout(() => void disk?.free(), milliseconds);
}

function mailboxOf({ town, readers }: Journey, who: 'main' | 'mayor-office' | 'mayor' | 'reader'): string {
  if (who === 'reader') return readers[1] ?? '';
  if (who === 'mayor') return town.application.officeHolder.email;
  return town.application.contacts.find(({ role }) => role === who)?.email ?? '';
}
