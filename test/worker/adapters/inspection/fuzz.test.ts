import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import sharp from 'sharp';
import { typeOf } from '../../../../worker/adapters/inspection/file-type.ts';
import { framed, unframed } from '../../../../worker/adapters/inspection/frames.ts';
import { createInspector } from '../../../../worker/adapters/inspection/inspector.ts';
import { limits } from '../../../../worker/adapters/inspection/limits.ts';
import { isOf, openSigned } from '../../../../worker/adapters/inspection/signatures/cms.ts';
import { findSignatures } from '../../../../worker/adapters/inspection/signatures/find-signatures.ts';
import { carriesKeyOf } from '../../../../worker/adapters/inspection/signatures/our-key.ts';
import { writtenTime } from '../../../../worker/adapters/inspection/signatures/signing-time.ts';
import { bombs } from '../../../support/hostile-files.ts';
import { letterPdf } from '../../../support/pdf-files.ts';
import { authority, signedPdf, stamps, tokenOver } from '../../../support/signing-peers.ts';

const folder = mkdtempSync(join(tmpdir(), 'oasc-fuzz-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const root = authority(folder, 'Authority of Towns');
const mayor = root.certifies('Jagoda Lipna');
const signed = signedPdf(letterPdf, { by: mayor, root, stamp: tokenOver(folder, root.certifies('Clock', stamps)) });
const at = new Date().toISOString();

/** What somebody may have done to a file: bytes that are others, cut out, doubled, put in, cut off. */
const damage = fc.array(
  fc.oneof(
    fc.record({
      kind: fc.constant('flip' as const),
      where: fc.double({ min: 0, max: 1, noNaN: true }),
      bits: fc.integer({ min: 1, max: 255 }),
    }),
    fc.record({
      kind: fc.constant('cut' as const),
      where: fc.double({ min: 0, max: 1, noNaN: true }),
      bits: fc.integer({ min: 1, max: 2000 }),
    }),
    fc.record({
      kind: fc.constant('double' as const),
      where: fc.double({ min: 0, max: 1, noNaN: true }),
      bits: fc.integer({ min: 1, max: 2000 }),
    }),
    fc.record({
      kind: fc.constant('end' as const),
      where: fc.double({ min: 0.05, max: 1, noNaN: true }),
      bits: fc.constant(1),
    }),
    fc.record({
      kind: fc.constant('word' as const),
      where: fc.double({ min: 0, max: 1, noNaN: true }),
      bits: fc.nat(7),
    }),
  ),
  { minLength: 1, maxLength: 6 },
);
const words = [
  '/ByteRange [0 1 2 3]',
  '/Contents <00>',
  'endobj',
  'stream\n',
  '%%EOF',
  '/Prev 0',
  '/Filter /FlateDecode',
  '/Encrypt 1 0 R',
];
type Damage = { kind: 'flip' | 'cut' | 'double' | 'end' | 'word'; where: number; bits: number };

function damaged(file: Buffer, all: readonly Damage[]): Buffer {
  return all.reduce((bytes, { kind, where, bits }) => {
    const place = Math.floor(where * bytes.length);
    const [before, after] = [bytes.subarray(0, place), bytes.subarray(place)];
    if (kind === 'end') return before;
    if (kind === 'cut') return Buffer.concat([before, after.subarray(bits)]);
    if (kind === 'double') return Buffer.concat([before, after.subarray(0, bits), after]);
    if (kind === 'word') return Buffer.concat([before, Buffer.from(words[bits] ?? ''), after]);
    const flipped = Buffer.from(bytes);
    flipped[place] = (flipped[place] ?? 0) ^ bits;
    return flipped;
  }, file);
}

describe('Whatever comes in, the parts that read it give an answer', () => {
  test('Signatures are looked for in anything, and none that covers less than it says is taken for whole', () => {
    fc.assert(
      fc.property(damage, (all) => {
        const bytes = damaged(signed, all);
        for (const { covers, signed: parts, end } of findSignatures(bytes) ?? []) {
          const isWhole = parts.length === 2 && parts[0]?.byteOffset === bytes.byteOffset;
          expect([covers, isWhole, end <= bytes.length]).toEqual([covers, covers !== 'part', true]);
        }
      }),
      { numRuns: 2000 },
    );
  });

  test('Random bytes are no signature, no time, no key of ours and no file that is taken', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 4000 }), async (bytes) => {
        expect(findSignatures(bytes)).toEqual([]);
        expect(openSigned(bytes)).toEqual(null);
        expect(writtenTime(Buffer.from(bytes).toString('latin1'))).toEqual(null);
        expect(carriesKeyOf([mayor.pem], bytes)).toEqual(false);
        expect(await typeOf(bytes)).toEqual(bytes.length === 0 ? 'empty' : 'other-type');
      }),
      { numRuns: 500 },
    );
  });

  test('A signature with any byte changed is of no document, and is never a fault', async () => {
    const [written] = findSignatures(signed) ?? [];
    if (!written) throw new Error('There is no signature.');
    const length = Buffer.from(written.contents).findLastIndex((byte) => byte !== 0) + 1;
    const genuine = openSigned(written.contents);
    expect(genuine && (await isOf(genuine, written.signed))).toEqual(true);
    const kept: number[] = [];
    await fc.assert(
      fc.asyncProperty(fc.nat(length - 1), fc.integer({ min: 1, max: 255 }), async (place, bits) => {
        const changed = Buffer.from(written.contents);
        changed[place] = (changed[place] ?? 0) ^ bits;
        const opened = openSigned(changed);
        if (opened && (await isOf(opened, written.signed))) kept.push(place);
      }),
      { numRuns: 100 },
    );
    // The parts that nobody signed (other certificates, the timestamp) may change without touching the signature itself.
    const inSigned = kept.filter((place) => {
      const value = Buffer.from(genuine?.signer.signature.valueBlock.valueHexView ?? []);
      const from = Buffer.from(written.contents).indexOf(value);
      return place >= from && place < from + value.length;
    });
    expect(inSigned).toEqual([]);
  }, 180_000);

  test('A frame is read as it was written, and anything else is none', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 50 }), { maxLength: 4 }), fc.string(), (parts, word) => {
        const read = unframed<{ word: string }>(framed({ word }, parts));
        expect([read?.head.word, read?.parts.map((part) => [...part])]).toEqual([word, parts.map((part) => [...part])]);
      }),
    );
    expect([Buffer.alloc(0), Buffer.alloc(3), Buffer.from([0, 0, 0, 9, 123])].map((one) => unframed(one))).toEqual([
      null,
      null,
      null,
    ]);
  });
});

