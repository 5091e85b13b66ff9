import type { LetterWords } from './english.ts';

export const french: LetterWords = {
  locale: 'fr-FR',
  version: 'Version {version}',
  reference: 'Référence {reference}',
  between: 'Entre',
  and: 'et',
  place: '{name}, {country}',
  commitments: 'Engagements',
  mandate: 'Qui signe, et à quel titre',
  office: '{name}, {title}, est en fonction à la date de la présente lettre.',
  mandates: {
    'council-decision':
      'La signature repose sur une décision du conseil du {decidedOn}, en vigueur depuis le {effectiveOn}. Sa référence : {reference}',
    'powers-of-the-mayor':
      'La signature repose sur les pouvoirs propres de la fonction, par un acte du {decidedOn}, en vigueur depuis le {effectiveOn}. Sa référence : {reference}',
    delegation:
      'La signature repose sur une délégation du {decidedOn}, en vigueur depuis le {effectiveOn}. Sa référence : {reference}',
  },
  signatures: 'Signatures',
  forParty: 'Pour {party}',
  name: 'Nom',
  title: 'Fonction',
  role: 'Rôle',
  date: 'Date',
  signature: 'Signature',
  capacity: 'Qualité',
  capacities: {
    'office-holder': 'titulaire de la fonction',
    acting: 'intérimaire du titulaire',
    delegate: 'délégataire du titulaire',
  },
  countersigned: 'Contresignée par le réseau',
  secretariat: 'Secrétariat',
  signedHow: {
    electronic: 'Signée sur le portail, avec un code envoyé par courriel',
    scan: 'Signée à la main ; ses pages suivent',
    elsewhere: 'Signée avec un certificat propre au signataire',
  },
  check: 'Vérifier cette lettre',
  checkHint: 'Scannez le code ou ouvrez {address}',
  checkPicture: 'Un code qui mène à la page où cette lettre se vérifie',
  sealed: 'Ce fichier porte le cachet électronique du réseau. Un lecteur PDF montre s’il a été modifié depuis.',
  evidence: 'Preuves',
  signedBy: {
    electronic: '{name}, {title}, a signé cette lettre sur le portail le {signedAt}, avec un code envoyé par courriel.',
    scan: '{name}, {title}, a signé cette lettre à la main le {signedOn}. Le réseau l’a reçue le {signedAt}.',
    elsewhere: '{name}, {title}, a signé cette lettre dans son propre logiciel. Le réseau l’a reçue le {signedAt}.',
  },
  checkedBy: '{name} a comparé le signataire, la date, le mandat et le texte pour le réseau.',
  fingerprint: {
    electronic: 'Empreinte de la lettre qui a été lue (SHA-256)',
    scan: 'Empreinte du fichier tel qu’il est arrivé (SHA-256)',
    elsewhere: 'Empreinte du fichier tel qu’il est arrivé (SHA-256)',
  },
  countersignedBy: '{name}, {role}, a contresigné cette lettre pour {network} le {on}.',
  page: 'Page {page} sur {pages}',
  zone: 'heure locale, {place}',
  cover: 'Signée à la main',
  coverOpening:
    'Cette lettre a été signée au stylo. Les pages suivantes la montrent telle qu’elle est parvenue au réseau ; le fichier lui-même est conservé sans changement.',
  scanPage: 'Page {page} sur {pages} de la lettre signée à la main',
};
