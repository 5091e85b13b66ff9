import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, test } from '@jest/globals';
import { askTimestamp } from '../../../../worker/adapters/seal/ask-timestamp.ts';
import { authority, saysQualified, stamps } from '../../../support/signing-peers.ts';
import {
  type Answering,
  rejection,
  signedAnew,
  stampedBy,
  type TimestampServer,
  timestampServer,
} from '../../../support/time-stamping.ts';

const folder = mkdtempSync(join(tmpdir(), 'oasc-timestamps-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const root = authority(folder, 'Root of Times');
const clock = root.certifies('Clock of Times', stamps);
const honest = stampedBy(folder, clock, root);
const value = Buffer.from('the value of a signature');

const open: TimestampServer[] = [];
afterEach(async () => {
  for (const server of open.splice(0)) await server.stop();
});

async function ask(answer: Answering, more: { policy?: string; roots?: string[]; patience?: number } = {}) {
  const server = await timestampServer(answer);
  open.push(server);
  const { policy = null, roots = [root.pem], patience = 5000 } = more;
  const stamp = askTimestamp({ url: server.url, roots, policy, patience });
  return await stamp(value).then(
    (token) => (token.length > 0 ? 'taken' : 'empty'),
    (error: Error) => error.message,
  );
}

/** An answer of the honest authority to another question than the one that is asked. */
function answerOnceMore(change: (question: Buffer) => Buffer): Answering {
  return (question, response) => honest(change(Buffer.from(question)), response);
}

test('The time of an authority that we know is taken, under any policy or the one that is wanted', async () => {
  expect([await ask(honest), await ask(honest, { policy: '1.2.3.4.2' })]).toEqual(['taken', 'taken']);
});

describe('What an authority may do wrong is told apart', () => {
  test('nobody is there', async () => {
    const server = await timestampServer(honest);
    await server.stop();
    const stamp = askTimestamp({ url: server.url, roots: [root.pem], policy: null });
    await expect(stamp(value)).rejects.toMatchObject({ kind: 'unreachable' });
  });

  test('it says nothing for too long', async () => {
    expect(await ask(() => null, { patience: 200 })).toBe('timestamp silent');
  });

  test('it breaks (500)', async () => {
    const breaks: Answering = (_, response) => {
      response.statusCode = 500;
      return Buffer.from('sorry');
    };
    expect(await ask(breaks)).toBe('timestamp http-error');
  });

  test('it sends somebody else’s page, half an answer, or far too much', async () => {
    const half: Answering = (question, response) => honest(question, response)?.subarray(0, 200) ?? null;
    const endless = Buffer.alloc(1_000_000, 0x30);
    expect([await ask(() => Buffer.from('<html>')), await ask(half), await ask(() => endless)]).toEqual(
      Array(3).fill('timestamp junk'),
    );
  });

  test('it refuses', async () => {
    expect(await ask(() => rejection)).toBe('timestamp rejected');
  });

  test('it stamps another document, as whoever replays a token of before does', async () => {
    const digestAt = (question: Buffer) => question.indexOf(Buffer.from('0420', 'hex')) + 2;
    const other = answerOnceMore((question) => {
      question.fill(7, digestAt(question), digestAt(question) + 32);
      return question;
    });
    expect(await ask(other)).toBe('timestamp other-document');
  });

  test('it answers another question about the same document', async () => {
    const nonceAt = (question: Buffer) => question.lastIndexOf(Buffer.from('020c', 'hex')) + 3;
    const other = answerOnceMore((question) => {
      question.writeUInt8(question.readUInt8(nonceAt(question)) ^ 1, nonceAt(question));
      return question;
    });
    expect(await ask(other)).toBe('timestamp other-question');
  });

  test('it stamps under another policy than the one that is wanted', async () => {
    const other: Answering = (question, response) => {
      const answer = honest(question, response);
      return answer && signedAnew(folder, answer, clock, (info) => Object.assign(info, { policy: '1.2.3.4.9' }));
    };
    expect(await ask(other, { policy: '1.2.3.4.2' })).toBe('timestamp other-policy');
  });

  test('its token was changed after it was signed', async () => {
    const changed: Answering = (question, response) => {
      const answer = honest(question, response);
      const year = answer?.indexOf(Buffer.from('180f', 'hex')) ?? -1;
      answer?.write('2019', year + 2, 'latin1');
      return answer;
    };
    expect(await ask(changed)).toBe('timestamp broken');
  });

  test('its certificate is not for timestamps alone', async () => {
    const lax = root.certifies('Lax Clock', `${stamps},codeSigning`);
    const signer = root.certifies('No Clock at All', saysQualified);
    const optional = root.certifies(
      'Optional Clock',
      'keyUsage=critical,digitalSignature\nextendedKeyUsage=timeStamping',
    );
    const by =
      (whom: typeof lax): Answering =>
      (question, response) => {
        const answer = honest(question, response);
        return answer && signedAnew(folder, answer, whom);
      };
    expect([await ask(by(lax)), await ask(by(signer)), await ask(by(optional))]).toEqual(
      Array(3).fill('timestamp not-for-timestamps'),
    );
  });

  test('it is an authority that somebody made up, even under the name of the known one', async () => {
    const forger = authority(mkdtempSync(join(folder, 'forged-')), 'Root of Times');
    const forged = forger.certifies('Clock of Times', stamps);
    expect(await ask(stampedBy(folder, forged, forger))).toBe('timestamp untrusted');
  });

  test('it says a time that cannot be', async () => {
    const away =
      (milliseconds: number): Answering =>
      (question, response) => {
        const answer = honest(question, response);
        const genTime = new Date(Date.now() + milliseconds);
        return answer && signedAnew(folder, answer, clock, (info) => Object.assign(info, { genTime }));
      };
    const anHour = 60 * 60 * 1000;
    expect([await ask(away(-anHour)), await ask(away(anHour))]).toEqual(Array(2).fill('timestamp wrong-time'));
  });
});
