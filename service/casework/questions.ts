import { z } from 'zod';
import type { CaseId, PaperId } from '../../domain/ids.ts';
import type { Act, Decision } from '../../domain/onboarding/acts.ts';
import { isClosed } from '../../domain/onboarding/state.ts';
import { parsed } from '../../domain/problems.ts';
import { text } from '../../domain/text.ts';
import { findCase, viewOf } from '../../records/cases.ts';
import { proposePaper } from '../../records/papers.ts';
import { findQuestion, type Question, questionPaper, questionsOf } from '../../records/questions.ts';
import type { StaffMember } from '../../records/staff.ts';
import { refusedBefore, sendAct } from '../acting.ts';
import { type Answer, no, yes } from '../answer.ts';
import type { Door } from '../door.ts';
import { actId } from './act-id.ts';

/** What is asked or replied: at most 4,000 characters. */
export const Words = z.strictObject({ id: actId, text: text(4000) });

/** Asks the city a question: it gets a mail with a link to the page on which it answers. */
export async function askCity(door: Door, member: StaffMember, id: CaseId, input: unknown): Promise<Answer<Question>> {
  return await said(door, member, {
    id,
    input,
    kind: 'question',
    decision: async (paper) => yes({ kind: 'ask-city', paper }),
  });
}

/** Replies to a question of the city: whoever asked gets a mail with both. */
export async function replyToCity(
  door: Door,
  member: StaffMember,
  id: CaseId,
  question: string,
  input: unknown,
): Promise<Answer<Question>> {
  const decision = async (paper: PaperId, act: string): Promise<Answer<Decision>> => {
    const asked = await findQuestion(door.records.database, id, question);
    if (!asked || asked.asked_of !== 'office') return no({ code: 'not-found', what: 'question' });
    if (asked.reply !== null && !asked.reply.startsWith(`${id}/reply/${act}`)) return no({ code: 'answered' });
    return yes({ kind: 'reply', paper, question, to: asked.asker });
  };
  return await said(door, member, { id, input, kind: 'reply', of: question, decision });
}

type Saying = {
  id: CaseId;
  input: unknown;
  kind: 'question' | 'reply';
  /** The question that is replied to. */
  of?: string;
  decision(paper: PaperId, act: string): Promise<Answer<Decision>>;
};

async function said(door: Door, member: StaffMember, saying: Saying): Promise<Answer<Question>> {
  const given = parsed(Words, saying.input);
  if (!given.ok) return no({ code: 'invalid', problems: given.problems });
  const { database } = door.records;
  const row = await findCase(database, saying.id);
  if (!row) return no({ code: 'not-found', what: 'case' });
  const city = viewOf(row);
  if (isClosed(city.stage)) return no({ code: 'ended', stage: city.stage.stage });
  const { id: act, text: written } = given.value;
  const at = door.clock.now();
  const paper = questionPaper(saying.kind, saying.id, { act, actor: member.id, at, text: written });
  const decision = await saying.decision(paper.id, act);
  if (!decision.ok) return decision;
  const proposal: Act = { id: act, actor: member.id, at, decision: decision.value };
  const refusal = refusedBefore(city, proposal);
  if (refusal) return no(refusal);
  const kept = await proposePaper(database, paper);
  const answer = await sendAct(door, saying.id, {
    ...proposal,
    decision: { ...decision.value, paper: kept } as Decision,
  });
  if (!answer.ok) return answer;
  const found = (await questionsOf(database, saying.id)).find(({ id }) => id === (saying.of ?? act));
  return found ? yes(found) : no({ code: 'not-found', what: 'question' });
}
