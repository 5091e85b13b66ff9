import { buffer } from 'node:stream/consumers';
import {
  largestUpload,
  type PagePicture,
  type RefusedBecause,
  type UploadFindings,
} from '../../../domain/upload-findings.ts';
import { type TakenType, typeOf } from './file-type.ts';
import { framed, unframed } from './frames.ts';
import { lookAtPdf } from './look-at-pdf.ts';
import { takeNetworkAway } from './no-network.ts';
import { pictureSizeOf, picturesOf } from './page-pictures.ts';
import type { Trust } from './signatures/certificates.ts';

/** What a process is asked about the one file that it looks at. */
export type Question = { ask: 'inspect'; trust: Trust; at: string } | { ask: 'pictures' };

/** The heads of its answers; the bytes of pictures follow. */
export type Answers =
  | { findings: UploadFindings }
  | { pictures: Omit<PagePicture, 'bytes'>[] }
  | { refused: RefusedBecause };

takeNetworkAway();
// One byte says that everything is loaded: from here on, whatever goes wrong is the file's doing.
process.stdout.write('.');
const asked = unframed<Question>(await buffer(process.stdin));
if (asked) process.stdout.end(await answer(asked.head, asked.parts[0] ?? Buffer.alloc(0)));

async function answer(question: Question, file: Buffer): Promise<Buffer> {
  const bytes = new Uint8Array(file);
  const type = bytes.length > largestUpload ? 'too-large' : await typeOf(bytes);
  if (question.ask === 'inspect') return framed({ findings: await lookAt(bytes, type, question) } satisfies Answers);
  const pictures = isTaken(type) ? await picturesOf(bytes, type) : type;
  if (typeof pictures === 'string') return framed({ refused: pictures } satisfies Answers);
  const heads = pictures.map(({ type: kind, width, height }) => ({ type: kind, width, height }));
  return framed(
    { pictures: heads } satisfies Answers,
    pictures.map((picture) => picture.bytes),
  );
}

function isTaken(type: TakenType | RefusedBecause): type is TakenType {
  return type.includes('/');
}

async function lookAt(
  bytes: Uint8Array,
  type: TakenType | RefusedBecause,
  { trust, at }: { trust: Trust; at: string },
): Promise<UploadFindings> {
  if (!isTaken(type)) return { kind: 'refused', why: type };
  if (type === 'application/pdf') return await lookAtPdf(bytes, trust, at);
  const size = await pictureSizeOf(bytes);
  return typeof size === 'string' ? { kind: 'refused', why: size } : { kind: 'picture', type, ...size };
}
