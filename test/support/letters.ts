import type { LetterData } from '../../domain/letter-data.ts';
import type { LetterEvidence } from '../../domain/letter-evidence.ts';
import type { LetterSignature } from '../../templates/letter-signatures.ts';

/** A letter of an invented town, not signed yet. */
export const camliovasLetter: LetterData = {
  network: { name: 'Network of Open Towns', shortName: 'NOT', address: 'secretariat@towns.example' },
  language: 'en',
  letter: {
    version: '2027-1',
    title: 'Letter of Intent',
    opening: 'By this letter the town and the network say what they intend.\nIt creates no financial duty.',
    commitments: ['to share public data where the law allows it', 'to learn in public, with residents'],
    closing: 'The town may leave the network at any time.',
  },
  authority: {
    legalName: 'Çamlıova Belediyesi',
    name: 'Çamlıova',
    nativeName: 'Çamlıova',
    countryName: 'Türkiye',
  },
  officeHolder: { name: 'Defne Ardıç', title: 'Mayor' },
  mandate: {
    kind: 'council-decision',
    decidedOn: '2027-02-24',
    effectiveOn: '2027-02-26',
    reference: '2027/118',
  },
  date: '2027-02-18',
  reference: 'CAM-4Q7T',
};

/** Çamlıova's mayor signs the letter in the portal. */
export const defneSigns: LetterSignature = {
  name: 'Defne Ardıç',
  title: 'Mayor',
  capacity: 'office-holder',
  at: '2027-03-01T13:20:00.000Z',
  zone: 'Europe/Istanbul',
  signing: 'electronic',
  signedOn: '2027-03-01',
  fingerprint: '9c4107be55d2a01f3c77e61b20de94aa8b15f3029d6c41e7702ba9be1c05e830',
};

/** How Çamlıova's letter came to be signed. */
export const camliovasEvidence: LetterEvidence = {
  letter: {
    version: '2027-1',
    language: 'en',
    textSha256: 'a'.repeat(64),
    sha256: 'b'.repeat(64),
    pages: 2,
    issuedAt: '2027-02-18T10:00:00.000Z',
  },
  mandate: { mandate: camliovasLetter.mandate },
  signatories: [
    {
      name: 'Defne Ardıç',
      title: 'Mayor',
      capacity: 'office-holder',
      signing: 'electronic',
      at: '2027-03-01T13:20:00.000Z',
      zone: 'Europe/Istanbul',
      signedOn: '2027-03-01',
      signatureSha256: 'b'.repeat(64),
      level: { claimed: 'SES', verified: 'SES' },
      flags: [{ kind: 'office', by: 'Bram Okafor', at: '2027-03-02T09:00:00.000Z', reason: 'Both titles are used.' }],
      code: { sentTo: 'mayor@camliova.example' },
      consent: ['I hold this office.'],
      found: [],
      pictures: [],
    },
  ],
  verifiedBy: { name: 'Bram Okafor', at: '2027-03-02T09:05:00.000Z' },
  countersignedBy: { name: 'Chiara Novak', at: '2027-03-03T09:05:00.000Z' },
  memberSince: '2027-03-03',
  audit: { number: 214, hash: 'c'.repeat(64), at: '2027-03-03T09:05:00.000Z' },
};