describe('The inspector under fire', () => {
  const inspector = createInspector({ within: { ...limits, waiting: 1000, inspect: 5000, pictures: 5000 } });

  test('Mutated letters and photographs always get an answer of ours', async () => {
    const photo = await sharp({ create: { width: 300, height: 200, channels: 3, background: '#0a6b5e' } })
      .jpeg()
      .toBuffer();
    const files = fc.sample(fc.tuple(fc.constantFrom(signed, letterPdf, photo), damage), {
      numRuns: 50,
      seed: 20270302,
    });
    const kinds = await Promise.all(
      files.map(async ([file, all]) => {
        const bytes = damaged(file, all);
        const found = await inspector.inspect(bytes, at);
        const pictures = await inspector.pictures(bytes);
        return [found.kind, Array.isArray(pictures) ? 'pictures' : pictures.kind].join(' ');
      }),
    );
    const known = [
      'pdf pictures',
      'pdf refused',
      'picture pictures',
      'picture refused',
      'refused refused',
      'refused pictures',
    ];
    expect(kinds.filter((kind) => !known.includes(kind))).toEqual([]);
    expect(kinds.includes('refused refused')).toEqual(true);
  }, 180_000);

  test('After bombs and large files the service holds no more memory than before', async () => {
    const noise = Buffer.alloc(10 * 1024 * 1024, 7);
    noise.write('%PDF-1.7\n');
    const cold = createInspector({ within: { ...limits, pictures: 1500 } });
    await cold.inspect(noise, at);
    const before = process.memoryUsage();
    for (let round = 0; round < 4; round += 1) await cold.inspect(noise, at);
    for (const { bytes } of bombs()) await cold.pictures(bytes);
    for (let round = 0; round < 4; round += 1) await cold.inspect(noise, at);
    const after = process.memoryUsage();
    const grown = Math.max(after.rss - before.rss, after.external - before.external);
    // Some 8 files of 10 MB went through: a part of one may still wait to be cleared away.
    expect(grown < 80 * 1024 * 1024).toEqual(true);
  }, 180_000);
});
