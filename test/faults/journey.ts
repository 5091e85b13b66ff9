import { randomUUID } from 'node:crypto';
import { createBrowser } from '../../cli/demo/browser.ts';
import { createCity } from '../../cli/demo/city.ts';
import { openInbox, within } from '../../cli/demo/inbox.ts';
import type { CityInput } from '../../cli/demo/input-folder.ts';
import type { Officer } from '../../cli/demo/office.ts';
import type { CaseFile } from '../../service/case-file.ts';
import type { StaffDecision } from '../../service/staff-decision.ts';
import type { AnnouncementFile } from '../../web/staff-api/announcement-file.ts';
import { patientFetch } from './patience.ts';
import type { PostOffice } from './post-office.ts';

/** Where journeys are played: the house by its address, its staff, and the mail server of everybody else. */
export type Stage = { address: string; post: PostOffice; officers: [Officer, Officer] };

export const stepNames = [
  'apply',
  'accept',
  'sign',
  'verify',
  'countersign',
  'draft',
  'confirm',
  'approve-words',
  'compose',
  'approve',
] as const;
export type StepName = (typeof stepNames)[number];

/** One town on its way: each step is one act of a person, and is over when what follows from it by itself has happened. */
export type Journey = {
  town: CityInput;
  announcement: string;
  readers: string[];
  case(): Promise<string>;
  play(step: StepName): Promise<void>;
  settled(step: StepName): Promise<void>;
};

export function beginJourney(stage: Stage, town: CityInput): Journey {
  const { post, address, officers } = stage;
  const browser = createBrowser(patientFetch);
  const inbox = openInbox(() => post.mails(), browser);
  const city = createCity(town, address, inbox, browser);
  const announcement = randomUUID();
  const readers = ['first', 'second', 'third'].map((name) => `${name}@readers-of-${town.folder}.example`);
  const caseId = async () => {
    const found = (await officers[0].cases()).find(({ city: one }) => one === town.city);
    if (!found) throw new Error(`${town.city} has not become a case.`);
    return found.id;
  };
  const [ada, bram] = officers;
  const decide = async (officer: Officer, decision: (file: CaseFile) => StaffDecision) =>
    await decided(officer, await caseId(), decision);
  const steps: Record<StepName, () => Promise<unknown>> = {
    apply: () => city.apply(),
    accept: () => decide(ada, () => ({ kind: 'accept' })),
    sign: () => city.sign(),
    verify: () => decide(ada, verify),
    countersign: () => decide(bram, () => ({ kind: 'countersign' })),
    draft: () => city.draft(),
    confirm: () => city.confirm(),
    'approve-words': () => decide(ada, approveWords),
    compose: () => ada.post('/announcements', { id: announcement, plan: planOf(town, readers) }),
    approve: () => approve(bram, announcement),
  };
  return {
    town,
    announcement,
    readers,
    case: caseId,
    play: async (step) => void (await steps[step]()),
    settled: async (step) => {
      const id = await caseId();
      const through = async () => ((await isThrough(ada, id, announcement, step)) ? true : null);
      // A newsletter whose worker was killed is given up later than other effects, after half a minute.
      await within(`${id} to be through with "${step}"`, through, 90_000);
    },
  };
}

type Situation = { stage: string; step?: string; told?: string };

/** Where the case stands after each step, and the mail that is told of it then. */
const situations: Record<Exclude<StepName, 'compose' | 'approve'>, Situation> = {
  apply: { stage: 'review', told: 'application-received' },
  accept: { stage: 'letter', step: 'sign', told: 'letter-to-sign' },
  sign: { stage: 'letter', step: 'verify' },
  verify: { stage: 'letter', step: 'countersign' },
  countersign: { stage: 'statement', step: 'draft', told: 'member' },
  draft: { stage: 'statement', step: 'confirm', told: 'words-to-confirm' },
  confirm: { stage: 'statement', step: 'approve' },
  'approve-words': { stage: 'announcement', told: 'words-agreed' },
};

async function isThrough(officer: Officer, id: string, announcement: string, step: StepName): Promise<boolean> {
  const file = await officer.show(id);
  const told = (kind: string | undefined) =>
    kind === undefined ||
    file.deliveries.some((one) => one.kind === kind && !['begun', 'deferred'].includes(one.state));
  if (step === 'compose' || step === 'approve') {
    const { view } = await officer.ask<AnnouncementFile>(`/announcements/${announcement}`);
    if (step === 'compose') return view.stage.step === 'draft' && view.due !== undefined;
    return view.stage.step === 'published' && file.view.stage.stage === 'announced' && told('announced');
  }
  const { stage, step: within, told: kind } = situations[step];
  const now = file.view.stage;
  const there = now.stage === stage && (within === undefined || ('step' in now && now.step === within));
  return there && told(kind) && file.view.due !== undefined;
}

/** Acts on what is seen; somebody who is told that it has changed meanwhile looks again. */
async function decided(officer: Officer, id: string, decision: (file: CaseFile) => StaffDecision): Promise<void> {
  await within(`${officer.name} to be heard on ${id}`, async () => {
    const file = await officer.show(id);
    try {
      await officer.post(`/cases/${id}/acts`, {
        id: randomUUID(),
        version: file.view.version,
        decision: decision(file),
      });
      return true;
    } catch (error) {
      if (String(error).includes('"stale"')) return null;
      throw error;
    }
  });
}

async function approve(officer: Officer, announcement: string): Promise<void> {
  await within(`${officer.name} to be heard on the announcement`, async () => {
    const { view } = await officer.ask<AnnouncementFile>(`/announcements/${announcement}`);
    if (view.stage.step !== 'draft') throw new Error(`The announcement is at ${view.stage.step}, not a draft.`);
    const decision = { kind: 'approve', article: view.stage.article };
    try {
      await officer.post(`/announcements/${announcement}/acts`, { id: randomUUID(), version: view.version, decision });
      return true;
    } catch (error) {
      if (String(error).includes('"stale"')) return null;
      throw error;
    }
  });
}

function planOf(town: CityInput, readers: string[]) {
  return {
    cities: [town.city],
    author: { name: 'Ada Lindqvist (sample)' },
    mailingList: readers.map((email) => ({ email, language: 'en' })),
  };
}

function verify({ view: { stage } }: CaseFile): StaffDecision {
  const signature = stage.stage === 'letter' ? stage.signatories[0]?.signature : undefined;
  return { kind: 'verify', sha256: signature?.sha256 ?? '' };
}

function approveWords({ view: { stage } }: CaseFile): StaffDecision {
  return { kind: 'approve-words', sha256: stage.stage === 'statement' ? (stage.words?.sha256 ?? '') : '' };
}
