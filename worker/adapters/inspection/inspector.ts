import {
  largestUpload,
  type PagePicture,
  type RefusedBecause,
  type RefusedUpload,
  type UploadFindings,
} from '../../../domain/upload-findings.ts';
import { apart } from './apart.ts';
import { unframed } from './frames.ts';
import { limits } from './limits.ts';
import type { Answers, Question } from './looking.ts';
import { nobodyTrusted, type Trust } from './signatures/certificates.ts';
import { carriesKeyOf } from './signatures/our-key.ts';
import { takingTurns } from './taking-turns.ts';

export type Plugs = {
  /** Whose signatures count, asked for each file. */
  trust?: () => Promise<Trust>;
  within?: typeof limits;
};

/**
 * Looks at uploads, each in a process of its own that sees nothing but the file and ends with it. A process that takes too
 * long, too much memory or dies is an answer like any other.
 */
export function createInspector({ trust = async () => nobodyTrusted, within = limits }: Plugs = {}) {
  const inTurn = takingTurns(within);
  const look = async (question: Question, bytes: Uint8Array, time: number): Promise<Looked | RefusedUpload> => {
    // An empty file and one that is too large never leave this process.
    if (bytes.length === 0) return refused('empty');
    if (bytes.length > largestUpload) return refused('too-large');
    const ended = await inTurn(async () => await apart(question, bytes, { ...within, time }));
    if (!ended) return refused('busy');
    if (ended.kind !== 'answered') return refused(ended.kind === 'over' ? 'too-costly' : 'malformed');
    const answer = unframed<Answers>(ended.frame);
    return answer === null ? refused('malformed') : { kind: 'looked', ...answer };
  };
  return {
    inspect: async (bytes: Uint8Array, at: string): Promise<UploadFindings> => {
      const looked = await look({ ask: 'inspect', trust: await trust(), at }, bytes, within.inspect);
      if (looked.kind === 'refused') return looked;
      return 'findings' in looked.head ? looked.head.findings : refused('malformed');
    },
    pictures: async (bytes: Uint8Array): Promise<PagePicture[] | RefusedUpload> => {
      const looked = await look({ ask: 'pictures' }, bytes, within.pictures);
      if (looked.kind === 'refused') return looked;
      const { head, parts } = looked;
      if ('refused' in head) return refused(head.refused);
      if (!('pictures' in head)) return refused('malformed');
      return head.pictures.map((picture, index) => ({ ...picture, bytes: new Uint8Array(parts[index] ?? []) }));
    },
    // Bytes are looked for and nothing is read, so this can stay in this process.
    carriesOurs: async (bytes: Uint8Array): Promise<boolean> => carriesKeyOf((await trust()).ours, bytes),
  };
}

type Looked = { kind: 'looked'; head: Answers; parts: Buffer[] };

function refused(why: RefusedBecause): RefusedUpload {
  return { kind: 'refused', why };
}
