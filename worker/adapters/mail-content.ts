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
import { listStaff } from '../../records/staff.ts';
import type { Mail } from '../../templates/mails/mail.ts';
import type { Post } from './mailroom.ts';

type Recipient = { row: CaseRow; person: Person };
/** `shown` is the copy that is kept: placeholders stand where the link and the code are in the `real` one. */
type Form = 'shown' | 'real';

/** The content of a mail, with all that its order names only by id. */
export async function contentOf(post: Post, order: MailOrder, recipient: Recipient, form: Form): Promise<Mail> {
  const { content } = order;
  const { row, person } = recipient;
  const city = row.name;
  const link = await linkIn(post, order, recipient, form);
  switch (content.kind) {
    case 'application-received':
      return {
        kind: content.kind,
        city,
        reference: row.reference,
        at: row.applied_at,
        zone: row.zone,
        answerBy: content.by,
        link,
      };
    case 'answers-received':
      return { kind: content.kind, city, answerBy: content.by, link };
    case 'changes-wanted': {
      const { reason, author } = await reasonIn(post, content.paper);
      return { kind: content.kind, city, reason, reviewer: author, by: content.by, link };
    }
    case 'letter-returned':
    case 'words-returned':
      return { kind: content.kind, city, reason: (await reasonIn(post, content.paper)).reason, by: content.by, link };
    case 'rejected':
      return { kind: content.kind, city, reason: (await reasonIn(post, content.paper)).reason, link };
    case 'withdrawn':
    case 'declined':
    case 'words-agreed':
      return { kind: content.kind, city, link };
    case 'letter-to-sign':
      return {
        kind: content.kind,
        city,
        signatory: person.name,
        title: person.title ?? '',
        by: content.by,
        fingerprint: content.sha256,
        pages: content.pages,
        link,
      };
    case 'code': {
      const code = form === 'shown' ? '[code]' : codeDigits(post.secret, content.code);
      return {
        kind: content.kind,
        city,
        code,
        purpose: content.purpose,
        until: content.until,
        fingerprint: content.sha256,
        link,
      };
    }
    case 'reminder':
      return {
        kind: content.kind,
        city,
        what: content.what,
        by: content.by,
        number: content.number,
        of: content.of,
        link,
      };
    case 'lapsed':
      return { kind: content.kind, city, what: content.what, link };
    case 'member':
      return {
        kind: content.kind,
        city,
        memberSince: content.memberSince,
        statementBy: content.by,
        link,
        statusLink: await linkIn(post, order, recipient, form, 'status'),
      };
    case 'words-to-confirm':
      return { kind: content.kind, city, speaker: await speakerIn(post, recipient), by: content.by, link };
    case 'waived':
      return { kind: content.kind, city, what: content.what, link };
    case 'announced':
      return { kind: content.kind, city, ...(await articleIn(post, content.announcement)), link };
    case 'new-link': {
      const until = (await findLink(post.records.database, content.link))?.ends_at ?? order.at;
      return { kind: content.kind, city, until: { at: until, zone: row.zone }, link };
    }
    default:
      return content satisfies never;
  }
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
      return 'letter';
    case 'member':
    case 'words-returned':
      return 'statement';
    case 'words-to-confirm':
      return 'words';
    case 'code':
      return content.purpose;
    case 'reminder':
      return content.what === 'answers' ? 'status' : content.what;
    default:
      return 'status';
  }
}

async function reasonIn({ records }: Post, paper: string): Promise<{ reason: string; author: string }> {
  const written = await readPaper(records.database, paper);
  const { reason } = await bodyOf<ReasonPaper>(records.database, paper);
  const author = (await listStaff(records.database)).find(({ id }) => id === written?.actor)?.name;
  return { reason, author: author ?? '' };
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
  const row = await findAnnouncement(records.database, announcement);
  return { title: row?.title ?? '', address: `${address}/news/${row?.slug ?? ''}/` };
}
