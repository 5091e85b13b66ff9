import { dayIn } from '../domain/days.ts';
import type { LetterChecked, LetterOfOurs, PrintedLetter } from '../domain/letter-checked.ts';
import type { Level, Signing } from '../domain/onboarding/state.ts';
import type { FoundSignature } from '../domain/upload-findings.ts';
import { uploadRefused } from '../domain/upload-refused.ts';
import { checkedWords as words } from './letter-check-english.ts';
import { filled } from './letter-words.ts';
import { inOneLine } from './shown-text.ts';
import { instantWords, shortDayWords } from './time-words.ts';

/** What a code on paper says: which letter it was printed on, and whether that counts. */
export function printedLetterWords({ sha256, ...letter }: PrintedLetter, { email, zone }: Asked): CheckWords {
  const { sign, title, sentences } = ofPrinted(letter, zone);
  return {
    sign,
    title,
    sentences: sentences.map((sentence) => filled(sentence, { email })),
    test: letter.sealed?.seal?.authority === 'test' ? words.test : null,
    facts: [...letterFacts(letter, zone), [words.printedFingerprint, inFours(sha256)]],
  };
}

/** An answer about a letter: its sign, its few words, what they mean, and what else is known; for a page and a terminal alike. */
export type CheckWords = {
  sign: '+' | '!' | 'x' | '?';
  title: string;
  sentences: string[];
  facts: [string, string][];
  test: string | null;
};

const language = 'en';

/** Where a reader can ask, and the zone in which days and times are told. */
export type Asked = { email: string; zone: string };

/** What is said of a file that somebody holds. */
export function letterCheckWords(checked: LetterChecked, { email, zone }: Asked): CheckWords {
  const { sign, title, sentences } = said(checked, zone);
  const letter = 'letter' in checked ? checked.letter : null;
  return {
    sign,
    title,
    sentences: sentences.map((sentence) => filled(sentence, { email })),
    test: isTest(checked) ? words.test : null,
    facts: [
      ...(letter ? letterFacts(letter, zone) : []),
      ...checked.signatures.map((one): [string, string] => [
        one.kind === 'signature' ? words.signature : words.documentTimestamp,
        signatureWords(one, zone),
      ]),
      [words.fingerprint, inFours(checked.sha256)],
    ],
  };
}

/** A seal of a self-made authority says so in its own name: it proves nothing to anybody. */
function isTest(checked: LetterChecked): boolean {
  const seal = 'letter' in checked ? checked.letter?.sealed?.seal : null;
  const isNamedSo = ({ certificate, issuer }: FoundSignature) => certificate === 'ours' && /\bTEST\b/.test(issuer);
  return seal?.authority === 'test' || checked.signatures.some(isNamedSo);
}

type Said = Omit<CheckWords, 'facts' | 'test'>;

function said(checked: LetterChecked, zone: string): Said {
  switch (checked.verdict) {
    case 'ours':
      return checked.letter ? ofOurs(checked.letter, zone) : { sign: '+', ...words.sealOnly };
    case 'additions': {
      const { letter, changedPages } = checked;
      const [inside = ''] = letter ? ofOurs(letter, zone).sentences : [words.sealInside];
      const isVoid = letter?.as === 'void';
      const sentences = [words.inside, inside, sinceWords(changedPages)];
      return { sign: isVoid ? 'x' : '!', title: isVoid ? words.void.title : words.additions, sentences };
    }
    case 'changed':
      return { sign: 'x', ...words.changed };
    case 'unknown':
      return { sign: '?', ...words.unknown };
    case 'refused':
      return { sign: '?', title: words.refused, sentences: [`This file ${uploadRefused[checked.why]}.`] };
    default:
      return checked satisfies never;
  }
}

function ofOurs(letter: LetterOfOurs, zone: string): Said {
  const gaps = {
    name: inOneLine(letter.name),
    issued: shortDayWords(dayIn(letter.issuedAt, zone), language),
    sealed: letter.sealed ? shortDayWords(dayIn(letter.sealed.at, zone), language) : '',
  };
  const { title, sentences } = words[letter.as];
  const sign = letter.as === 'void' ? 'x' : '+';
  return { sign, title, sentences: sentences.map((sentence) => filled(sentence, gaps)) };
}

function ofPrinted(letter: LetterOfOurs, zone: string): Said {
  const { sign, title } = ofOurs(letter, zone);
  const name = inOneLine(letter.name);
  const day = shortDayWords(dayIn(letter.sealed?.at ?? letter.issuedAt, zone), language);
  const sentences = [
    ...words.printed[letter.as === 'sealed' || letter.as === 'void' ? letter.as : 'issued'],
    words.compare,
  ];
  return {
    sign,
    title: letter.as === 'void' ? title : words.printedTitle,
    sentences: sentences.map((one) => filled(one, { name, day })),
  };
}

function inFours(fingerprint: string): string {
  return (fingerprint.match(/.{4}/g) ?? []).join(' ');
}

function sinceWords(changedPages: number[] | null): string {
  if (changedPages === null) return words.cannotTell;
  if (changedPages.length === 0) return words.looksTheSame;
  const pages = changedPages.join(', ').replace(/, (\d+)$/, ' and $1');
  return filled(changedPages.length === 1 ? words.onePageDiffers : words.pagesDiffer, { pages });
}

function letterFacts({ version, sealed, name }: LetterOfOurs, zone: string): [string, string][] {
  const facts: [string, string][] = [
    [words.city, inOneLine(name)],
    [words.version, version],
  ];
  if (!sealed) return facts;
  const signed = sealed.signed.map(({ signing, level }) => signedWords(signing, level.verified)).join('; ');
  return [
    ...facts,
    [words.signedBy, signed],
    [words.sealedAt, instantWords(sealed.at, zone, language)],
    ...(sealed.seal ? [[words.sealLevel, words.seals[sealed.seal.verified]] as [string, string]] : []),
    ...(sealed.memberSince ? [[words.member, shortDayWords(sealed.memberSince, language)] as [string, string]] : []),
  ];
}

function signedWords(signing: Signing, level: Level): string {
  return signing === 'elsewhere' ? words.elsewhere[level] : words.signing[signing];
}

function signatureWords(found: FoundSignature, zone: string): string {
  const { covers, intact, certificate, timestamp, timestampedAt, signer, issuer } = found;
  const held = !intact ? words.broken : covers === 'part' ? words.partly : words.whole;
  const who = signer === '' ? words.nobody : inOneLine(issuer === '' ? signer : `${signer} (${words.by} ${issuer})`);
  const time = timestampedAt === null ? words.timestamps[timestamp] : instantWords(timestampedAt, zone, language);
  return `${who}: ${held}; ${words.certificates[certificate]}; ${words.time} ${time}`;
}
