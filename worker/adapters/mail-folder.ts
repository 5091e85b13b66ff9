import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { simpleParser } from 'mailparser';
import { slugOf } from '../../domain/city-id.ts';

/** A mail that was caught: `file` is the absolute path of the whole of it; `headers` are by lower-case name, as written. */
export type CaughtMail = {
  number: number;
  to: string;
  from: string;
  subject: string;
  text: string;
  html: string;
  messageId: string;
  headers: Record<string, string>;
  file: string;
};

export type MailFolder = {
  add(bytes: Buffer): Promise<void>;
  all(): Promise<CaughtMail[]>;
  waitFor(match: (mail: CaughtMail) => boolean, milliseconds: number): Promise<CaughtMail>;
  close(): Promise<void>;
};

type Waiting = {
  match: (mail: CaughtMail) => boolean;
  found: (mail: CaughtMail) => void;
  givenUp: (error: Error) => void;
};

/** Mails in a folder, numbered in the order in which they are added; those that lie there already come first. */
export async function openMailFolder(folder: string): Promise<MailFolder> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const mails = await mailsIn(resolve(folder));
  const waiting = new Set<Waiting>();
  let number = mails.at(-1)?.number ?? 0;
  let last: Promise<void> = Promise.resolve();

  const keep = async (bytes: Buffer, mine: number) => {
    const mail = await written(bytes, mine, resolve(folder));
    mails.push(mail);
    for (const one of waiting) if (one.match(mail)) one.found(mail);
  };
  return {
    add: (bytes) => {
      number += 1;
      const mine = number;
      // One after the other, so that whoever sees a mail sees all before it.
      const kept = last.then(() => keep(bytes, mine));
      last = kept.catch(() => {});
      return kept;
    },
    all: async () => [...mails],
    waitFor: async (match, milliseconds) => mails.find(match) ?? (await nextOf(waiting, match, milliseconds)),
    close: async () => {
      await last;
      for (const one of waiting) one.givenUp(new Error('The mail catcher was stopped before the mail came.'));
    },
  };
}

function nextOf(waiting: Set<Waiting>, match: Waiting['match'], milliseconds: number): Promise<CaughtMail> {
  return new Promise((resolve, reject) => {
    const ended = () => {
      clearTimeout(timer);
      waiting.delete(one);
    };
    const one: Waiting = {
      match,
      found: (mail) => (ended(), resolve(mail)),
      givenUp: (error) => (ended(), reject(error)),
    };
    const timer = setTimeout(
      () => one.givenUp(new Error(`The mail did not come within ${milliseconds} ms.`)),
      milliseconds,
    );
    waiting.add(one);
  });
}

async function mailsIn(folder: string): Promise<CaughtMail[]> {
  const names = (await readdir(folder)).filter((name) => /^\d{4,}-.*\.eml$/.test(name));
  const mails = names.map(async (name) =>
    read(await readFile(join(folder, name)), Number.parseInt(name, 10), join(folder, name)),
  );
  return (await Promise.all(mails)).toSorted((one, other) => one.number - other.number);
}

async function written(bytes: Buffer, number: number, folder: string): Promise<CaughtMail> {
  const mail = await read(bytes, number, '');
  const name = `${String(number).padStart(4, '0')}-${slugOf(mail.subject) || 'mail'}.eml`;
  const unfinished = join(folder, `.${name}.part`);
  await writeFile(unfinished, bytes, { mode: 0o600 });
  await rename(unfinished, join(folder, name));
  return { ...mail, file: join(folder, name) };
}

async function read(bytes: Buffer, number: number, file: string): Promise<CaughtMail> {
  try {
    const mail = await simpleParser(bytes, { skipHtmlToText: true, skipTextToHtml: true, keepCidLinks: true });
    const to = Array.isArray(mail.to) ? mail.to : mail.to ? [mail.to] : [];
    return {
      number,
      to: to.flatMap(({ value }) => value.map(({ address }) => address ?? '')).join(', '),
      from: mail.from?.value[0]?.address ?? '',
      subject: mail.subject ?? '',
      text: mail.text ?? '',
      html: mail.html || '',
      messageId: mail.messageId ?? '',
      headers: Object.fromEntries(mail.headerLines.map(({ key, line }) => [key, valueOf(line)])),
      file,
    };
  } catch {
    // What the parser gives up on is kept all the same; its file has the whole of it.
    return { number, to: '', from: '', subject: '', text: '', html: '', messageId: '', headers: {}, file };
  }
}

function valueOf(line: string): string {
  return line
    .slice(line.indexOf(':') + 1)
    .replace(/\r?\n(?=[ \t])/g, '')
    .trim();
}
