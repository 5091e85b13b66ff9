import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';
import { addedTo, rootOf } from './pdf-files.ts';

/** Whoever has a key and a certificate, made by openssl: an authority, a mayor, an authority for timestamps. */
export type Holder = { name: string; key: string; certFile: string; pem: string };

/** An authority in a folder of its own, which gives out certificates. */
export function authority(folder: string, name: string): Holder & { certifies(name: string, more?: string): Holder } {
  const root = holder(folder, name);
  openssl([
    'req',
    '-x509',
    '-newkey',
    'rsa:2048',
    '-nodes',
    '-subj',
    `/CN=${name}`,
    '-days',
    '3650',
    '-keyout',
    root.key,
    '-out',
    root.certFile,
  ]);
  return { ...withPem(root), certifies: (whom, more = signs) => certified(folder, root, whom, more) };
}

const signs = 'keyUsage=critical,digitalSignature,nonRepudiation';
export const stamps = 'keyUsage=critical,digitalSignature\nextendedKeyUsage=critical,timeStamping';
/** QcCompliance of ETSI EN 319 412-5: what a certificate says that wants to be qualified. */
export const saysQualified = `${signs}\n1.3.6.1.5.5.7.1.3=DER:300a3008060604008e460101`;
/** The same with QcSSCD: its key lives in a qualified device. */
export const saysQualifiedOnDevice = `${signs}\n1.3.6.1.5.5.7.1.3=DER:30143008060604008e4601013008060604008e460104`;

function certified(folder: string, root: Holder, name: string, more: string): Holder {
  const one = holder(folder, name);
  const extensions = join(folder, `${one.name}.ext`);
  writeFileSync(
    extensions,
    `basicConstraints=critical,CA:FALSE\nsubjectKeyIdentifier=hash\nauthorityKeyIdentifier=keyid\n${more}\n`,
  );
  const request = join(folder, `${one.name}.csr`);
  openssl([
    'req',
    '-new',
    '-newkey',
    'rsa:2048',
    '-nodes',
    '-subj',
    `/CN=${name}`,
    '-keyout',
    one.key,
    '-out',
    request,
  ]);
  openssl([
    'x509',
    '-req',
    '-in',
    request,
    '-CA',
    root.certFile,
    '-CAkey',
    root.key,
    '-CAcreateserial',
    '-days',
    '365',
    '-extfile',
    extensions,
    '-out',
    one.certFile,
  ]);
  return withPem(one);
}

function holder(folder: string, name: string): Holder {
  const file = name.toLowerCase().replaceAll(/[^a-z]+/g, '-');
  return { name, key: join(folder, `${file}.key`), certFile: join(folder, `${file}.pem`), pem: '' };
}

function withPem(one: Holder): Holder {
  return { ...one, pem: readFileSync(one.certFile, 'utf8') };
}

/** How a PDF is signed: by whom, with which token over the signature's value, in which field. */
export type Signing = {
  by: Holder;
  root: Holder;
  field?: string;
  /** Gives the timestamp token over the signature's value. */
  stamp?: (value: Uint8Array) => Uint8Array;
  /** What stands in the dictionary instead of the true ByteRange. */
  range?: (numbers: number[], length: number) => number[];
};

/** Signs a PDF of `pdfOf` by an incremental update, as programs for signing do; the fields before are kept. */
export function signedPdf(pdf: Buffer, signing: Signing): Buffer {
  const { field = 'Signature1', range = (numbers) => numbers } = signing;
  const { start, numbers, first } = withPlace(pdf, field, room);
  const [, before = 0, after = 0, rest = 0] = numbers;
  const place = start.indexOf('/ByteRange [');
  const shown = range(numbers, start.length)
    .map((number) => String(number).padStart(10, '0'))
    .join(' ');
  start.write(`/ByteRange [${shown}]`, start.indexOf('/ByteRange [', first < place ? place : first), 'latin1');
  const cms = signedBytes(Buffer.concat([start.subarray(0, before), start.subarray(after, after + rest)]), signing);
  start.write(cms.toString('hex'), before + 1, 'latin1');
  return start;
}

/** Adds a timestamp over the whole document (PAdES B-LTA). */
export function stampedPdf(pdf: Buffer, token: (bytes: Uint8Array) => Uint8Array, field = 'Timestamp1'): Buffer {
  const { start, numbers } = withPlace(pdf, field, room, '/Type /DocTimeStamp /SubFilter /ETSI.RFC3161');
  const [, before = 0, after = 0, rest = 0] = numbers;
  const written = numbers.map((number) => String(number).padStart(10, '0')).join(' ');
  start.write(`/ByteRange [${written}]`, start.lastIndexOf('/ByteRange ['), 'latin1');
  const signed = Buffer.concat([start.subarray(0, before), start.subarray(after, after + rest)]);
  start.write(Buffer.from(token(signed)).toString('hex'), before + 1, 'latin1');
  return start;
}

