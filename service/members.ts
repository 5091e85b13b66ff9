import { type ApplicationPaper, applicationPaperOf } from '../domain/case-papers.ts';
import type { CaseId, CityId, Day } from '../domain/ids.ts';
import { membershipOf } from '../domain/onboarding/state.ts';
import { findAnnouncement } from '../records/announcements.ts';
import { listCases, viewOf } from '../records/cases.ts';
import { type ImportedMember, importedMembers } from '../records/members.ts';
import { bodyOf } from '../records/papers.ts';
import type { Door } from './door.ts';

/** A member of the network, whether it joined here or before. `listed`: it stands in the public directory. */
export type Member = {
  city: CityId;
  name: string;
  nativeName: string;
  legalName: string;
  kind: string;
  country: string;
  website: string;
  memberSince: Day;
  origin: 'joined' | 'imported';
  /** The case by which it joined; null where it was imported. */
  case: CaseId | null;
  stage: string;
  listed: boolean;
  /** Where its announcement is: a path on this site, or the address that it was imported with. */
  news: string | null;
};

/** Every member, by the id of its city. */
export async function listMembers(door: Door): Promise<Member[]> {
  const { database } = door.records;
  const imported = (await importedMembers(database)).map(asMember);
  const joined: Member[] = [];
  for (const row of await listCases(database)) {
    const view = viewOf(row);
    const membership = membershipOf(view.stage);
    const { stage } = view.stage;
    if (!membership || stage === 'withdrawn') continue;
    const { application } = await bodyOf<ApplicationPaper>(database, applicationPaperOf(view));
    const { name, nativeName, legalName, kind, website } = application.authority;
    joined.push({
      city: row.city,
      name,
      nativeName,
      legalName,
      kind,
      country: row.country,
      website,
      memberSince: membership.memberSince,
      origin: 'joined',
      case: row.id,
      stage,
      listed: stage === 'announced' || stage === 'waived',
      news: view.stage.stage === 'announced' ? await newsOf(door, view.stage.announcement) : null,
    });
  }
  return [...imported, ...joined].toSorted((one, other) => (one.city < other.city ? -1 : 1));
}

async function newsOf(door: Door, announcement: string): Promise<string | null> {
  const row = await findAnnouncement(door.records.database, announcement);
  return row ? `/news/${row.slug}/` : null;
}

function asMember(row: ImportedMember): Member {
  return {
    city: row.city,
    name: row.name,
    nativeName: row.native_name,
    legalName: row.legal_name,
    kind: row.kind,
    country: row.country,
    website: row.website,
    memberSince: row.member_since,
    origin: 'imported',
    case: null,
    stage: 'imported',
    listed: true,
    news: row.news_url,
  };
}
