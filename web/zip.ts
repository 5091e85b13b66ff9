import { buffer } from 'node:stream/consumers';
import yazl from 'yazl';
import type { ExportedFile } from '../service/case-export.ts';

/** Files in one folder of a ZIP file; their time is none, so that the same files give the same bytes. */
export async function zipped(folder: string, files: readonly ExportedFile[]): Promise<Uint8Array<ArrayBuffer>> {
  const zip = new yazl.ZipFile();
  for (const { path, bytes } of files)
    zip.addBuffer(Buffer.from(bytes), `${folder}/${path}`, { mtime: new Date(0), forceDosTimestamp: true });
  zip.end();
  return new Uint8Array(await buffer(zip.outputStream));
}
