import type { Instant } from '../../domain/ids.ts';
import type { PagePicture, RefusedUpload, UploadFindings } from '../../domain/upload-findings.ts';

/**
 * Looks at a file that somebody handed in, in a process of its own and within limits of time and memory: whatever the file
 * is, it answers, and nothing of the file runs here.
 */
export type Inspector = {
  /** What a file is, and which signatures it carries, judged at an instant. */
  inspect(bytes: Uint8Array, at: Instant): Promise<UploadFindings>;
  /** Every page of a PDF, or the one picture, as pictures that are safe to show. */
  pictures(bytes: Uint8Array): Promise<PagePicture[] | RefusedUpload>;
  /** Whether the key with which we seal stands in a file somewhere, however damaged the rest of it is. */
  carriesOurs(bytes: Uint8Array): Promise<boolean>;
};
