import type { MailContent, MailOrder } from '../../activities/mail.ts';
import { sha256 } from '../../domain/canonical.ts';
import type { ReasonPaper, StatementPaper } from '../../domain/case-papers.ts';
import { findAnnouncement } from '../../records/announcements.ts';
import type { CaseRow } from '../../records/cases.ts';
import { viewOf } from '../../records/cases.ts';
import { findLink, type LinkPurpose, writeLink } from '../../records/links.ts';
import { bodyOf, readPaper } from '../../records/papers.ts';
import type { Person } from '../../records/people.ts';
import { codeDigits, linkToken } from '../../records/secrets.ts';
import { everybody } from '../../records/staff.ts';
import type { Mail } from '../../templates/mails/mail.ts';
import type { Post } from './mailroom.ts';
import { questionIn } from './question-mail.ts';

type Recipient = { row: CaseRow; person: Person };
/** `shown` is the copy that is kept: placeholders stand where the link and the code are in the `real` one. */
type Form = 'shown' | 'real';

/** The content of a mail, with all that its order names only by id. */
export async function contentOf(post: Post, order: MailOrder, recipient: Recipient, form: Form): Promise<Mail> {
  const { content } = order;
  const { row, person } = recipient;
  const link = await linkIn(post, order, recipient, form);
  const frame = { city: row.name, link };
  switch (content.kind) {
    case 'application-received':
      return { ...frame, kind: content.kind, answerBy: content.by, ...received(row) };
    case 'answers-received':
      return { ...frame, kind: content.kind, answerBy: content.by };
    case 'changes-wanted':
    case 'letter-returned':
    case 'words-returned':
    case 'rejected':
    case 'on-hold':
    case 'letter-void':
    case 'letter-reissued':
      return { ...frame, ...(await withReason(post, content)) };
    case 'superseded':
    case 'question':
    case 'reply':
      return { ...frame, ...(await questionIn(post.records.database, row.id, content)) };
    case 'withdrawn':
    case 'declined':
    case 'words-agreed':
    case 'reminder':
    case 'lapsed':
    case 'extended':
    case 'runs-out':
    case 'resumed':
    case 'waived':
      return { ...frame, ...content };
    case 'letter-to-sign': {
      const { kind, by, pages, sha256: fingerprint } = content;
      return { ...frame, kind, signatory: person.name, title: person.title ?? '', by, pages, fingerprint };
    }
    case 'code': {
      const { kind, purpose, until, sha256: fingerprint } = content;
      const code = form === 'shown' ? '[code]' : codeDigits(post.secret, content.code);
      return { ...frame, kind, code, purpose, until, fingerprint };
    }
    case 'member': {
      const statusLink = await linkIn(post, order, recipient, form, 'status');
      return { ...frame, kind: content.kind, memberSince: content.memberSince, statementBy: content.by, statusLink };
    }
    case 'words-to-confirm':
      return { ...frame, kind: content.kind, speaker: await speakerIn(post, recipient), by: content.by };
    case 'announced':
      return { ...frame, kind: content.kind, ...(await articleIn(post, content.announcement)) };
    case 'new-link': {
      const found = await findLink(post.records.database, content.link);
      const until = { at: found?.ends_at ?? order.at, zone: row.zone };
      return { ...frame, kind: content.kind, purpose: found?.purpose ?? 'status', until };
    }
    default:
      return content satisfies never;
  }
}

function received({ reference, applied_at: at, zone }: CaseRow) {
  return { reference, at, zone };
}

type WithReason = Extract<
  MailContent,
  {
    kind:
      | 'changes-wanted'
      | 'letter-returned'
      | 'words-returned'
      | 'rejected'
      | 'on-hold'
      | 'letter-void'
      | 'letter-reissued';
  }
>;

async function withReason({ records }: Post, content: WithReason) {
  const { reason } = await bodyOf<ReasonPaper>(records.database, content.paper);
  if (content.kind === 'rejected' || content.kind === 'letter-void') return { kind: content.kind, reason };
  if (content.kind === 'letter-reissued') {
    const { kind, by, pages, sha256: fingerprint } = content;
    return { kind, reason, by, pages, fingerprint };
  }
  if (content.kind === 'on-hold') return { kind: content.kind, reason, until: content.until };
  if (content.kind !== 'changes-wanted') return { kind: content.kind, reason, by: content.by };
  const actor = (await readPaper(records.database, content.paper))?.actor;
  const reviewer = (await everybody(records.database)).find(({ id }) => id === actor)?.name ?? '';
  return { kind: content.kind, reason, reviewer, by: content.by };
}

/** The link of a mail: made for its reader, for one purpose, and living as long as the network says from the mail's own time. */
async function linkIn(
  post: Post,
  order: MailOrder,
  { row, person }: Recipient,
  form: Form,
  other?: LinkPurpose,
): Promise<string> {
  if (form === 'shown') return '[link]';
  const { content } = order;
  const id = content.kind === 'new-link' ? content.link : sha256(`${other ?? 'link'} of ${order.id}`).slice(0, 32);
  if (content.kind !== 'new-link') {
    const purpose = other ?? purposeOf(content);
    const ends = new Date(Date.parse(order.at) + post.network.linkDays * 86_400_000).toISOString();
    await writeLink(post.records.database, { id, case_id: row.id, person: person.id, purpose, ends_at: ends });
  }
  return `${post.address}/join/${linkToken(post.secret, id)}`;
}

function purposeOf(content: Exclude<MailContent, { kind: 'new-link' }>): LinkPurpose {
  switch (content.kind) {
    case 'letter-to-sign':
    case 'letter-returned':
    case 'letter-void':
    case 'letter-reissued':
      return 'letter';
    case 'member':
    case 'words-returned':
      return 'statement';
    case 'words-to-confirm':
      return 'words';
    case 'code':
      return content.purpose;
    case 'reminder':
    case 'extended':
    case 'runs-out':
      return content.what === 'answers' || content.what === 'others' ? 'status' : content.what;
    default:
      return 'status';
  }
}

async function speakerIn({ records }: Post, { row, person }: Recipient): Promise<string> {
  const { stage } = viewOf(row);
  if (stage.stage !== 'statement' || !stage.words) return person.name;
  const { statement } = await bodyOf<StatementPaper>(records.database, stage.words.paper);
  return statement.speaker.printedName ?? statement.speaker.name;
}

async function articleIn(
  { records, address }: Post,
  announcement: string,
): Promise<{ title: string; address: string }> {
  const row = await findAnnouncement(records.database, announcement, 1);
  return { title: row?.title ?? '', address: `${address}/news/${row?.slug ?? ''}/` };
}
