import { randomUUID } from 'node:crypto';
import { within } from '../../cli/demo/inbox.ts';
import type { CityInput } from '../../cli/demo/input-folder.ts';
import type { Officer } from '../../cli/demo/office.ts';
import type { Onboarding } from '../../domain/onboarding/state.ts';
import type { Delivery } from '../../records/deliveries.ts';
import { type Chance, chanceFrom } from './chance.ts';
import type { Victims } from './house.ts';
import { brokenInvariants } from './invariants.ts';
import { announcementDeed, cityDeed, cityTurn, composingDeed, type Deed, staffDeed } from './random-acts.ts';
import type { Theatre } from './theatre.ts';
import { inventedTown } from './towns.ts';

/** What was done, how often it was taken or refused, which faults struck, and what did not hold afterwards. */
export type RandomRun = {
  seed: number;
  log: string[];
  taken: number;
  refused: number;
  struck: string[];
  broken: string[];
};

const points = [
  'before:activity:sendMail',
  'sendMail:after:mailer.send',
  'after:activity:sendMail',
  'before:activity:recordCase',
  'recordCase:insert:audit',
  'issueLetter:after:documents.put',
  'sealLetter:insert:documents',
  'publishSite:after:documents.get',
  'before:answer',
  'before:update:accept',
  'after:update:verify',
  'after:update:countersign',
  'after:update:draft',
  'before:update:claim',
  'after:update:approve',
];

/** Plays so many random acts of two staff and three towns, with faults among them; the same seed chooses the same. */
export async function randomRun(theatre: Theatre, seed: number, acts: number): Promise<RandomRun> {
  const chance = chanceFrom(seed);
  const { house } = theatre;
  const base = 100_000 + (seed % 90_000) * 10;
  const towns = [0, 1, 2].map((index) => inventedTown(base + index));
  const run: RandomRun = { seed, log: [], taken: 0, refused: 0, struck: [], broken: [] };
  const announcements = [randomUUID(), randomUUID()];
  let ordered: string | null = null;
  for (let index = 0; index < acts; index += 1) {
    if (ordered !== null && house.struck()) {
      run.struck.push(ordered);
      ordered = null;
    }
    if (chance.happens(0.15)) ordered = (await breakSomething(theatre, towns, chance, run)) ?? ordered;
    await perform(await deedAt(theatre, { towns, announcements }, chance), run);
  }
  await house.cancel();
  await house.ready();
  await allDelivered(theatre);
  run.broken = await brokenInvariants(theatre);
  return run;
}

type Scene = { towns: CityInput[]; announcements: string[] };

/** Mostly what would be next for a town, by anybody; now and then anything at all. */
async function deedAt(theatre: Theatre, { towns, announcements }: Scene, chance: Chance): Promise<Deed> {
  const town = chance.oneOf(towns);
  const officer = chance.oneOf(theatre.officers);
  const announcement = chance.oneOf(announcements);
  const cities = chance.happens(0.6) ? [town.city] : towns.map(({ city }) => city);
  const readers = ['first', 'second'].map((name) => `${name}@readers-of-${town.folder}.example`);
  const ofTown = (await officer.cases()).filter(({ city }) => city === town.city).toSorted(byAdvance);
  const found = ofTown[0];
  if (!found) return cityDeed(theatre, town, chance, 'apply');
  const view = await atRest(officer, found.id);
  if (chance.happens(0.2))
    return chance.oneOf([
      cityDeed(theatre, town, chance),
      staffDeed(officer, found.id, chance),
      composingDeed(officer, announcement, cities, readers),
      announcementDeed(officer, announcement, chance),
    ]);
  const turn = cityTurn(view);
  if (turn) return cityDeed(theatre, town, chance, turn);
  if (view.stage.stage !== 'announcement') return staffDeed(officer, found.id, chance);
  const { claim } = view.stage;
  return claim.kind === 'free'
    ? composingDeed(officer, randomUUID(), [town.city], readers)
    : announcementDeed(officer, claim.announcement, chance);
}

const order = ['announcement', 'statement', 'letter', 'declined', 'lapsed', 'review'];

/** A town's case that is furthest on its way comes first; those that are over come last. */
function byAdvance(one: { stage: string; id: string }, other: { stage: string; id: string }): number {
  const rank = (stage: string) => (order.includes(stage) ? order.indexOf(stage) : order.length);
  return rank(one.stage) - rank(other.stage) || one.id.localeCompare(other.id);
}

/** Waits until nothing is on its way by itself, so that the same seed meets the same situation. */
async function atRest(officer: Officer, id: string): Promise<Onboarding> {
  return await within(
    `${id} to rest`,
    async () => {
      const { view, deliveries } = await officer.show(id);
      const { stage } = view;
      const under = 'step' in stage && ['issue', 'seal'].includes(stage.step);
      return under || deliveries.some(({ state }) => ['begun', 'deferred'].includes(state)) ? null : view;
    },
    60_000,
  );
}

async function perform({ name, do: act }: Deed, run: RandomRun): Promise<void> {
  try {
    await act();
    run.taken += 1;
    run.log.push(`${name}: taken`);
  } catch (error) {
    run.refused += 1;
    run.log.push(`${name}: refused (${String(error).slice(0, 160).replace(/\s+/g, ' ')})`);
  }
}

async function breakSomething(
  { house, post }: Theatre,
  towns: CityInput[],
  chance: Chance,
  run: RandomRun,
): Promise<string | null> {
  const how = chance.next();
  const victims = chance.oneOf<Exclude<Victims, 'self'>>(['worker', 'web', 'server', 'everything']);
  if (how < 0.25) {
    house.kill(victims);
    run.struck.push(`${victims} killed at rest`);
    run.log.push(`${victims} killed at rest`);
    return null;
  }
  if (how < 0.4) {
    const to = chance.oneOf(towns).application.officeHolder.email;
    const mood = chance.oneOf(['defer', 'die-after-data'] as const);
    post.next(to, mood);
    run.log.push(`the next mail to a mayor meets: ${mood}`);
    return null;
  }
  const point = chance.oneOf(points);
  const whom = chance.happens(0.6) ? 'self' : victims;
  await house.order(point, whom, 1);
  run.log.push(`${whom} is to be killed at ${point}`);
  return `${whom} killed at ${point}`;
}

async function allDelivered({ officers: [officer] }: Theatre): Promise<void> {
  const open = async () =>
    (await officer.ask<Delivery[]>('/mails')).filter(({ state }) => ['begun', 'deferred'].includes(state)).length;
  let before = -1;
  await within(
    'all mails to be delivered',
    async () => {
      const mails = (await officer.ask<Delivery[]>('/mails')).length;
      const rests = mails === before && (await open()) === 0;
      before = mails;
      await new Promise((resolve) => setTimeout(resolve, 1500));
      return rests ? true : null;
    },
    90_000,
  );
}
