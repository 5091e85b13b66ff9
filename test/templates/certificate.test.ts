import { expect, test } from '@jest/globals';
import { composeCertificate } from '../../templates/certificate.ts';
import { createTypesetter } from '../../worker/adapters/typesetter.ts';
import { camliovasEvidence, camliovasLetter } from '../support/letters.ts';
import { testWithPoppler, textOf } from '../support/poppler.ts';

const typeset = createTypesetter();
const certified = {
  data: camliovasLetter,
  evidence: camliovasEvidence,
  finalSha256: 'd'.repeat(64),
  seal: { claimed: 'B-T', verified: 'B-B', authority: 'configured' },
  at: '2027-03-03T09:05:10.000Z',
} as const;
const printed = (of: Parameters<typeof composeCertificate>[0]) => textOf(typeset(composeCertificate(of)));
/** Every line of the certificate, label and value. */
function linesOf(of: Parameters<typeof composeCertificate>[0]): string[] {
  const { parts } = JSON.parse(composeCertificate(of).inputs['letter'] ?? '{}') as {
    parts: { heading: string; rows: { label: string; value: string }[] }[];
  };
  return parts.flatMap(({ heading, rows }) => [heading, ...rows.map(({ label, value }) => `${label}: ${value}`)]);
}
const fours = (sign: string) => Array.from({ length: 16 }, () => sign.repeat(4)).join(' ');

test('The certificate tells in order what was signed, by whom, by what right, and what that is worth', () => {
  expect(linesOf(certified)).toEqual([
    'The letter',
    'Title: Letter of Intent',
    'Version: 2027-1, English, 2 pages',
    'Authority: Çamlıova Belediyesi, Türkiye',
    'Issued: 2027-02-18 10:00:00 UTC',
    `SHA-256 of the letter as issued: ${fours('b')}`,
    `SHA-256 of its text alone: ${fours('a')}`,
    `SHA-256 of the final letter: ${fours('d')}`,
    'By what right it was signed',
    'Basis: a decision of the council',
    'Reference: 2027/118',
    'Decided: 2027-02-24',
    'In force from: 2027-02-26',
    'The decision itself, SHA-256: not handed in',
    'The signature',
    'Signatory: Defne Ardıç, Mayor',
    'Signed as: holder of the office',
    'How: in the portal: name typed, office and consent confirmed, code by mail',
    'Signed: 2027-03-01 13:20:00 UTC',
    `SHA-256 of what was read and signed: ${fours('b')}`,
    'Second proof: a code of six digits, sent to mayor@camliova.example',
    'Confirmed: “I hold this office.”',
    'Level claimed: simple electronic signature (SES)',
    'Level verified: simple electronic signature (SES)',
    'Looked at and decided: Signed under another title than the record’s. Accepted by Bram Okafor on 2027-03-02 09:00:00 UTC: “Both titles are used.”',
    'The network',
    'Verified by: Bram Okafor, 2027-03-02 09:05:00 UTC',
    'Countersigned by: Chiara Novak, 2027-03-03 09:05:00 UTC',
    'Member since: 2027-03-03',
    'Seal and audit',
    'Sealed: 2027-03-03 09:05:10 UTC',
    'Seal, level claimed: PAdES baseline T, with a timestamp',
    'Seal, level verified: PAdES baseline B',
    'Certificate of the seal: the certificate that the network has set',
    'Audit ends at: entry 214, of 2027-03-03 09:05:00 UTC',
    `Hash of that entry: ${fours('c')}`,
  ]);
});

testWithPoppler('A seal by a test certificate is said in capitals before anything else, and only then', () => {
  const testSeal = { ...certified.seal, authority: 'test' as const };
  expect(
    [printed(certified), printed({ ...certified, seal: testSeal })].map((text) => text.includes('TEST SEAL.')),
  ).toEqual([false, true]);
});

test('A scan is called signed by hand, and never an electronic signature', () => {
  const [one] = camliovasEvidence.signatories;
  if (!one) throw new Error('Somebody has signed.');
  const level = { claimed: 'hand-signed', verified: 'hand-signed' } as const;
  const scan = { ...one, signing: 'scan' as const, level, code: null, consent: [], flags: [] };
  const lines = linesOf({ ...certified, evidence: { ...camliovasEvidence, signatories: [scan] } });
  expect(lines.filter((line) => /^(How|Dated|Level|SHA-256 of the file)/.test(line))).toEqual([
    'How: by hand: a scan, compared by a person; not an electronic signature',
    'Dated: 2027-03-01; received 2027-03-01 13:20:00 UTC',
    `SHA-256 of the file as it came: ${fours('b')}`,
    'Level claimed: signed by hand',
    'Level verified: signed by hand',
  ]);
});
