import type { LetterData, LetterSignature } from '../../templates/letter.ts';

/** A letter of an invented town, not signed yet. */
export const camliovasLetter: LetterData = {
  network: { name: 'Network of Open Towns', shortName: 'NOT', address: 'secretariat@towns.example' },
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
  signedAt: '1 March 2027, 16:20 (Istanbul time)',
  method: 'code-by-mail',
  fingerprint: '9c4107be55d2a01f3c77e61b20de94aa8b15f3029d6c41e7702ba9be1c05e830',
};
