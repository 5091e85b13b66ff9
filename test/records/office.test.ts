import { expect, test } from '@jest/globals';
import { absencesFrom, endAbsence, noteAbsence } from '../../records/absences.ts';
import { auditEntries, verifyAudit } from '../../records/audit.ts';
import { findCase, noteCase, writeCase } from '../../records/cases.ts';
import { assignCase, notesOf, writeNote } from '../../records/office.ts';
import { writePaper } from '../../records/papers.ts';
import { askedSince, questionPaper, questionsOf, writeCityQuestion, writeCityReply } from '../../records/questions.ts';
import type { Database } from '../../records/schema.ts';
import { addStaff, listStaff, revokeStaff } from '../../records/staff.ts';
import { by, camliova, contact, play } from '../support/city-in-play.ts';
import { dataFolder, recordsIn } from '../support/data-folders.ts';
import { caseRow } from '../support/rows.ts';

const at = '2027-03-02T09:00:00.000Z';
const id = camliova.case;

async function office(): Promise<Database> {
  const { database } = await recordsIn(await dataFolder());
  await noteCase(database, caseRow(camliova));
  await writeCase(database, camliova);
  return database;
}

const lineOf = async (database: Database) => {
  const row = await findCase(database, id);
  return { assignee: row?.assignee, questions: row?.questions, asked: row?.asked_us, revision: row?.revision };
};

test('Each thing that the office notes makes its list a new one, once; the process’s own version stays', async () => {
  const database = await office();
  const note = { act: 'note-0001', actor: 'ada', at, text: 'They sign next week.' };
  await writeNote(database, id, note);
  await writeNote(database, id, { ...note, text: 'Something else' });
  for (const act of ['give-0001', 'give-0002', 'give-0001'])
    await assignCase(database, id, act === 'give-0001' ? 'ada' : 'bruno', { act, actor: 'ada', at });
  expect(await notesOf(database, id)).toEqual([{ id: 'note-0001', by: 'ada', at, text: 'They sign next week.' }]);
  expect(await lineOf(database)).toEqual({ assignee: 'bruno', questions: 0, asked: 0, revision: 3 });
  expect((await findCase(database, id))?.version).toEqual(camliova.version);
});

test('Questions of both sides are counted while they wait; whoever writes the case fills in what the process has taken', async () => {
  const database = await office();
  await writeCityQuestion(database, id, { act: 'city-0001', actor: contact, at, text: 'When does the letter come?' });
  await writePaper(
    database,
    questionPaper('question', id, { act: 'ask-0001', actor: 'ada', at, text: 'Which council?' }),
  );
  const asked = play(camliova, by('ada', { kind: 'ask-city', paper: `${id}/question/ask-0001` }));
  await writeCase(database, asked);
  await writeCase(database, asked);
  expect(await lineOf(database)).toMatchObject({ questions: 2, asked: 1 });
  const [first] = (await questionsOf(database, id)).filter(({ from }) => from === 'staff');
  expect(first).toMatchObject({ by: 'ada', text: 'Which council?', open: true, answers: [] });

  const answer = { act: 'city-0002', actor: contact, at, text: 'The new one.' };
  expect(await writeCityReply(database, id, first?.id ?? '', answer)).toEqual(true);
  expect(await writeCityReply(database, id, first?.id ?? '', answer)).toEqual(true);
  expect(await writeCityReply(database, id, first?.id ?? '', { ...answer, act: 'city-0003', text: 'No.' })).toEqual(
    false,
  );
  await writePaper(database, questionPaper('reply', id, { act: 'reply-0001', actor: 'ada', at, text: 'By Friday.' }));
  const reply = by('ada', { kind: 'reply', paper: `${id}/reply/reply-0001`, question: 'city-0001', to: contact });
  await writeCase(database, play(asked, reply));
  expect(await lineOf(database)).toMatchObject({ questions: 0, asked: 0 });
  expect((await questionsOf(database, id)).map(({ from, answers }) => [from, answers.map(({ text }) => text)])).toEqual(
    expect.arrayContaining([
      ['city', ['By Friday.']],
      ['staff', ['The new one.']],
    ]),
  );
  expect([await askedSince(database, id, ''), await askedSince(database, id, at)]).toEqual([1, 0]);
});

test('A new absence takes the place of the one before; ended, there is none', async () => {
  const database = await office();
  const march = { staff: 'ada', deputy: 'bruno', from: at, until: '2027-03-20T00:00:00.000Z' };
  await noteAbsence(database, march, { act: 'away-0001', actor: 'ada', at });
  const april = { ...march, deputy: 'cleo', until: '2027-04-20T00:00:00.000Z' };
  await noteAbsence(database, april, { act: 'away-0002', actor: 'edda', at });
  await noteAbsence(database, march, { act: 'away-0001', actor: 'ada', at });
  expect(await absencesFrom(database, at)).toEqual([april]);
  await endAbsence(database, 'ada', { act: 'back-0001', actor: 'ada', at });
  expect(await absencesFrom(database, at)).toEqual([]);
  expect((await auditEntries(database, 'staff')).map(({ kind, actor }) => [kind, actor])).toEqual([
    ['absent', 'ada'],
    ['absent', 'edda'],
    ['back', 'ada'],
  ]);
});

test('Of two administrators who revoke each other at one moment, one stays', async () => {
  const database = await office();
  for (const name of ['edda', 'finn'])
    await addStaff(database, { id: name, name, roles: ['administrator'], tokenSha256: name, addedBy: 'system', at });
  const answers = await Promise.all([
    revokeStaff(database, 'edda', { act: 'edda', actor: 'finn', at }),
    revokeStaff(database, 'finn', { act: 'finn', actor: 'edda', at }),
  ]);
  expect([answers.filter((yes) => yes).length, (await listStaff(database)).length]).toEqual([1, 1]);
  expect(await verifyAudit(database)).toMatchObject({ verified: true });
});
