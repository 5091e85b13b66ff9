import { randomUUID } from 'node:crypto';
import { createBrowser, type Form } from '../../cli/demo/browser.ts';
import { createCity } from '../../cli/demo/city.ts';
import { openInbox } from '../../cli/demo/inbox.ts';
import type { CityInput } from '../../cli/demo/input-folder.ts';
import type { Officer } from '../../cli/demo/office.ts';
import { openIn } from '../../domain/onboarding/flags.ts';
import type { Onboarding } from '../../domain/onboarding/state.ts';
import type { AnnouncementFile } from '../../web/staff-api/announcement-file.ts';
import type { Chance } from './chance.ts';
import type { Stage } from './journey.ts';
import { patientFetch } from './patience.ts';

/** What somebody does, whether or not it fits: an error says that it was refused. */
export type Deed = { name: string; do(): Promise<void> };

const reason = 'For a reason that is told here.';

type CityAct = 'apply' | 'answer' | 'sign' | 'draft' | 'confirm';

/** Something that a town's people do: what is wanted, or at random, whether or not it fits. */
export function cityDeed(stage: Stage, town: CityInput, chance: Chance, wanted: CityAct | null = null): Deed {
  const browser = createBrowser(patientFetch);
  const inbox = openInbox(() => stage.post.mails(), browser);
  const city = createCity(town, stage.address, inbox, browser);
  const mayor = town.application.officeHolder.email;
  const mailbox = (role: string) => town.application.contacts.find((one) => one.role === role)?.email ?? '';
  const offered = async (to: string, name: string): Promise<Form> => {
    for (const mail of (await stage.post.mails()).filter((one) => one.to === to).toReversed())
      for (const link of mail.text.match(/https?:\/\/\S+\/join\/\S+/g) ?? []) {
        const form = (await browser.openPage(link)).forms.get(name);
        if (form) return form;
      }
    throw new Error(`no page of ${to} offers ${name}`);
  };
  const withReason = (to: string, name: string): Deed => ({
    name: `city ${name}`,
    do: async () => await browser.send(await offered(to, name), [['reason', reason]]),
  });
  const onceOffered = (name: string, form: [to: string, name: string], act: () => Promise<void>): Deed => ({
    name: `city ${name}`,
    do: async () => {
      await offered(...form);
      await act();
    },
  });
  const answer = async () => await browser.send(await inbox.formFor(mailbox('main'), 'answer'), []);
  const acts = { apply: city.apply, answer, sign: city.sign, draft: city.draft, confirm: city.confirm };
  if (wanted) return { name: `city ${wanted}`, do: () => acts[wanted]() };
  const usual = [
    onceOffered('sign', [mayor, 'sign'], () => city.sign()),
    onceOffered('draft', [mailbox('mayor-office'), 'draft'], () => city.draft()),
    onceOffered('confirm', [mayor, 'confirm'], () => city.confirm()),
  ];
  const rare = [
    { name: 'city applies again', do: () => city.apply() },
    withReason(mayor, 'decline'),
    withReason(mayor, 'change-words'),
    withReason(mailbox('main'), 'withdraw'),
  ];
  return chance.oneOf(chance.happens(0.7) ? usual : rare);
}

/** Something that a member of staff does with a case at random; four eyes are not minded, so that they are refused. */
export function staffDeed(officer: Officer, id: string, chance: Chance): Deed {
  const fitting = chance.happens(0.85);
  const kind = chance.oneOf(rareKinds);
  const older = chance.happens(0.1) ? 1 : 0;
  return {
    name: `${officer.name} on ${id}: ${fitting ? 'what is next' : kind}`,
    do: async () => {
      const { view } = await officer.show(id);
      const decision = (fitting ? nextFor(view) : null) ?? { kind, reason };
      await officer.post(`/cases/${id}/acts`, {
        id: randomUUID(),
        version: Math.max(1, view.version - older),
        decision,
      });
    },
  };
}

/** What the town's people would do now, were nothing to go wrong; null where it is not their turn. */
export function cityTurn({ stage }: Onboarding): CityAct | null {
  if (stage.stage === 'review') return stage.waitsFor === 'city' ? 'answer' : null;
  if (stage.stage === 'letter' && stage.step === 'sign') return 'sign';
  if (stage.stage === 'statement' && (stage.step === 'draft' || stage.step === 'confirm')) return stage.step;
  return ['rejected', 'withdrawn'].includes(stage.stage) ? 'apply' : null;
}

const rareKinds = ['return', 'return-letter', 'return-words', 'waive-statement', 'reject', 'withdraw'] as const;

function nextFor({ stage }: Onboarding): { kind: string } & Record<string, unknown> {
  if (stage.stage === 'review') return { kind: 'accept' };
  if (stage.stage === 'declined' || stage.stage === 'lapsed') return { kind: 'reopen', reason };
  if (stage.stage === 'letter' && stage.step === 'verify') {
    const flagged = stage.signatories.find(({ signature }) => signature && openIn(signature).length > 0);
    const [flag] = flagged?.signature ? openIn(flagged.signature) : [];
    if (flagged && flag) return { kind: 'settle', signatory: flagged.person, flag, reason };
    return { kind: 'verify', sha256: stage.signatories[0]?.signature?.sha256 ?? '' };
  }
  if (stage.stage === 'letter') return { kind: 'countersign' };
  const words = stage.stage === 'statement' ? stage.words?.sha256 : undefined;
  return { kind: 'approve-words', sha256: words ?? '0'.repeat(64) };
}

/** One of the staff joins towns in an announcement, ready or not. */
export function composingDeed(officer: Officer, id: string, cities: string[], readers: string[]): Deed {
  const mailingList = readers.map((email) => ({ email, language: 'en' }));
  const plan = { cities, author: { name: 'Ada Lindqvist (sample)' }, mailingList };
  return {
    name: `${officer.name} composes ${cities.join(' and ')}`,
    do: async () => void (await officer.post('/announcements', { id, plan })),
  };
}

/** One of the staff approves an announcement, now and then their own, or another text, or drops it. */
export function announcementDeed(officer: Officer, id: string, chance: Chance): Deed {
  const which = chance.oneOf(['approve', 'approve', 'approve', 'other text', 'drop'] as const);
  return {
    name: `${officer.name} on the announcement: ${which}`,
    do: async () => {
      const { view } = await officer.ask<AnnouncementFile>(`/announcements/${id}`);
      const article = which === 'approve' && 'article' in view.stage ? view.stage.article : 'f'.repeat(64);
      const decision = which === 'drop' ? { kind: 'drop', reason } : { kind: 'approve', article };
      await officer.post(`/announcements/${id}/acts`, { id: randomUUID(), version: view.version, decision });
    },
  };
}
