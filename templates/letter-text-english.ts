/** The pages that show the text of the letter, before and without any city. */
export const letterTextWords = {
  title: 'The text of the Letter of Intent',
  lead: 'What every city signs, in each version and language. A council can decide on a text before there is a letter.',
  current: 'Version {version}, sent to cities now',
  earlier: 'Version {version}, for letters that were sent before',
  version: 'Version {version}, {language}',
  fingerprint: 'Fingerprint of this text (SHA-256)',
  others: 'The same version in another language',
  decide: 'For a council that decides on it',
  decideText:
    'Name the version, the language and this fingerprint in the decision. When your city signs, we compare the fingerprint with that of the letter: then everybody can see that the council approved these very words. The letter adds the names of your city, of who signs and by what right, the date and a reference.',
  check: 'Work it out yourself',
  checkText: 'The fingerprint is that of this file, which holds the version, the language and the words:',
  file: 'The text as a file (JSON)',
  command: 'sha256sum {file}',
  back: 'All versions and languages',
};
