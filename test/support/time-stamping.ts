import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';
import type { Holder } from './signing-peers.ts';

/** How a time-stamp authority on loopback answers a question (both DER). */
export type Answering = (question: Buffer, response: ServerResponse) => Buffer | null;

export type TimestampServer = {
  url: string;
  asked: Buffer[];
  /** What it gives to whoever only fetches: a list of revoked certificates. */
  revocations: Buffer;
  stop(): Promise<void>;
};

/** A time-stamp authority on loopback; an answer of null leaves whoever asks waiting. */
export async function timestampServer(answer: Answering): Promise<TimestampServer> {
  const asked: Buffer[] = [];
  const kept = { revocations: Buffer.alloc(0) };
  const server = createServer((request, response) => {
    if (request.method === 'GET') return void response.end(kept.revocations);
    void buffer(request).then((question) => {
      asked.push(question);
      const bytes = answer(question, response);
      if (bytes) response.setHeader('content-type', 'application/timestamp-reply').end(bytes);
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return Object.assign(kept, {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    asked,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  });
}

/** Answers as openssl does with this certificate, under the policy 1.2.3.4.1. */
export function stampedBy(folder: string, by: Holder, root: Holder): Answering {
  const own = join(folder, randomUUID());
  writeFileSync(`${own}.serial`, '01\n');
  writeFileSync(
    `${own}.cnf`,
    `[tsa]\ndefault_tsa=t\n[t]\nserial=${own}.serial\nsigner_cert=${by.certFile}\nsigner_key=${by.key}\ncerts=${root.certFile}\nsigner_digest=sha256\ndefault_policy=1.2.3.4.1\nother_policies=1.2.3.4.2\ndigests=sha256\ness_cert_id_alg=sha256\n`,
  );
  return (question) => {
    writeFileSync(`${own}.tsq`, question);
    const words = ['ts', '-reply', '-config', `${own}.cnf`, '-queryfile', `${own}.tsq`, '-out', `${own}.tsr`];
    execFileSync('openssl', words, { stdio: 'ignore' });
    return readFileSync(`${own}.tsr`);
  };
}

/** The same answer with what it says changed, and signed by somebody else, whatever their certificate is for. */
export function signedAnew(
  folder: string,
  answer: Buffer,
  by: Holder,
  change: (info: pkijs.TSTInfo) => void = () => {},
): Buffer {
  const response = pkijs.TimeStampResp.fromBER(answer);
  const data = new pkijs.SignedData({ schema: response.timeStampToken?.content });
  const info = pkijs.TSTInfo.fromBER(data.encapContentInfo.eContent?.getValue() ?? new ArrayBuffer());
  change(info);
  const file = join(folder, `${randomUUID()}.tst`);
  writeFileSync(file, Buffer.from(info.toSchema().toBER()));
  const what = ['-econtent_type', '1.2.840.113549.1.9.16.1.4', '-nodetach', '-binary', '-cades', '-md', 'sha256'];
  const who = ['-signer', by.certFile, '-inkey', by.key, '-outform', 'DER'];
  const token = execFileSync('openssl', ['cms', '-sign', ...what, '-in', file, ...who], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  response.timeStampToken = pkijs.ContentInfo.fromBER(token);
  return Buffer.from(response.toSchema().toBER());
}

/** An answer that says no (PKIStatus 2). */
export const rejection = Buffer.from(
  new asn1js.Sequence({
    value: [new asn1js.Sequence({ value: [new asn1js.Integer({ value: 2 })] })],
  }).toBER(),
);
