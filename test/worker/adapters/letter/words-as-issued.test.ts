import { expect, test } from '@jest/globals';
import { textSha256 } from '../../../../domain/letter-wording.ts';
import { assertWordsAsIssued } from '../../../../worker/adapters/letter/words-as-issued.ts';
import { camliovasLetter } from '../../../support/letters.ts';

const { version, ...wording } = camliovasLetter.letter;
const issued = {
  version,
  language: camliovasLetter.language,
  textSha256: textSha256(version, camliovasLetter.language, wording),
  sha256: 'b'.repeat(64),
  pages: 2,
  issuedAt: '2027-02-18T10:00:00.000Z',
};

test('A letter is sealed only in the words whose fingerprint was told when it was issued', () => {
  expect(() => assertWordsAsIssued(camliovasLetter, issued)).not.toThrow();
  const commitments = [...wording.commitments, 'to pay a fee each year'];
  for (const changed of [
    { ...camliovasLetter, letter: { ...camliovasLetter.letter, commitments } },
    { ...camliovasLetter, letter: { ...camliovasLetter.letter, version: '2027-2' } },
    { ...camliovasLetter, language: 'tr' as const },
  ]) {
    expect(() => assertWordsAsIssued(changed, issued)).toThrow('letter-differs-from-issued');
  }
});

test('A letter that was issued before texts had fingerprints is still sealed', () => {
  const { textSha256: _, ...before } = issued;
  expect(() => assertWordsAsIssued(camliovasLetter, before)).not.toThrow();
});
