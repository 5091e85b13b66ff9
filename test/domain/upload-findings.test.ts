import { describe, expect, test } from '@jest/globals';
import {
  bytesInDoubt,
  type FoundSignature,
  levelFound,
  levelInDoubt,
  signingFound,
  type UploadFindings,
} from '../../domain/upload-findings.ts';
import { uploadRefused } from '../../domain/upload-refused.ts';

const signature: FoundSignature = {
  kind: 'signature',
  covers: 'all',
  end: 9000,
  intact: true,
  changedPages: [],
  signer: 'Jagoda Lipna',
  issuer: 'Authority of Towns',
  claimedAt: null,
  timestamp: 'none',
  timestampedAt: null,
  certificate: 'trusted',
  claimsQualified: false,
};

function pdfWith(...signatures: Partial<FoundSignature>[]): UploadFindings {
  return { kind: 'pdf', pages: 2, signatures: signatures.map((one) => ({ ...signature, ...one })), additions: false };
}

describe('How a letter that was handed in was signed', () => {
  test('By hand, where no signature is inside; elsewhere, where somebody’s is', () => {
    expect(signingFound({ kind: 'picture', type: 'image/jpeg', width: 10, height: 10 })).toEqual('scan');
    expect(signingFound(pdfWith())).toEqual('scan');
    expect(signingFound(pdfWith({}))).toEqual('elsewhere');
    expect(signingFound(pdfWith({ intact: false, certificate: 'unknown' }))).toEqual('elsewhere');
  });

  test('Our own seal and a timestamp over the document are nobody’s signature', () => {
    expect(signingFound(pdfWith({ certificate: 'ours' }, { kind: 'document-timestamp' }))).toEqual('scan');
  });
});

describe('What such a signature is worth', () => {
  const levels: [string, Partial<FoundSignature>[], { claimed: string; verified: string }][] = [
    ['whole, with a trusted certificate: advanced', [{}], { claimed: 'AdES', verified: 'AdES' }],
    [
      'a qualified certificate by the list that is set',
      [{ claimsQualified: true, certificate: 'qualified' }],
      { claimed: 'QES', verified: 'QES' },
    ],
    [
      'a certificate that calls itself qualified, and no list says so',
      [{ claimsQualified: true }],
      { claimed: 'QES', verified: 'AdES' },
    ],
    ['a certificate that nobody vouches for', [{ certificate: 'unknown' }], { claimed: 'AdES', verified: 'none' }],
    ['a certificate that had ended', [{ certificate: 'expired' }], { claimed: 'AdES', verified: 'none' }],
    ['bytes that are not those that were signed', [{ intact: false }], { claimed: 'AdES', verified: 'none' }],
    ['a range that leaves something out', [{ covers: 'part' }], { claimed: 'AdES', verified: 'none' }],
    ['a timestamp of another document', [{ timestamp: 'other-document' }], { claimed: 'AdES', verified: 'none' }],
    [
      'two, of which one is not known: the lesser counts',
      [{}, { certificate: 'unknown' }],
      { claimed: 'AdES', verified: 'none' },
    ],
    [
      'two, of which one is qualified: the lesser counts',
      [{}, { claimsQualified: true, certificate: 'qualified' }],
      { claimed: 'AdES', verified: 'AdES' },
    ],
    ['none at all', [], { claimed: 'none', verified: 'none' }],
  ];
  test.each(levels)('%s', (_, signatures, level) => {
    expect(levelFound(pdfWith(...signatures))).toEqual(level);
  });

  test('Staff look at it where less holds than is claimed, or its time is in doubt', () => {
    expect(levelInDoubt(pdfWith({}))).toEqual(false);
    expect(levelInDoubt(pdfWith({ claimsQualified: true }))).toEqual(true);
    expect(levelInDoubt(pdfWith({ certificate: 'unknown' }))).toEqual(true);
    expect(levelInDoubt(pdfWith({ timestamp: 'untrusted' }))).toEqual(true);
    expect(levelInDoubt(pdfWith({ timestamp: 'valid', timestampedAt: '2027-03-02T09:00:00.000Z' }))).toEqual(false);
  });

  test('Staff look at its bytes where they do not hold, leave something out, or pages look another way since', () => {
    expect(bytesInDoubt(pdfWith({}))).toEqual(false);
    expect(bytesInDoubt(pdfWith({ intact: false }))).toEqual(true);
    expect(bytesInDoubt(pdfWith({ covers: 'part', changedPages: null }))).toEqual(true);
    expect(bytesInDoubt(pdfWith({ covers: 'then-additions' }))).toEqual(false);
    expect(bytesInDoubt(pdfWith({ covers: 'then-additions', changedPages: [2] }))).toEqual(true);
    expect(bytesInDoubt(pdfWith({ covers: 'then-additions', changedPages: null }))).toEqual(true);
  });
});

test('Every refusal of a file says what to do next', () => {
  const sentences = Object.values(uploadRefused);
  expect(sentences.filter((one) => !/^(is|has|takes) .+[:;] .+/.test(one))).toEqual([]);
  expect(new Set(sentences).size).toEqual(10);
});
