import { inOrder } from './act-table.ts';
import { isOffered, isOfficeAct, officeActs } from './forms/office-acts.ts';
import { ownActs } from './forms/own-acts.ts';
import type { AnnouncementFile, CaseFile, Offer, Who } from './known.ts';
import type { State, Subject } from './state.ts';

/** What an act is about, as far as every dialog needs it. */
export type Known = {
  name: string;
  /** Rises with everything that happens; `changed` is where a person last changed something. */
  version: number;
  changed: number;
  acts: readonly { kind: string; actor: string; at: string }[];
  offers: Offer[];
};

/** What is known of a subject; null where it has not been answered yet. */
export function known(state: State, subject: Subject): Known | null {
  switch (subject.about) {
    case 'case': {
      const file = caseFileOf(state, subject.case);
      return file && { ...versionsOf(file), name: file.summary.name, offers: caseOffers(file) };
    }
    case 'announcement': {
      const file = announcementFileOf(state, subject.id);
      return (
        file && {
          ...versionsOf(file),
          name: file.title,
          offers: inOrder(file.acts.map((act) => named(state, act))),
        }
      );
    }
    case 'office':
      return {
        name: 'the office',
        version: 1,
        changed: 1,
        acts: [],
        offers: ownActs.map((kind) => ({ kind, may: true })),
      };
    default:
      return subject satisfies never;
  }
}

/** The newest file of a case that the pages hold. */
export function caseFileOf(state: State, id: string): CaseFile | null {
  const page = state.pages.findLast((one) => one.page === 'case' && one.case === id);
  return page?.page === 'case' ? page.file : null;
}

/** The newest file of an announcement that the pages hold. */
export function announcementFileOf(state: State, id: string): AnnouncementFile | null {
  const page = state.pages.findLast((one) => one.page === 'announcement' && one.id === id);
  return page?.page === 'announcement' ? page.file : null;
}

/** An offer in which whoever could act instead has a name. */
function named(
  { staff }: State,
  { who = [], ...offer }: Omit<Offer, 'who'> & { who?: readonly (string | Who)[] },
): Offer {
  const people = who.map((one) =>
    typeof one === 'string' ? { id: one, name: staff.find(({ id }) => id === one)?.name ?? 'a colleague' } : one,
  );
  return { ...offer, who: people };
}

function versionsOf({ view }: CaseFile | AnnouncementFile): Pick<Known, 'version' | 'changed' | 'acts'> {
  return { version: view.version, changed: view.changed, acts: view.acts };
}

/** Every act on a case: the decisions as the service offers them, and what the office may always do around it. */
function caseOffers(file: CaseFile): Offer[] {
  const decisions = file.acts.filter(({ kind }) => !isOfficeAct(kind));
  const office = officeActs.flatMap((kind): Offer[] => {
    const listed = file.acts.find((one) => one.kind === kind);
    if (listed) return [listed];
    return isOffered(kind, file) ? [{ kind, may: true }] : [];
  });
  return inOrder([...decisions, ...office]);
}
