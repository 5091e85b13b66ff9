import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openPage } from '../../../cli/demo/browser.ts';
import { showOnboarding } from '../../../service/questions.ts';
import { applied, at, decide, letterOf, staffMember, taken, visit } from '../../support/acting.ts';
import { startTestSystem, type TestSystem } from '../../support/system.ts';
import { type Town, townLike } from '../../support/towns.ts';

const larchford = townLike('Larchford', 'larchford');
const mossby = townLike('Mossby', 'mossby');

let system: TestSystem;
let cases: { larchford: string; mossby: string };
let token: string;

beforeAll(async () => {
  system = await startTestSystem();
  const ada = await staffMember(system, 'Ada');
  const accepted = async (town: Town) => {
    const id = await applied(system, town);
    taken(await decide(system, ada, id, { kind: 'accept' }));
    await at(system, id, 'letter', 'sign');
    return id;
  };
  cases = { larchford: await accepted(larchford), mossby: await accepted(mossby) };
  token = (await visit(system, larchford.mayor, 'letter')).token;
});

afterAll(() => system.stop());

type Fields = [string, string][];

/** Sends a form as a browser does that stands on our own page; gives the status, and where the answer leads. */
async function post(path: string, fields: Fields, headers: Record<string, string> = {}) {
  const response = await fetch(`${system.address}/join/${path}`, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { origin: system.address, ...headers },
    redirect: 'manual',
  });
  return { status: response.status, to: response.headers.get('location'), page: await response.text() };
}

async function versions(): Promise<(number | undefined)[]> {
  const files = [cases.larchford, cases.mossby].map((id) => showOnboarding(system.door, id));
  return (await Promise.all(files)).map((file) => file?.view.version);
}

async function fieldsToSign(code: string): Promise<Fields> {
  const letter = letterOf(await at(system, cases.larchford, 'letter', 'sign'));
  const title = larchford.application.officeHolder.title;
  return [
    ['signatory.name', larchford.mayorName],
    ['signatory.title', title],
    ['signatory.capacity', 'office-holder'],
    ['typedName', larchford.mayorName],
    ['holdsOffice', 'yes'],
    ['consents', 'yes'],
    ['letter', letter],
    ['consent', '1'],
    ['code', code],
  ];
}

async function codeByMail(): Promise<string> {
  const before = await system.inbox.count(larchford.mayor);
  const sha256 = letterOf(await at(system, cases.larchford, 'letter', 'sign'));
  expect(
    (
      await post(`${token}/ask-code`, [
        ['form', randomUUID()],
        ['sha256', sha256],
      ])
    ).status,
  ).toBe(303);
  return await system.inbox.codeFor(larchford.mayor, before);
}

test('opening a link, and every address below it, shows and never acts', async () => {
  const before = await versions();
  const statuses = [];
  for (const path of ['', '/sign', '/decline', '/withdraw', '/ask-code', '?done=sign', '?form=x&reason=y'])
    for (const method of ['GET', 'HEAD'])
      statuses.push((await fetch(`${system.address}/join/${token}${path}`, { method })).status);
  expect(statuses).toEqual([200, 200, 404, 404, 404, 404, 404, 404, 404, 404, 200, 200, 200, 200]);
  expect(await versions()).toEqual(before);
});

test('the day to sign can be put into a calendar, and the link does not stand in it', async () => {
  const file = async (link: string) => {
    const response = await fetch(`${system.address}/join/${link}/deadlines.ics`);
    return { status: response.status, type: response.headers.get('content-type'), text: await response.text() };
  };
  const { due } = await at(system, cases.larchford, 'letter', 'sign');
  const { status, type, text } = await file(token);
  expect([status, type]).toEqual([200, 'text/calendar; charset=utf-8']);
  expect(/^DTSTART:(.*)\r$/m.exec(text)?.[1]).toBe(`${due?.at.slice(0, 19).replaceAll(/[-:]/g, '')}Z`);
  expect(/^SUMMARY:(.*)\r$/m.exec(text)?.[1]).toBe('Larchford: sign the Letter of Intent of OASC');
  expect(text).not.toContain(token.slice(0, 20));
  expect((await file(`${token}x`)).status).toBe(404);
});

