import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Onboarding } from '../../domain/onboarding/state.ts';
import { faultCases } from './cases.ts';
import { beginJourney } from './journey.ts';
import type { Outcome } from './outcome.ts';
import { randomRun } from './random-run.ts';
import { openTheatre, playCase, playWithout, type Theatre } from './theatre.ts';
import { inventedTown } from './towns.ts';

// A fixed dozen of the table that `npm run faults` plays whole.
const dozen = [
  'web killed at before:update:accept, in: accept',
  'web killed at after:update:sign, in: sign',
  'web killed at before:answer the 2nd time, in: sign',
  'worker killed at before:update:verify, in: verify',
  'server killed at after:update:countersign, in: countersign',
  'everything killed at after:update:approve, in: approve',
  'worker killed at recordCase:insert:audit, in: verify',
  'worker killed at sendMail:after:mailer.send, in: apply',
  'worker killed at after:activity:issueLetter, in: accept',
  'worker killed at publishSite:after:documents.get the 4th time, in: approve',
  'the mail server of reader: die-after-data, in: approve',
  'the mail server of main: defer, in: apply',
];

let theatre: Theatre;
let without: Outcome;
beforeAll(async () => {
  theatre = await openTheatre();
  without = await playWithout(theatre, 'electronic');
}, 120_000);
afterAll(async () => {
  await theatre.close();
}, 60_000);

test('without a fault a town is announced, each of its mails is received once, and the audit is whole', () => {
  expect(without).toMatchObject({
    stage: 'announced',
    mails: [
      'announced done: 1 copy',
      'application-received done: 1 copy',
      'code done: 1 copy',
      'code done: 1 copy',
      'letter-to-sign done: 1 copy',
      'member done: 1 copy',
      'words-agreed done: 1 copy',
      'words-to-confirm done: 1 copy',
    ],
    announcement: { wordsAsApproved: true, newsletter: { recipients: 3, sent: 3, unknown: 0 } },
    audit: { verified: true, problems: [] },
    unaccounted: 0,
  });
});

describe('a town’s journey ends as without the fault, and nothing is done twice:', () => {
  test.each(dozen)(
    '%s',
    async (id) => {
      const one = faultCases().find((each) => each.id === id);
      if (!one) throw new Error('The table has no such case.');
      expect(await playCase(theatre, one)).toEqual(one.differs?.(without) ?? without);
    },
    120_000,
  );
});

test('whoever ends a case and gets no answer, since the web died, gets the first answer when they send it again', async () => {
  const [officer] = theatre.officers;
  const journey = beginJourney(theatre, inventedTown(9000));
  await journey.play('apply');
  await journey.settled('apply');
  const { view } = await officer.show(await journey.case());
  await theatre.house.order('after:update:reject', 'self');
  const decision = { kind: 'reject', reason: 'The town is in no country that we know.' };
  const after = await officer.post<Onboarding>(`/cases/${view.case}/acts`, {
    id: randomUUID(),
    version: view.version,
    decision,
  });
  expect([theatre.house.struck(), after.stage.stage]).toEqual([true, 'rejected']);
  expect(after.acts.map(({ kind }) => kind)).toEqual(['applied', 'reject']);
}, 120_000);

test('whatever two staff and three towns do at random while things break, the rules hold and receipts tell the truth', async () => {
  const seed = Number(process.env['FAULTS_SEED'] ?? 4);
  const run = await randomRun(theatre, seed, 25);
  console.log(`seed ${seed}: ${run.taken} acts taken, ${run.refused} refused; ${run.struck.join(', ')}`);
  expect(run.broken).toEqual([]);
  expect(run.taken).toBeGreaterThan(5);
}, 240_000);
