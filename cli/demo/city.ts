import { applicationFields, statementFields } from '../../web/portal/form-fields.ts';
import { type Browser, createBrowser } from './browser.ts';
import { type Inbox, isSameMailbox } from './inbox.ts';
import type { CityInput } from './input-folder.ts';

/** A city, as its people act: through the portal's forms, with the links and codes from their mails. */
export type City = {
  input: CityInput;
  apply(): Promise<void>;
  sign(): Promise<void>;
  draft(): Promise<void>;
  confirm(): Promise<void>;
};

/** Where a city's people look: at the portal and into their mailboxes, with a browser. */
type Desk = { portal: string; inbox: Inbox; browser: Browser };

export function createCity(input: CityInput, portal: string, inbox: Inbox, browser = createBrowser(fetch)): City {
  const desk = { portal, inbox, browser };
  return {
    input,
    apply: () => apply(input, desk),
    sign: () => sign(input, desk),
    draft: () => draft(input, desk),
    confirm: () => confirm(input, desk),
  };
}

async function apply({ application }: CityInput, { portal, browser }: Desk): Promise<void> {
  const { contacts, claims, authority } = application;
  const rows = {
    contacts: contacts.length,
    claims: Math.max(1, claims.length),
    identifiers: Object.keys(authority.identifiers ?? {}).length,
  };
  const asked = Object.entries(rows).map(([name, count]) => `${name}=${Math.max(1, count)}`);
  const page = await browser.openPage(`${portal}/join?${asked.join('&')}`);
  const form = page.forms.get('apply');
  if (!form) throw new Error('The portal shows no form to apply with.');
  await browser.send(form, applicationFields(application));
}

async function sign({ application, letter, scan }: CityInput, { inbox, browser }: Desk): Promise<void> {
  const holder = application.officeHolder.email;
  const { signatory } = letter;
  const mailbox = signatory.email ?? holder;
  if (!isSameMailbox(mailbox, holder)) {
    const { name, title, capacity } = signatory;
    const why = capacity === 'office-holder' ? 'successor' : capacity;
    const named = await inbox.formFor(holder, 'name-signatory', '/hand-over');
    await browser.send(named, [
      ['name', name],
      ['title', title],
      ['why', why],
      ['email', mailbox],
    ]);
  }
  const who: [string, string][] = [
    ['signatory.name', signatory.name],
    ['signatory.title', signatory.title],
    ['signatory.capacity', signatory.capacity],
  ];
  if (letter.signing === 'scan' && scan) {
    const form = await inbox.formFor(mailbox, 'upload', '/by-hand');
    const file = new File([new Uint8Array(scan)], letter.scan ?? 'letter.pdf');
    const signedOn: [string, string][] = letter.signedOn === undefined ? [] : [['signedOn', letter.signedOn]];
    return await browser.send(form, [...who, ...signedOn, ['scan', file]]);
  }
  const before = await inbox.count(mailbox);
  await browser.send(await inbox.formFor(mailbox, 'ask-code'), []);
  const code = await inbox.codeFor(mailbox, before);
  const form = await inbox.formFor(mailbox, 'sign');
  await browser.send(form, [
    ...who,
    ['typedName', signatory.name],
    ['holdsOffice', 'yes'],
    ['consents', 'yes'],
    ['code', code],
  ]);
}

async function draft({ application, statement }: CityInput, { inbox, browser }: Desk): Promise<void> {
  const office = (
    application.contacts.find(({ role }) => role === 'mayor-office') ??
    application.contacts.find(({ role }) => role === 'main')
  )?.email;
  const link = await inbox.linkFor(office ?? '', 'draft');
  const fields = statementFields(statement);
  const blocks = statement.section.blocks.length;
  const quotes = Math.max(
    1,
    ...fields.map(([name]: [string, string]) => Number(/\.quotes\[(\d+)\]/.exec(name)?.[1] ?? 0) + 1),
  );
  const page = await browser.openPage(`${link}?blocks=${blocks}&quotes=${quotes}`);
  const form = page.forms.get('draft');
  if (!form) throw new Error('The statement page shows no form to draft with.');
  await browser.send(form, fields);
}

async function confirm({ application, statement }: CityInput, { inbox, browser }: Desk): Promise<void> {
  const mailbox = statement.speaker.email ?? application.officeHolder.email;
  const asks = await inbox.formFor(mailbox, 'ask-code');
  const before = await inbox.count(mailbox);
  await browser.send(asks, []);
  const code = await inbox.codeFor(mailbox, before);
  await browser.send(await inbox.formFor(mailbox, 'confirm'), [['code', code]]);
}