test('a link does only what it is for, and only where the case stands', async () => {
  const before = await versions();
  const main = (await visit(system, larchford.main, 'status')).token;
  expect((await post(`${main}/sign`, await fieldsToSign('123 456'))).status).toBe(403);
  expect((await post(`${token}/draft`, [])).status).toBe(403);
  expect((await post(`${token}/confirm`, [['code', '123456']])).status).toBe(403);
  expect((await post(`${main}/answer`, [])).status).toBe(422);
  expect((await post(`${token}x/decline`, [['reason', 'no']])).status).toBe(404);
  expect((await post(`${token}/decline`, [['reason', 'no']], { origin: 'https://evil.example' })).status).toBe(403);
  expect(await versions()).toEqual(before);
});

test('forms that nobody filled in by hand are answered, and change nothing', async () => {
  const before = await versions();
  const many: Fields = Array.from({ length: 10_000 }, (_, row) => [`f${row}`, 'x']);
  const reaching: Fields = [
    ['__proto__.reason', 'x'],
    ['constructor.prototype.code', '1'],
    ['signatory.__proto__.name', 'x'],
    ['signatory[0]', 'x'],
    ['signatory', 'x'],
  ];
  expect((await post(`${token}/sign`, [])).status).toBe(422);
  expect((await post(`${token}/sign`, many)).status).toBe(422);
  expect((await post(`${token}/sign`, reaching)).status).toBe(422);
  expect((await post(`${token}/ask-code`, [])).status).toBe(409);
  expect((await post(`${token}/sign`, [['typedName', 'x'.repeat(1024 * 1024)]])).status).toBe(413);
  const scan = async (body: string | FormData, type?: string) => {
    const headers = { origin: system.address, ...(type === undefined ? {} : { 'content-type': type }) };
    return (await fetch(`${system.address}/join/${token}/upload`, { method: 'POST', body, headers })).status;
  };
  const page = new FormData();
  for (const [name, value] of (await fieldsToSign('')).slice(0, 3)) page.append(name, value);
  page.append('scan', new File(['<html>'], 'letter.pdf', { type: 'application/pdf' }));
  expect(await scan(page)).toBe(422);
  expect(await scan('--x\r\ngarbage', 'multipart/form-data; boundary=x')).toBe(422);
  expect(await scan('{}', 'application/json')).toBe(422);
  expect(Object.keys({})).toEqual([]);
  expect(await versions()).toEqual(before);
});

test('a letter is signed once: sent twice at the same time it is one act, and its code does not work again', async () => {
  const code = await codeByMail();
  const wrong = code.replace(/\d/, (digit) => String((Number(digit) + 1) % 10));
  expect((await post(`${token}/sign`, await fieldsToSign(wrong))).status).toBe(422);
  const other = (await visit(system, mossby.mayor, 'letter')).token;
  expect((await post(`${other}/sign`, await fieldsToSign(code))).status).not.toBe(303);

  const form: Fields = [['form', randomUUID()], ...(await fieldsToSign(code))];
  const answers = await Promise.all([post(`${token}/sign`, form), post(`${token}/sign`, form)]);
  expect(answers.map(({ status, to }) => [status, to])).toEqual(Array(2).fill([303, `/join/${token}?done=sign`]));
  const signatures = async () => {
    const { acts } = await at(system, cases.larchford, 'letter', 'verify');
    return acts.filter(({ kind }) => kind === 'sign').length;
  };
  expect(await signatures()).toBe(1);

  const again: Fields = [['form', randomUUID()], ...form.slice(1)];
  expect((await post(`${token}/sign`, again)).status).toBe(409);
  expect((await post(`${token}/sign`, form)).to).toBe(`/join/${token}?done=sign`);
  expect((await openPage(`${system.address}/join/${token}`)).forms.has('sign')).toBe(false);
  expect(await signatures()).toBe(1);
});

// Last, because it moves the clock on for every link of this file.
test('an ended link says when it ended and offers a new one, and no form behind it acts any more', async () => {
  await system.skip(61 * 86_400_000);
  const before = await versions();
  const ended = await openPage(`${system.address}/join/${token}`);
  expect([ended.status, [...ended.forms.keys()]]).toEqual([410, ['new-link']]);
  const declined = await post(`${token}/decline`, [
    ['form', randomUUID()],
    ['reason', 'Too late.'],
  ]);
  expect([declined.status, await versions()]).toEqual([410, before]);
});
