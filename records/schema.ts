import type { Generated, Insertable, Kysely, Selectable } from 'kysely';

export type Database = Kysely<Tables>;

/** What is written down. Texts throughout: ids, ISO 8601 instants and JSON, so that every SQL database holds them alike. */
export type Tables = {
  cases: CasesTable;
  papers: PapersTable;
  people: PeopleTable;
  links: LinksTable;
  codes: CodesTable;
  staff: StaffTable;
  announcements: AnnouncementsTable;
  subscribers: SubscribersTable;
  deliveries: DeliveriesTable;
  documents: DocumentsTable;
  audit: AuditTable;
  questions: QuestionsTable;
  absences: AbsencesTable;
  duplicates: DuplicatesTable;
  members: MembersTable;
};

export type CasesTable = {
  id: string;
  city: string;
  number: number;
  country: string;
  zone: string;
  name: string;
  legal_name: string;
  folded_name: string;
  web_domain: string;
  geo_id: string | null;
  reference: string;
  form_id: string;
  version: number;
  stage: string;
  waits_for: string;
  due: string | null;
  overdue: number;
  /** The city's id while this case is the accepted one; unique, so that a city has one at most. */
  accepted_city: string | null;
  view: string;
  applied_at: string;
  /** Where in its stage the case stands; for a city that is ready, whether an announcement has it. */
  step: string | null;
  /** When the present turn began. */
  since: string | null;
  changed_at: string | null;
  held_until: string | null;
  /** What has been decided and not been told yet. */
  pending: string | null;
  assignee: string | null;
  authority_kind: string | null;
  population: number | null;
  open: Generated<number>;
  /** Questions without a reply; `asked_us` counts those that wait for the office. */
  questions: Generated<number>;
  asked_us: Generated<number>;
  /** Rises with everything that the office notes beside the process. */
  revision: Generated<number>;
};

export type PapersTable = {
  id: string;
  subject: string;
  kind: string;
  body: string;
  sha256: string | null;
  actor: string;
  at: string;
};
export type PeopleTable = {
  id: string;
  case_id: string;
  role: string;
  name: string;
  title: string | null;
  email: string;
  language: string;
};
export type LinksTable = {
  id: string;
  case_id: string;
  person: string;
  purpose: string;
  ends_at: string;
  opened_at: Generated<string | null>;
};
export type CodesTable = {
  id: string;
  case_id: string;
  person: string;
  purpose: string;
  sha256: string;
  until: string;
  tries: number;
  used_by: string | null;
};
export type StaffTable = { id: string; name: string; roles: string; token_sha256: string; revoked_at: string | null };
export type AnnouncementsTable = {
  id: string;
  edition: number;
  version: number;
  step: string;
  slug: string;
  title: string;
  plan: string;
  article: string;
  pages: string | null;
  publish_at: string | null;
  published_at: string | null;
  view: string;
};
export type SubscribersTable = { id: string; announcement: string; email: string; language: string };
export type DeliveriesTable = {
  id: string;
  subject: string;
  channel: string;
  kind: string;
  receiver: string;
  copy: string | null;
  state: string;
  begun_at: string;
  done_at: string | null;
  receipt: string | null;
};
export type DocumentsTable = { sha256: string; type: string; size: number };
export type AuditTable = {
  number: number;
  id: string;
  subject: string;
  kind: string;
  actor: string;
  at: string;
  detail: string;
  previous: string;
  hash: string;
};

export type QuestionsTable = {
  id: string;
  case_id: string;
  /** `city` or `office`: who is to reply. */
  asked_of: string;
  asker: string;
  at: string;
  paper: string;
  reply: string | null;
  replier: string | null;
  replied_at: string | null;
};
export type AbsencesTable = { id: string; staff: string; deputy: string; from_at: string; until_at: string };
/** Two cases that may be the same city, the later one first; `state` is open, kept-apart or merged. */
export type DuplicatesTable = { case_id: string; other: string; reasons: string; state: string; paper: string | null };

/** A member from before this system; `facts` is its row as it was imported, in canonical JSON. */
export type MembersTable = {
  city: string;
  row_key: string;
  country: string;
  kind: string;
  name: string;
  native_name: string;
  legal_name: string;
  folded_name: string;
  website: string;
  web_domain: string;
  geo_id: string | null;
  member_since: string;
  news_url: string | null;
  facts: string;
  imported_by: string;
  imported_at: string;
};

export type Row<Table extends keyof Tables> = Selectable<Tables[Table]>;
export type NewRow<Table extends keyof Tables> = Insertable<Tables[Table]>;
