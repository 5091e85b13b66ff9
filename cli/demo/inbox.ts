import { setTimeout as pause } from 'node:timers/promises';
import type { CaughtMail } from '../../worker/adapters/mail-catcher.ts';
import { type Browser, createBrowser, type Form } from './browser.ts';

/** The mails that really arrived, as whoever reads a mailbox sees them. */
export type Inbox = {
  /** Opens the newest mails to an address, one after another, until a link in one leads to a page with this form, on it or on the page `below` it. */
  formFor(address: string, form: string, below?: string): Promise<Form>;
  /** The page that the newest such link leads to, for fields that the first page has too few rows of. */
  linkFor(address: string, form: string): Promise<string>;
  /** The code in the first mail to an address that arrives after so many. */
  codeFor(address: string, after: number): Promise<string>;
  count(address: string): Promise<number>;
};

/** Reads mail for up to this long before it is missed, in milliseconds. */
const usual = 30_000;

export function openInbox(mails: () => Promise<CaughtMail[]>, browser: Browser = createBrowser(fetch)): Inbox {
  const to = async (address: string) => (await mails()).filter((mail) => isSameMailbox(mail.to, address));
  const found = async (address: string, form: string, below = ''): Promise<{ link: string; form: Form }> => {
    return await within(`a mail to open the form ${form}`, async () => {
      for (const mail of (await to(address)).toReversed()) {
        for (const link of mail.text.match(/https?:\/\/\S+\/join\/\S+/g) ?? []) {
          const page = await browser.openPage(`${link}${below}`);
          const offered = page.forms.get(form);
          if (offered) return { link, form: offered };
        }
      }
      return null;
    });
  };
  return {
    formFor: async (address, form, below) => (await found(address, form, below)).form,
    linkFor: async (address, form) => (await found(address, form)).link,
    codeFor: async (address, after) =>
      await within('a mail with a code', async () => {
        const codes = (await to(address)).slice(after).map((mail) => /^\d{3} \d{3}$/m.exec(mail.text)?.[0]);
        return codes.find((code) => code !== undefined) ?? null;
      }),
    count: async (address) => (await to(address)).length,
  };
}

/** Mail programs write the host in lower case, and no mail server that we know tells letters apart by their case. */
export function isSameMailbox(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

/** Asks again and again until there is an answer, or the patience is over. */
export async function within<Value>(what: string, ask: () => Promise<Value | null>, patience = usual): Promise<Value> {
  const end = Date.now() + patience;
  for (;;) {
    const answer = await ask();
    if (answer !== null) return answer;
    if (Date.now() > end) throw new Error(`Waited ${patience / 1000} seconds for ${what}, and it did not come.`);
    await pause(100);
  }
}
