import type { FoundAtUpload, PictureKept, ScanPaper } from '../../domain/case-papers.ts';
import {
  bytesInDoubt,
  levelFound,
  levelInDoubt,
  type PagePicture,
  type RefusedUpload,
  signingFound,
  type UploadFindings,
} from '../../domain/upload-findings.ts';
import { uploadRefused } from '../../domain/upload-refused.ts';
import { keepDocument } from '../../records/documents-kept.ts';
import { type Answer, wrong, yes } from '../answer.ts';
import type { Door } from '../door.ts';

/** What a handed-in letter is: how it was signed, what that is worth as it was found, and its pages as pictures. */
export type UploadLooked = { found: FoundAtUpload; type: string; pictures: PagePicture[] };

/**
 * Looks at a letter that was handed in, apart from everything here; `issued` is the letter as it was sent out, which a file
 * signed elsewhere should begin with. What is not taken is told at `field`, with what to do. Nothing is kept yet.
 */
export async function lookAtUpload(
  door: Door,
  file: Uint8Array,
  { field, issued }: { field: string; issued: Uint8Array | null },
): Promise<Answer<UploadLooked>> {
  const found = await door.inspector.inspect(file, door.clock.now());
  if (found.kind === 'refused') return wrong(field, uploadRefused[found.why]);
  const pictures = await door.inspector.pictures(file);
  if (isRefused(pictures)) return wrong(field, uploadRefused[pictures.why]);
  return yes({ found: judged(found, file, issued), type: typeOf(found), pictures });
}

/** Keeps a letter as it came, and the pictures of its pages, so that nobody has to open the file; answers with its paper. */
export async function keepUpload(
  { records }: Door,
  file: Uint8Array,
  { found, type, pictures }: UploadLooked,
  said: Pick<ScanPaper, 'signatory' | 'signedOn'>,
): Promise<ScanPaper> {
  await keepDocument(records, file, type);
  const kept: PictureKept[] = [];
  for (const { bytes, ...picture } of pictures)
    kept.push({ ...picture, sha256: await keepDocument(records, bytes, picture.type) });
  return { ...said, type, size: file.length, pictures: kept, found };
}

function isRefused(pictures: PagePicture[] | RefusedUpload): pictures is RefusedUpload {
  return !Array.isArray(pictures);
}

type Taken = Exclude<UploadFindings, RefusedUpload>;

function typeOf(found: Taken): string {
  return found.kind === 'picture' ? found.type : 'application/pdf';
}

/** Signed by hand, or elsewhere: then its bytes and its level are flagged where they are in doubt. */
function judged(found: Taken, file: Uint8Array, issued: Uint8Array | null): FoundAtUpload {
  const signatures = found.kind === 'pdf' ? found.signatures : [];
  if (signingFound(found) === 'scan')
    return { signing: 'scan', level: { claimed: 'hand-signed', verified: 'hand-signed' }, flags: [], signatures };
  const isOurs = issued !== null && Buffer.compare(file.subarray(0, issued.length), issued) === 0;
  return {
    signing: 'elsewhere',
    level: levelFound(found),
    flags: [
      ...(isOurs && !bytesInDoubt(found) ? [] : ['bytes' as const]),
      ...(levelInDoubt(found) ? ['level' as const] : []),
    ],
    signatures,
  };
}
