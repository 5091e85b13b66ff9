import type { LetterWords } from './english.ts';

export const dutch: LetterWords = {
  locale: 'nl-NL',
  version: 'Versie {version}',
  reference: 'Kenmerk {reference}',
  between: 'Tussen',
  and: 'en',
  place: '{name}, {country}',
  commitments: 'Toezeggingen',
  mandate: 'Wie ondertekent, en op welke grond',
  office: '{name}, {title}, bekleedt het ambt op de dag van deze brief.',
  mandates: {
    'council-decision':
      'De ondertekening berust op een besluit van de raad van {decidedOn}, van kracht vanaf {effectiveOn}. Kenmerk van het besluit: {reference}',
    'powers-of-the-mayor':
      'De ondertekening berust op de bevoegdheid van het ambt zelf, door een besluit van {decidedOn}, van kracht vanaf {effectiveOn}. Kenmerk: {reference}',
    delegation:
      'De ondertekening berust op een machtiging van {decidedOn}, van kracht vanaf {effectiveOn}. Kenmerk: {reference}',
  },
  signatures: 'Ondertekening',
  forParty: 'Namens {party}',
  name: 'Naam',
  title: 'Functie',
  role: 'Rol',
  date: 'Datum',
  signature: 'Handtekening',
  capacity: 'Tekent als',
  capacities: {
    'office-holder': 'ambtsdrager',
    acting: 'waarnemend voor de ambtsdrager',
    delegate: 'gemachtigde van de ambtsdrager',
  },
  countersigned: 'Medeondertekend door het netwerk',
  secretariat: 'Secretariaat',
  signedHow: {
    electronic: 'Ondertekend in het portaal, met een code per e-mail',
    scan: 'Met de hand ondertekend; de pagina’s volgen',
    elsewhere: 'Ondertekend met een eigen certificaat van de ondertekenaar',
  },
  check: 'Controleer deze brief',
  checkHint: 'Scan de code of open {address}',
  checkPicture: 'Een code die leidt naar de pagina waarop deze brief wordt gecontroleerd',
  sealed:
    'Dit bestand draagt het elektronische zegel van het netwerk. Een pdf-lezer toont of het sindsdien is gewijzigd.',
  evidence: 'Bewijs',
  signedBy: {
    electronic: '{name}, {title}, ondertekende deze brief in het portaal op {signedAt}, met een code per e-mail.',
    scan: '{name}, {title}, ondertekende deze brief met de hand op {signedOn}. Het netwerk ontving hem op {signedAt}.',
    elsewhere: '{name}, {title}, ondertekende deze brief in eigen software. Het netwerk ontving hem op {signedAt}.',
  },
  checkedBy: '{name} vergeleek ondertekenaar, datum, mandaat en tekst namens het netwerk.',
  fingerprint: {
    electronic: 'Vingerafdruk van de gelezen brief (SHA-256)',
    scan: 'Vingerafdruk van het bestand zoals het binnenkwam (SHA-256)',
    elsewhere: 'Vingerafdruk van het bestand zoals het binnenkwam (SHA-256)',
  },
  countersignedBy: '{name}, {role}, ondertekende deze brief mede namens {network} op {on}.',
  page: 'Pagina {page} van {pages}',
  zone: 'tijd in {place}',
  cover: 'Met de hand ondertekend',
  coverOpening:
    'Deze brief is met een pen ondertekend. De volgende pagina’s tonen hem zoals hij het netwerk bereikte; het bestand zelf wordt ongewijzigd bewaard.',
  scanPage: 'Pagina {page} van {pages} van de met de hand ondertekende brief',
};
