import type { Deadline } from '../../domain/ids.ts';
import { fingerprintWords } from '../fingerprint-words.ts';
import { inOneLine, inParagraphs } from '../shown-text.ts';
import {
  dayWords,
  deadlineDayWords,
  deadlineTimeWords,
  deadlineWords,
  instantWords,
  shortDayWords,
} from '../time-words.ts';
import type { Words } from './catalogue.ts';
import type { Block } from './content.ts';
import type { Mail } from './mail-kinds.ts';

/** What a mail is told with: the key of its sentences, what fills their gaps, and what stands as a block of its own. */
export type Told = { key: string; gaps: Record<string, string>; blocks: Record<string, Block> };

/** Chooses the sentences of a mail and writes out what goes into them: dates in words, names made safe to show. */
export function toldOf(mail: Mail, words: Words): Told {
  const link = address(mail.link);
  switch (mail.kind) {
    case 'changes-wanted':
    case 'letter-returned':
    case 'words-returned':
    case 'rejected':
    case 'on-hold':
    case 'letter-void':
    case 'letter-reissued':
      return { key: mail.kind, gaps: gapsOf(mail, words), blocks: { link, reason: quotation(mail.reason) } };
    case 'question':
      return { key: mail.kind, gaps: gapsOf(mail, words), blocks: { link, question: quotation(mail.question) } };
    case 'reply': {
      const said = { question: quotation(mail.question), reply: quotation(mail.reply) };
      return { key: mail.kind, gaps: gapsOf(mail, words), blocks: { link, ...said } };
    }
    case 'code':
      return { key: `code-${mail.purpose}`, gaps: gapsOf(mail, words), blocks: { link, code: code(mail.code) } };
    case 'member':
      return { key: mail.kind, gaps: gapsOf(mail, words), blocks: { link, statusLink: address(mail.statusLink) } };
    case 'announced':
      return { key: mail.kind, gaps: gapsOf(mail, words), blocks: { link, articleAddress: address(mail.address) } };
    case 'new-link':
      return { key: `new-link-${mail.purpose}`, gaps: gapsOf(mail, words), blocks: { link } };
    case 'resumed':
      return { key: `resumed-${mail.waitsFor}`, gaps: gapsOf(mail, words), blocks: { link } };
    case 'extended':
    case 'runs-out':
    case 'reminder':
    case 'lapsed':
    case 'waived':
      return { key: `${mail.kind}-${mail.what}`, gaps: gapsOf(mail, words), blocks: { link } };
    default:
      return { key: mail.kind, gaps: gapsOf(mail, words), blocks: { link } };
  }
}

function gapsOf(mail: Mail, words: Words): Record<string, string> {
  const { language } = words;
  switch (mail.kind) {
    case 'application-received': {
      const received = { reference: inOneLine(mail.reference), at: instantWords(mail.at, mail.zone, language) };
      return { ...received, answerBy: deadlineWords(mail.answerBy, language) };
    }
    case 'answers-received':
      return { answerBy: deadlineWords(mail.answerBy, language) };
    case 'changes-wanted':
      return { ...by(mail.by, language), reviewer: inOneLine(mail.reviewer) };
    case 'letter-to-sign':
      return { ...by(mail.by, language), ...letterOf(mail, words) };
    case 'letter-returned':
    case 'words-returned':
    case 'resumed':
    case 'extended':
    case 'runs-out':
      return by(mail.by, language);
    case 'on-hold':
      return { until: deadlineWords(mail.until, language), untilDay: deadlineDayWords(mail.until, language) };
    case 'letter-reissued': {
      const pages = words.sentence('pages', { count: mail.pages });
      return { ...by(mail.by, language), fingerprint: fingerprintWords(mail.fingerprint), pages };
    }
    case 'words-to-confirm':
      return { ...by(mail.by, language), speaker: inOneLine(mail.speaker) };
    case 'code':
      return { until: deadlineTimeWords(mail.until, language), fingerprint: fingerprintWords(mail.fingerprint) };
    case 'reminder':
      return { ...by(mail.by, language), which: whichReminder(mail, words) };
    case 'member': {
      const since = {
        memberSince: dayWords(mail.memberSince, language),
        memberSinceShort: shortDayWords(mail.memberSince, language),
      };
      return { ...by(mail.statementBy, language), ...since };
    }
    case 'announced':
      return { title: inOneLine(mail.title) };
    case 'new-link':
      return { until: deadlineWords(mail.until, language) };
    case 'superseded':
      return { reference: inOneLine(mail.reference) };
    case 'question':
      return { asker: inOneLine(mail.asker) };
    case 'reply':
      return { replier: inOneLine(mail.replier) };
    case 'rejected':
    case 'letter-void':
    case 'withdrawn':
    case 'lapsed':
    case 'declined':
    case 'words-agreed':
    case 'waived':
      return {};
    default:
      return mail satisfies never;
  }
}

function by(deadline: Deadline, language: string): { by: string; byDay: string } {
  return { by: deadlineWords(deadline, language), byDay: deadlineDayWords(deadline, language) };
}

function letterOf({ signatory, title, fingerprint, pages }: Extract<Mail, { kind: 'letter-to-sign' }>, words: Words) {
  return {
    signatory: inOneLine(signatory),
    title: inOneLine(title),
    fingerprint: fingerprintWords(fingerprint),
    pages: pages === undefined ? words.sentence('pages-later', {}) : words.sentence('pages', { count: pages }),
  };
}

function whichReminder({ number, of }: { number: number; of: number }, words: Words): string {
  return number === of ? words.sentence('reminder-last', {}) : words.sentence('reminder-number', { number, of });
}

function address(written: string): Block {
  return { kind: 'address', address: inOneLine(written) };
}

function quotation(written: string): Block {
  return { kind: 'quotation', paragraphs: inParagraphs(written) };
}

/** A code of six digits is shown as people type it, `409 127`; a placeholder stays as it is. */
function code(written: string): Block {
  return { kind: 'code', code: inOneLine(written).replace(/^(\d{3})(\d{3})$/, '$1 $2') };
}
