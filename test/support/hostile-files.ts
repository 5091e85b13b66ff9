import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';
import type { RefusedBecause } from '../../domain/upload-findings.ts';
import { letterPdf, type PdfObject, pagesOf, pdfOf } from './pdf-files.ts';

/** A file that somebody might send to harm or to test the service, and why it is refused. */
export type HostileFile = { what: string; bytes: Buffer; why: RefusedBecause };

/** Files against which an upload must hold; made here, so that none of them lies about. */
export async function hostileFiles(): Promise<HostileFile[]> {
  const photo = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#8a4b00' } })
    .jpeg()
    .toBuffer();
  return [
    { what: 'nothing at all', bytes: Buffer.alloc(0), why: 'empty' },
    { what: 'more than 20 MB', bytes: Buffer.alloc(20 * 1024 * 1024 + 1, '%PDF-1.7 '), why: 'too-large' },
    { what: 'a web page', bytes: Buffer.from('<!doctype html><script>alert(1)</script>'), why: 'other-type' },
    { what: 'an archive', bytes: emptyArchive(), why: 'other-type' },
    { what: 'a moving picture', bytes: Buffer.from('GIF89a\u0001\0\u0001\0\0\0\0;', 'latin1'), why: 'other-type' },
    {
      what: 'a drawing with a program in it',
      bytes: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>'),
      why: 'other-type',
    },
    { what: 'a letter that is an archive, too', bytes: Buffer.concat([letterPdf, emptyArchive()]), why: 'two-in-one' },
    { what: 'a photograph that is an archive, too', bytes: Buffer.concat([photo, emptyArchive()]), why: 'two-in-one' },
    { what: 'a letter behind a password', bytes: lockedPdf(), why: 'encrypted' },
    { what: 'the head of a letter', bytes: letterPdf.subarray(0, 12), why: 'malformed' },
    {
      what: 'a letter without pages',
      bytes: pdfOf(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Count 0 /Kids [] >>']),
      why: 'malformed',
    },
    { what: 'a photograph cut short', bytes: photo.subarray(0, 60), why: 'malformed' },
    {
      what: 'a letter of 41 pages',
      bytes: pdfOf(pagesOf(Array.from({ length: 41 }, (_, page) => `Page ${page}`))),
      why: 'too-many-pages',
    },
    { what: 'a picture of 90 by 90 thousand pixels', bytes: hugePng(90_000, 90_000), why: 'too-many-pixels' },
    {
      what: 'a picture of 2 by 2 thousand million pixels',
      bytes: hugePng(2_147_483_647, 2_147_483_647),
      why: 'malformed',
    },
    { what: 'a letter whose page tree is a circle', bytes: circle(), why: 'malformed' },
    { what: 'a letter whose tables refer to each other for ever', bytes: endlessTables(), why: 'malformed' },
  ];
}

/** What becomes of a page that takes what it can once it is drawn: given up, or drawn at this size. */
export type Bomb = { what: string; bytes: Buffer; drawn: 'too-costly' | [width: number, height: number] };

export function bombs(): Bomb[] {
  return [
    { what: 'a page of 800 million spaces in a few kilobytes', bytes: deflateBomb(), drawn: 'too-costly' },
    {
      what: 'a page that draws itself ten times on itself, eight levels deep',
      bytes: nestedForms(10, 8),
      drawn: 'too-costly',
    },
    { what: 'a page with a picture of 60 by 60 thousand pixels', bytes: pictureBomb(60_000), drawn: [1239, 1754] },
    {
      what: 'a page of thousands of miles',
      bytes: pdfOf(pagesOf(['Far away'], '0 0 99999999 99999999')),
      drawn: [1754, 1754],
    },
    { what: 'a page without an extent', bytes: pdfOf(pagesOf(['Nowhere'], '0 0 0 0')), drawn: [1275, 1650] },
    { what: 'a page as thin as a hair', bytes: pdfOf(pagesOf(['Thin'], '0 0 0.001 842')), drawn: [1, 1754] },
    { what: 'a path of twenty thousand clippings', bytes: pathBomb(), drawn: 'too-costly' },
    { what: 'one page that says that it is thousands of millions', bytes: pagesWithoutEnd(), drawn: [1239, 1754] },
  ];
}

function emptyArchive(): Buffer {
  return Buffer.from(`PK\u0005\u0006${'\0'.repeat(18)}`, 'latin1');
}

function lockedPdf(): Buffer {
  const key = 'ab'.repeat(32);
  const locked = `/Encrypt << /Filter /Standard /V 1 /R 2 /O <${key}> /U <${key}> /P -44 >> /ID [<${key}> <${key}>]`;
  return pdfOf(pagesOf(['Nobody reads this']), locked);
}

function hugePng(width: number, height: number): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const frame = Buffer.alloc(8);
    frame.writeUInt32BE(data.length, 0);
    frame.writeUInt32BE(crc32(body), 4);
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
  };
  const start = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    start,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.alloc(1000))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function circle(): Buffer {
  return pdfOf(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Count 1 /Kids [2 0 R] /Parent 2 0 R >>']);
}

function endlessTables(): Buffer {
  const [start] = letterPdf.toString('latin1').split('xref\n');
  const at = start?.length ?? 0;
  return Buffer.from(
    `${start}xref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size 9 /Prev ${at} >>\nstartxref\n${at}\n%%EOF`,
    'latin1',
  );
}

function pagesWithoutEnd(): Buffer {
  const [catalogue = '', , ...rest] = pagesOf(['One']);
  return pdfOf([catalogue, '<< /Type /Pages /Count 2147483647 /Kids [4 0 R] >>', ...rest]);
}

function deflateBomb(): Buffer {
  const once = deflateSync(Buffer.alloc(400 * 1024 * 1024, ' '));
  return withContent({ dictionary: '/Filter [/FlateDecode /FlateDecode]', stream: deflateSync(Buffer.concat([once])) });
}

function withContent(content: PdfObject, more: readonly PdfObject[] = [], resources = ''): Buffer {
  const page = `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << ${resources} >> /Contents 5 0 R >>`;
  const [catalogue = '', pages = '', font = ''] = pagesOf(['One']);
  return pdfOf([catalogue, pages, font, page, content, ...more]);
}

function nestedForms(times: number, depth: number): Buffer {
  const first = 6;
  const form = (level: number): PdfObject => ({
    dictionary: `/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /X ${first + level + 1} 0 R >> >>`,
    stream: Buffer.from(level === depth ? '0 0 595 842 re f' : '/X Do '.repeat(times)),
  });
  const levels = Array.from({ length: depth + 1 }, (_, level) => form(level));
  return withContent({ dictionary: '', stream: Buffer.from('/X Do') }, levels, `/XObject << /X ${first} 0 R >>`);
}

function pictureBomb(side: number): Buffer {
  const picture = {
    dictionary: `/Type /XObject /Subtype /Image /Width ${side} /Height ${side} /BitsPerComponent 8 /ColorSpace /DeviceRGB /Filter /FlateDecode`,
    stream: deflateSync(Buffer.alloc(50_000_000)),
  };
  return withContent(
    { dictionary: '', stream: Buffer.from('595 0 0 842 0 0 cm /P Do') },
    [picture],
    '/XObject << /P 6 0 R >>',
  );
}

/** A page whose paths take minutes to draw. */
export function pathBomb(): Buffer {
  const operations = '0 0 m 595 842 l 595 0 l h W n '.repeat(20_000) + '0 0 595 842 re f '.repeat(200_000);
  return withContent({ dictionary: '/Filter /FlateDecode', stream: deflateSync(operations) });
}
