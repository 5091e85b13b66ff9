import { randomUUID } from 'node:crypto';
import type { Command } from 'commander';
import type { Delivery } from '../../records/deliveries.ts';
import { inOneLine } from '../../templates/shown-text.ts';
import { Troubled } from '../trouble.ts';
import { needed, option, wordsIn } from './options.ts';
import { counted, moment, table } from './table.ts';
import { addVerb } from './verb.ts';

type MailCopy = { subject: string; text: string; html: string };

/** The mails that went out, with their receipts. */
export function addMail(oasc: Command): void {
  const noun = oasc.command('mail').description('the mails that went out, and their receipts');
  addVerb(noun, {
    call: 'list',
    what: 'every mail with its receipt, oldest first',
    examples: ['mail list', 'mail list --about tr-camliova.1 --state unknown --json'],
    options: [
      ['--about <id>', 'only about this case or announcement'],
      ['--state <state>', 'only begun, done, failed, deferred, unknown or bounced'],
    ],
    run: async ({ client, options }) => {
      const [about, state] = [option(options, 'about'), option(options, 'state')];
      const all = await (await client()).get<Delivery[]>('/mails');
      const mails = all.filter((one) => (about ?? one.subject) === one.subject && (state ?? one.state) === one.state);
      return { data: mails, words: mails.length === 0 ? 'No mail fits.' : inTable(mails) };
    },
  });
  addVerb(noun, {
    call: 'show <mail>',
    what: 'what a mail said, with placeholders for links and codes; any part of its id that fits it alone will do',
    examples: ['mail show 2dcbc406'],
    run: async ({ client, words: [id = ''] }) => {
      const api = await client();
      const mail = mailNamed(await api.get<Delivery[]>('/mails'), id);
      const copy = await api.get<MailCopy>(`/mails/${encodeURIComponent(mail.id)}/copy`);
      const text = copy.text.split('\n').map(inOneLine).join('\n');
      return {
        data: { ...mail, ...copy },
        words: `Subject: ${inOneLine(copy.subject)}\nState: ${mail.state}\n\n${text}`,
      };
    },
  });
  addCameBack(noun);
}

/** What came back after it had been accepted: as a person saw it, or as a server reports it. */
function addCameBack(noun: Command): void {
  addVerb(noun, {
    call: 'bounce <mail>',
    what: 'note that a mail came back after it had been accepted, as you saw it in the inbox of the sender',
    examples: ['mail bounce 2dcbc406 --reason "The mailbox is full."'],
    options: [
      ['--reason <text>', 'what the answer said; a note of the case'],
      ['--id <id>', 'the id of this act, to send the same act again'],
    ],
    run: async ({ client, options, words: [id = ''] }) => {
      const api = await client();
      const mail = mailNamed(await api.get<Delivery[]>('/mails'), id);
      const body = { id: option(options, 'id') ?? randomUUID(), mail: mail.id, reason: needed(options, 'reason') };
      const data = await api.post<{ mail: string }>('/mails/bounced', body);
      return {
        data: { act: body.id, ...data },
        words: `Noted: the mail (${mail.kind}) came back. oasc letter show says whom it has not reached.`,
      };
    },
  });
  addVerb(noun, {
    call: 'report <file>',
    what: 'read the report of a mail server that a mail came back, and note which; - reads it from stdin',
    examples: ['mail report undelivered.eml'],
    options: [['--id <id>', 'the id of this act, to send the same act again']],
    run: async ({ client, options, words: [file = ''] }) => {
      const report = await wordsIn(file);
      const body = { id: option(options, 'id') ?? randomUUID(), report };
      const data = await (await client()).post<{ mail: string }>('/mails/reports', body);
      return { data: { act: body.id, ...data }, words: `Noted: ${data.mail} came back. oasc letter show says whom.` };
    },
  });
}

function mailNamed(mails: readonly Delivery[], named: string): Delivery {
  const exact = mails.filter(({ id }) => id === named);
  const found = exact.length > 0 ? exact : mails.filter(({ id }) => named.length >= 4 && id.includes(named));
  const [only] = found;
  if (!only) throw new Troubled('notFound', 'There is no such mail: oasc mail list shows them all.');
  if (found.length === 1) return only;
  throw new Troubled('invalid', `That fits ${found.length} mails: name more of its id.`);
}

function inTable(mails: readonly Delivery[]): string {
  const rows = mails.map(({ id, kind, state, begun_at }) => [moment(begun_at), kind, state, id]);
  return `${table(['BEGUN', 'KIND', 'STATE', 'MAIL'], rows)}\n${counted(mails.length, 'mail', 'mails')}`;
}
