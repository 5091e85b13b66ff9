import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createBrowser, openPage } from '../../cli/demo/browser.ts';
import { auditEntries } from '../../records/audit.ts';
import type { StaffMember } from '../../records/staff.ts';
import { showOnboarding } from '../../service/case-file.ts';
import { listOnboardings } from '../../service/case-list.ts';
import { askCity, replyToCity } from '../../service/casework/questions.ts';
import { onboardingAddress } from '../../workflows/addresses.ts';
import { applied, decide, refusedWith, staffMember, taken } from '../support/acting.ts';
import { everyHistory, recordHistories, startTestSystem, type TestSystem } from '../support/system.ts';
import { type Town, townLike } from '../support/towns.ts';

const { send } = createBrowser(fetch);

let system: TestSystem;
let ada: StaffMember;

beforeAll(async () => {
  system = await startTestSystem();
  ada = await staffMember(system, 'Ada Lindqvist');
});
afterAll(async () => await system.stop());

const mailWith = (town: Town, words: string) =>
  system.catcher.waitFor(({ to, text }) => to === town.main && text.includes(words), 15_000);
const questionsOf = async (id: string) => (await showOnboarding(system.door, id))?.questions ?? [];
const lineOf = async (id: string) => (await listOnboardings(system.door)).find((line) => line.id === id);

test('staff ask, the city answers on its page, once; what was said is in the records and nowhere else', async () => {
  const town = townLike('Hvalsund', 'hvalsund');
  const id = await applied(system, town);
  const text = 'Which council took the decision, the old one or the new one?';
  const asked = { id: randomUUID(), text };
  const [question, again] = [
    taken(await askCity(system.door, ada, id, asked)),
    taken(await askCity(system.door, ada, id, asked)),
  ];
  expect(again).toEqual(question);
  const mail = await mailWith(town, text);
  expect([mail.subject, mail.text.includes('Ada Lindqvist asks:')]).toEqual(['Hvalsund: a question from us', true]);
  expect(await lineOf(id)).toMatchObject({ questions: 1, todo: 'read-application', waits_for: 'staff' });

  const form = `question-${question.id}`;
  const link = await system.inbox.linkFor(town.main, form);
  const first = await system.inbox.formFor(town.main, form);
  await send(first, [['reply', 'The new one, on 14 September.']]);
  // The same form from a second window comes too late for its own words, and says so.
  await expect(
    send({ ...first, fields: new Map([...first.fields, ['form', [randomUUID()]]]) }, [['reply', 'The old one.']]),
  ).rejects.toThrow('409');
  const page = await openPage(link);
  expect([page.forms.has(form), page.text.includes('The new one, on 14 September.')]).toEqual([false, true]);
  expect(await questionsOf(id)).toMatchObject([
    {
      id: question.id,
      by: ada.id,
      from: 'staff',
      open: false,
      text,
      answers: [{ text: 'The new one, on 14 September.' }],
    },
  ]);
  expect(await lineOf(id)).toMatchObject({ questions: 0 });

  const kinds = (await auditEntries(system.door.records.database, id)).map(({ kind }) => kind);
  expect(kinds.filter((kind) => /ask|answer/.test(kind))).toEqual(['ask-city', 'answered-office']);
  const kept = JSON.stringify(await auditEntries(system.door.records.database)) + (await everyHistory(system));
  expect(['old one', 'new one, on'].filter((words) => kept.includes(words))).toEqual([]);
});

test('the city asks from its page, and whoever of the staff replies first sends it a mail; also while the case is on hold', async () => {
  const town = townLike('Skarnes', 'skarnes');
  const id = await applied(system, town);
  await send(await system.inbox.formFor(town.main, 'ask'), [
    ['question', 'When does the letter come?\nOur mayor travels.'],
  ]);
  expect(await lineOf(id)).toMatchObject({ questions: 1, todo: 'answer-question' });
  const [question] = await questionsOf(id);
  expect(question).toMatchObject({ from: 'city', open: true, text: 'When does the letter come?\nOur mayor travels.' });
  const until = `${new Date(Date.parse(system.now()) + 10 * 86_400_000).toISOString().slice(0, 16)}[UTC]`;
  taken(await decide(system, ada, id, { kind: 'hold', reason: 'Elections.', until }));

  const reply = { id: randomUUID(), text: 'By Friday; it goes to the mayor’s own address.' };
  const replied = taken(await replyToCity(system.door, ada, id, question?.id ?? '', reply));
  expect(replied).toMatchObject({ open: false, answers: [{ by: ada.id, text: reply.text }] });
  const mail = await mailWith(town, reply.text);
  expect([mail.subject, mail.text.includes('When does the letter come?')]).toEqual([
    'Skarnes: our answer to your question',
    true,
  ]);
  const bruno = await staffMember(system, 'Bruno');
  const late = await replyToCity(system.door, bruno, id, question?.id ?? '', { id: randomUUID(), text: 'On Monday.' });
  expect(refusedWith(late)).toEqual({ code: 'answered' });
  expect(taken(await replyToCity(system.door, ada, id, question?.id ?? '', reply))).toEqual(replied);
  expect(await lineOf(id)).toMatchObject({ questions: 0, todo: 'on-hold' });
  await recordHistories(system, 'questions-both-ways', { onboarding: onboardingAddress(id) });
});

test('a city that asks and asks is asked to wait, and one that has withdrawn has nobody to ask', async () => {
  const town = townLike('Lomvi', 'lomvi');
  const id = await applied(system, town);
  const link = await system.inbox.linkFor(town.main, 'ask');
  const ask = async (question: string) => {
    const form = (await openPage(link)).forms.get('ask');
    if (!form) throw new Error('The page has no form to ask with.');
    return await send(form, [['question', question]]);
  };
  await expect(ask('  ')).rejects.toThrow('Enter your question');
  for (const number of [1, 2, 3, 4, 5]) await ask(`Question ${number}?`);
  await expect(ask('And one more?')).rejects.toThrow('429');
  expect((await questionsOf(id)).length).toEqual(5);
  taken(await decide(system, ada, id, { kind: 'withdraw', reason: 'They called.' }));
  expect((await openPage(link)).forms.has('ask')).toEqual(false);
  const asked = await askCity(system.door, ada, id, { id: randomUUID(), text: 'Why?' });
  expect(refusedWith(asked)).toEqual({ code: 'ended', stage: 'withdrawn' });
});