/** How many bytes a signature may have. */
const room = 8192;

function withPlace(pdf: Buffer, field: string, bytes: number, kind = '/Type /Sig /SubFilter /ETSI.CAdES.detached') {
  const text = pdf.toString('latin1');
  const first = Math.max(...[...text.matchAll(/^(\d+) 0 obj/gm)].map(([, number]) => Number(number))) + 1;
  const root = rootOf(pdf);
  const catalogue =
    text
      .slice(text.lastIndexOf(`\n${root} 0 obj`))
      .split('endobj')[0]
      ?.replace(/^\s*\d+ 0 obj/, '') ?? '';
  const known = /\/AcroForm << \/SigFlags 3 \/Fields \[([^\]]*)\] >>/.exec(catalogue);
  const form = `/AcroForm << /SigFlags 3 /Fields [${known?.[1] ?? ''} ${first + 1} 0 R] >>`;
  const changed = known ? catalogue.replace(known[0], form) : catalogue.replace(/>>\s*$/, `${form} >>`);
  const zeros = '0000000000';
  const start = addedTo(
    pdf,
    new Map([
      [root, changed.trim()],
      [
        first,
        `<< ${kind} /Filter /Adobe.PPKLite /M (D:20270302090000+03'00') /ByteRange [${zeros} ${zeros} ${zeros} ${zeros}] /Contents <${'0'.repeat(bytes * 2)}> >>`,
      ],
      [first + 1, `<< /Type /Annot /Subtype /Widget /FT /Sig /T (${field}) /V ${first} 0 R /Rect [0 0 0 0] /F 132 >>`],
    ]),
  );
  const before = start.lastIndexOf('/Contents <0') + '/Contents '.length;
  const after = before + bytes * 2 + 2;
  return { start, first: pdf.length, numbers: [0, before, after, start.length - after] };
}

function signedBytes(bytes: Buffer, { by, root, stamp }: Signing): Buffer {
  const cms = openssl(
    [
      'cms',
      '-sign',
      '-binary',
      '-cades',
      '-md',
      'sha256',
      '-signer',
      by.certFile,
      '-inkey',
      by.key,
      '-certfile',
      root.certFile,
      '-outform',
      'DER',
    ],
    bytes,
  );
  if (!stamp) return cms;
  const info = pkijs.ContentInfo.fromBER(cms);
  const data = new pkijs.SignedData({ schema: info.content });
  const [signer] = data.signerInfos;
  if (!signer) throw new Error('openssl signed nothing.');
  const token = asn1js.fromBER(stamp(new Uint8Array(signer.signature.valueBlock.valueHexView))).result;
  const attribute = new pkijs.Attribute({ type: '1.2.840.113549.1.9.16.2.14', values: [token] });
  signer.unsignedAttrs = new pkijs.SignedAndUnsignedAttributes({ type: 1, attributes: [attribute] });
  info.content = data.toSchema(true);
  return Buffer.from(info.toSchema().toBER());
}

/** An RFC 3161 token over bytes, by openssl. */
export function tokenOver(folder: string, by: Holder): (bytes: Uint8Array) => Uint8Array {
  const serial = by.certFile.replace(/pem$/, 'serial');
  const config = by.certFile.replace(/pem$/, 'cnf');
  writeFileSync(serial, '01\n');
  writeFileSync(
    config,
    `[tsa]\ndefault_tsa=t\n[t]\nserial=${serial}\nsigner_cert=${by.certFile}\nsigner_key=${by.key}\nsigner_digest=sha256\ndefault_policy=1.2.3.4.1\ndigests=sha256\ness_cert_id_alg=sha256\n`,
  );
  return (bytes) => {
    const digest = createHash('sha256').update(bytes).digest('hex');
    const query = join(folder, 'query.tsq');
    const reply = join(folder, 'reply.tsr');
    openssl(['ts', '-query', '-digest', digest, '-sha256', '-cert', '-out', query]);
    openssl(['ts', '-reply', '-config', config, '-queryfile', query, '-token_out', '-out', reply]);
    return new Uint8Array(readFileSync(reply));
  };
}

function openssl(words: string[], input?: Uint8Array): Buffer {
  return execFileSync('openssl', words, {
    ...(input ? { input } : {}),
    stdio: ['pipe', 'pipe', 'ignore'],
    maxBuffer: 64 * 1024 * 1024,
  });
}
