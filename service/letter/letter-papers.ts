import type { Sha256 } from '../../domain/ids.ts';
import { membershipOf, type Onboarding, type Signature } from '../../domain/onboarding/state.ts';
import { readDocument } from '../../records/documents-kept.ts';
import type { Door } from '../door.ts';
import { issued } from '../visitor-questions.ts';

/** A document about the letter that its city may read: the last part of its address, and what it is. Size in bytes. */
export type LetterPaper = { kind: LetterPaperKind; name: string; type: string; size: number };
export type LetterPaperKind = 'final' | 'certificate' | 'as-signed' | 'issued';

/** What a city may read of its letter, the newest first: as both signed it, with its certificate, as it came in, as it was issued. */
export async function letterPapers(door: Door, city: Onboarding): Promise<LetterPaper[]> {
  const { database } = door.records;
  const papers: LetterPaper[] = [];
  for (const { kind, name, sha256 } of documentsToRead(city)) {
    const row = await database.selectFrom('documents').selectAll().where('sha256', '=', sha256).executeTakeFirst();
    if (row) papers.push({ kind, name: named(name, row.type), type: row.type, size: row.size });
  }
  return papers;
}

/** One of these documents by its name; null where the city has none of that name. */
export async function letterPaper(
  door: Door,
  city: Onboarding,
  name: string,
): Promise<{ bytes: Uint8Array; type: string } | null> {
  const asked = documentsToRead(city).find((one) => one.name === name.replace(/\.[a-z]+$/, ''));
  const document = asked ? await readDocument(door.records, asked.sha256) : null;
  return document && asked && named(asked.name, document.type) === name ? document : null;
}

function documentsToRead(city: Onboarding): { kind: LetterPaperKind; name: string; sha256: Sha256 }[] {
  const member = membershipOf(city.stage);
  const letter = issued(city);
  const cameIn = signaturesOf(city).filter(({ signing }) => signing !== 'electronic');
  return [
    ...(member ? [{ kind: 'final' as const, name: 'signed-letter', sha256: member.finalSha256 }] : []),
    ...(member?.certificateSha256
      ? [{ kind: 'certificate' as const, name: 'completion-certificate', sha256: member.certificateSha256 }]
      : []),
    ...cameIn.map(({ sha256 }, index) => ({
      kind: 'as-signed' as const,
      name: `letter-as-signed-${index + 1}`,
      sha256,
    })),
    ...(letter ? [{ kind: 'issued' as const, name: 'letter', sha256: letter.sha256 }] : []),
  ];
}

/** The signatures that stand under the letter now, those of a member's letter too. */
function signaturesOf({ stage }: Onboarding): Signature[] {
  const member = membershipOf(stage);
  if (member) return member.signatures;
  const letter = 'from' in stage ? stage.from : stage;
  return letter.stage === 'letter' ? letter.signatories.flatMap(({ signature }) => (signature ? [signature] : [])) : [];
}

function named(name: string, type: string): string {
  const endings: Record<string, string> = { 'application/pdf': 'pdf', 'image/jpeg': 'jpg', 'image/png': 'png' };
  return `${name}.${endings[type] ?? 'bin'}`;
}
