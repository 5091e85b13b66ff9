import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Application } from '../domain/application.ts';
import type { LetterAnswer } from '../domain/letter-answer.ts';
import type { Problem } from '../domain/problems.ts';
import type { CaseFile } from '../service/questions.ts';
import type { ImportRow } from './import-row.ts';
import type { StaffClient } from './staff-client.ts';
import { Troubled } from './trouble.ts';

/** A file that was read from beside an application. */
export type FileRead = { name: string; bytes: Uint8Array<ArrayBuffer> };
/** What came with an application of somebody who sends the letters of several cities: how it was signed, and its papers. */
export type SignedBefore = { answer: LetterAnswer; scan: FileRead | null; mandatePaper: FileRead | null };

/** How long a case is waited for until its letter can be signed, in milliseconds. */
const patience = 60_000;

/**
 * Hands in what came with each application once its letter is issued: the paper of the mandate, who signed instead of the
 * office-holder, and the signed letter. Each is an act on its own case under an id that follows from the row's key, so the
 * same rows again change nothing. One city's trouble does not keep the others; what was not taken is told by its file.
 */
export async function handInLetters(
  client: StaffClient,
  evidence: string,
  rows: readonly ImportRow[],
  cases: readonly { key: string; case: string | null }[],
): Promise<{ handedIn: string[]; problems: Problem[] }> {
  const handedIn: string[] = [];
  const problems: Problem[] = [];
  for (const row of rows) {
    const id = cases.find(({ key }) => key === row.key)?.case ?? null;
    if (id === null || !row.signed) continue;
    try {
      await handIn({ client, evidence, row, signed: row.signed, id });
      if (row.signed.scan) handedIn.push(id);
    } catch (error) {
      if (!(error instanceof Troubled)) throw error;
      const { message, problems: named } = error.trouble;
      const said = named.map((problem) => problem.message).join('; ');
      problems.push({ file: row.where.letter, path: '', message: said === '' ? message : said });
    }
  }
  return { handedIn, problems };
}

type Handing = { client: StaffClient; evidence: string; row: ImportRow; signed: SignedBefore; id: string };

async function handIn(handing: Handing): Promise<void> {
  const { client, evidence, row, signed, id } = handing;
  const { answer, scan, mandatePaper } = signed;
  // Only what was read without a problem is imported, so it is an application.
  const { mandate, officeHolder } = row.application as Application;
  const said = async (part: string, decision: object, file: FileRead | null) => {
    await once(handing, part, async (act, version) => {
      const body = new FormData();
      body.append('act', JSON.stringify({ id: act, version, decision: { ...decision, evidence } }));
      if (file) body.append('file', new File([file.bytes], file.name));
      await client.post(`/cases/${id}/letter`, body);
    });
  };
  if (mandatePaper) await said('mandate', { kind: 'give-mandate', what: { mandate } }, mandatePaper);
  const { name, title, capacity, email = officeHolder.email } = answer.signatory;
  const why = capacity === 'office-holder' ? 'successor' : capacity;
  if (name !== officeHolder.name || capacity !== 'office-holder')
    await said('signatory', { kind: 'name-signatory', what: { name, title, email, why } }, null);
  if (!scan) return;
  await once(handing, 'scan', async (act, version) => {
    const body = new FormData();
    const fields = { id: act, version: String(version), evidence, signedOn: answer.signedOn };
    for (const [field, value] of Object.entries(fields)) if (value !== undefined) body.append(field, value);
    body.append('file', new File([scan.bytes], scan.name));
    await client.post(`/cases/${id}/scan`, body);
  });
}

/** Does one act on a case whose letter waits for its signature; nothing, where it was done before. */
async function once(
  { client, row, id }: Handing,
  part: string,
  act: (id: string, version: number) => Promise<void>,
): Promise<void> {
  const actId = `import-${createHash('sha256').update(`${row.key} ${part}`).digest('hex').slice(0, 32)}`;
  const end = Date.now() + patience;
  for (;;) {
    const { view } = await client.get<CaseFile>(`/cases/${id}`);
    if (view.acts.some((one) => one.id === actId)) return;
    const { stage } = view;
    if (stage.stage === 'letter' && stage.step === 'sign') return await act(actId, view.version);
    const isUnderWay = stage.stage === 'letter' && stage.step === 'issue';
    if (!isUnderWay || Date.now() > end)
      throw new Troubled('refused', `was not handed in: the letter of ${id} does not wait for a signature`);
    await pause(200);
  }
}
