import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { deliveriesOf } from '../../../../records/deliveries.ts';
import { sealWaitsFor } from '../../../../records/seal-waiting.ts';
import { composeLetter } from '../../../../templates/letter.ts';
import { sealWaitsWords } from '../../../../templates/timestamp-words.ts';
import { nothingSet, openSeal } from '../../../../worker/adapters/seal/open-seal.ts';
import { sealFinalLetter } from '../../../../worker/adapters/seal/sealing.ts';
import { createTypesetter } from '../../../../worker/adapters/typesetter.ts';
import { dataFolder, recordsIn } from '../../../support/data-folders.ts';
import { camliovasLetter } from '../../../support/letters.ts';
import { authority, stamps } from '../../../support/signing-peers.ts';
import { type Answering, rejection, stampedBy, timestampServer } from '../../../support/time-stamping.ts';

const folder = mkdtempSync(join(tmpdir(), 'oasc-sealing-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('While the authority for timestamps refuses, the letter waits and staff see why; then it is sealed with its time', async () => {
  const root = authority(folder, 'Root of Times');
  const honest = stampedBy(folder, root.certifies('Clock of Times', stamps), root);
  let answer: Answering = () => rejection;
  const server = await timestampServer((question, response) => answer(question, response));
  try {
    const data = await dataFolder();
    const { database } = await recordsIn(data);
    const settings = { ...nothingSet, timestamp: server.url, timestampRoots: root.certFile };
    const { seal } = await openSeal(data, settings, 'Network of Open Towns');
    const letter = { case: 'tr-camliova.1', number: 1 };
    const pdf = createTypesetter()(composeLetter(camliovasLetter));
    const [first, later] = ['2027-03-01T09:00:00.000Z', '2027-03-01T09:05:00.000Z'] as const;
    const waits = async () => sealWaitsFor(await deliveriesOf(database, 'tr-camliova.1'));

    await expect(sealFinalLetter({ database, seal }, letter, pdf, first)).rejects.toMatchObject({
      type: 'timestamp-rejected',
      nonRetryable: false,
    });
    expect(await waits()).toBe('rejected');
    expect(sealWaitsWords('rejected')).toBe(
      'The letter is signed and waits for its seal: the authority for timestamps refuses to stamp. It is asked again every ' +
        'few minutes by itself; whoever runs the service looks at OASC_TIMESTAMP (oasc doctor).',
    );

    answer = honest;
    const { level, verified } = await sealFinalLetter({ database, seal }, letter, pdf, later);
    expect([level, verified, await waits()]).toEqual(['B-T', 'B-T', null]);
    const [receipt] = await deliveriesOf(database, 'tr-camliova.1');
    expect([receipt?.state, receipt?.begun_at, receipt?.done_at]).toEqual(['done', first, later]);
  } finally {
    await server.stop();
  }
});
