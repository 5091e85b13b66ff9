import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { letterPdf, type PdfObject, pagesOf } from './pdf-files.ts';

const pages = ['Letter of Intent of Lakowiec', 'Signed by the mayor'];

/** A letter whose table of objects is a stream, with some of them in a stream of objects, as most programs write today. */
export const withXrefStream: Buffer = streamed(pagesOf(pages), false);

/** A letter with a table for old readers and a stream beside it for new ones, as office programs write (ISO 32000-1, 7.5.8.4). */
export const hybrid: Buffer = streamed(pagesOf(pages), true);

/** A letter of this kind is first made as other programs write: none of our own code is in it. */
function streamed(objects: readonly PdfObject[], isHybrid: boolean): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n', 'latin1')];
  const length = () => parts.reduce((sum, part) => sum + part.length, 0);
  const places = new Map<number, number>();
  // The font is what lives in a stream of objects: nothing on the page can be drawn without it.
  const hidden = 3;
  const add = (number: number, text: string | Buffer[]) => {
    places.set(number, length());
    parts.push(Buffer.from(`${number} 0 obj\n`), ...(typeof text === 'string' ? [Buffer.from(text)] : text));
    parts.push(Buffer.from('\nendobj\n'));
  };
  objects.forEach((object, index) => {
    if (index + 1 === hidden) return;
    if (typeof object === 'string') return add(index + 1, object);
    const { dictionary, stream } = object;
    const start = Buffer.from(`<< ${dictionary} /Length ${stream.length} >>\nstream\n`);
    add(index + 1, [start, Buffer.from(stream), Buffer.from('\nendstream')]);
  });
  const [holder, table] = [objects.length + 1, objects.length + 2];
  const inside = `${hidden} 0 ${String(objects[hidden - 1])}`;
  const first = `${hidden} 0 `.length;
  add(holder, `<< /Type /ObjStm /N 1 /First ${first} /Length ${inside.length} >>\nstream\n${inside}\nendstream`);
  const at = length();
  places.set(table, at);
  const row = (type: number, second: number, third: number) => {
    const bytes = Buffer.alloc(6);
    bytes.writeUInt8(type, 0);
    bytes.writeUInt32BE(second, 1);
    bytes.writeUInt8(third, 5);
    return bytes;
  };
  const size = table + 1;
  const rows = Array.from({ length: size }, (_, number) => {
    if (number === hidden) return row(2, holder, 0);
    return number === 0 ? row(0, 0, 255) : row(1, places.get(number) ?? 0, 0);
  });
  const shown = isHybrid ? Buffer.concat([rows[hidden] ?? Buffer.alloc(0)]) : Buffer.concat(rows);
  const index = isHybrid ? `/Index [${hidden} 1]` : '';
  const trailer = `/Size ${size} /Root 1 0 R`;
  parts.push(
    Buffer.from(`${table} 0 obj\n<< /Type /XRef ${trailer} ${index} /W [1 4 1] /Length ${shown.length} >>\nstream\n`),
    shown,
    Buffer.from('\nendstream\nendobj\n'),
  );
  if (!isHybrid) return Buffer.concat([...parts, Buffer.from(`startxref\n${at}\n%%EOF\n`)]);
  const start = length();
  const lines = Array.from({ length: size }, (_, number) => {
    const place = places.get(number);
    return place === undefined ? '0000000000 65535 f \n' : `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  const old = `xref\n0 ${size}\n${lines.join('')}trailer\n<< ${trailer} >>\nstartxref\n${start}\n%%EOF\n`;
  const both = `xref\n0 0\ntrailer\n<< ${trailer} /Prev ${start} /XRefStm ${at} >>\nstartxref\n${start + old.length}\n%%EOF\n`;
  return Buffer.concat([...parts, Buffer.from(old), Buffer.from(both)]);
}

/** The same letter as cairo writes it (poppler's pdftocairo); null where that cannot be run. */
export function byCairo(): Buffer | null {
  if (spawnSync('pdftocairo', ['-v']).error) return null;
  const folder = mkdtempSync(join(tmpdir(), 'oasc-cairo-'));
  try {
    writeFileSync(join(folder, 'in.pdf'), letterPdf);
    execFileSync('pdftocairo', ['-pdf', 'in.pdf', 'out.pdf'], { cwd: folder, stdio: 'ignore' });
    return readFileSync(join(folder, 'out.pdf'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
