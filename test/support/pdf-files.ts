import { deflateSync } from 'node:zlib';

/** An object of a PDF, without its number: its dictionary or value, and what is in its stream. */
export type PdfObject = string | { dictionary: string; stream: Uint8Array };

/** A whole PDF of these objects, numbered from 1; the first is its catalogue. */
export function pdfOf(objects: readonly PdfObject[], trailer = ''): Buffer {
  return revision(
    Buffer.from('%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n', 'latin1'),
    new Map(objects.map((one, index) => [index + 1, one])),
    {
      size: objects.length + 1,
      root: 1,
      more: trailer,
    },
  );
}

/** The same file with objects added at its end, or set anew under their numbers (an incremental update). */
export function addedTo(pdf: Buffer, objects: ReadonlyMap<number, PdfObject>): Buffer {
  const text = pdf.toString('latin1');
  const before = Number(/\d+/.exec(text.slice(text.lastIndexOf('startxref')))?.[0]);
  const sizes = [...text.matchAll(/\/Size (\d+)/g)].map(([, found]) => Number(found));
  const size = Math.max(...sizes, ...[...objects.keys()].map((key) => key + 1));
  const start = Buffer.concat([pdf, Buffer.from('\n')]);
  return revision(start, objects, { size, root: rootOf(pdf), more: `/Prev ${before}` });
}

/** The number of a PDF's catalogue. */
export function rootOf(pdf: Buffer): number {
  return Number([...pdf.toString('latin1').matchAll(/\/Root (\d+) 0 R/g)].at(-1)?.[1]);
}

function revision(
  start: Buffer,
  objects: ReadonlyMap<number, PdfObject>,
  { size, root, more }: { size: number; root: number; more: string },
): Buffer {
  const parts = [start];
  const places = new Map<number, number>();
  let length = start.length;
  const add = (part: Buffer) => {
    parts.push(part);
    length += part.length;
  };
  for (const [number, object] of [...objects].toSorted(([one], [other]) => one - other)) {
    places.set(number, length);
    add(Buffer.from(`${number} 0 obj\n`));
    if (typeof object === 'string') add(Buffer.from(object, 'latin1'));
    else {
      add(Buffer.from(`<< ${object.dictionary} /Length ${object.stream.length} >>\nstream\n`, 'latin1'));
      add(Buffer.from(object.stream));
      add(Buffer.from('\nendstream'));
    }
    add(Buffer.from('\nendobj\n'));
  }
  const table = [...places].map(([number, place]) => `${number} 1\n${String(place).padStart(10, '0')} 00000 n \n`);
  const at = length;
  add(
    Buffer.from(
      `xref\n0 1\n0000000000 65535 f \n${table.join('')}trailer\n<< /Size ${size} /Root ${root} 0 R ${more} >>\nstartxref\n${at}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(parts);
}

/** Pages of A4, each with a line of text. */
export function pagesOf(lines: readonly string[], mediaBox = '0 0 595 842'): PdfObject[] {
  const font = 3;
  const kids = lines.map((_, index) => `${font + 1 + index * 2} 0 R`).join(' ');
  return [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${lines.length} /Kids [${kids}] >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...lines.flatMap((line, index) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [${mediaBox}] /Resources << /Font << /F 3 0 R >> >> /Contents ${font + 2 + index * 2} 0 R >>`,
      contentOf(line),
    ]),
  ];
}

/** What draws one line of text on a page. */
export function contentOf(line: string): PdfObject {
  return { dictionary: '/Filter /FlateDecode', stream: deflateSync(`BT /F 24 Tf 72 700 Td (${line}) Tj ET`) };
}

/** A letter as a town might send it: two pages. */
export const letterPdf = pdfOf(pagesOf(['Letter of Intent of Lakowiec', 'Signed by the mayor']));
