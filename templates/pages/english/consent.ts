/**
 * The sentences that a signatory confirms. They are kept with each signature under their version, so whoever changes a
 * word here raises the version.
 */
export const consent = {
  version: '1',
  holdsOffice: 'I hold this office, or may sign for whoever holds it',
  consents: 'I have read the letter and sign these pages',
  changed: 'was worded anew meanwhile: read it once more, and tick it',
};
