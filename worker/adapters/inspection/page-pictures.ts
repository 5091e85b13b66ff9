import sharp, { type Sharp } from 'sharp';
import { mostPages, mostPixels, type PagePicture, type RefusedBecause } from '../../../domain/upload-findings.ts';
import type { TakenType } from './file-type.ts';
import { largestPng, pictureSize } from './limits.ts';
import { type OpenPdf, openPdf, type Pixels } from './pdfium.ts';

// A process looks at one file and ends: nothing is worth keeping, and one thread is what its limits allow for.
sharp.cache(false);
sharp.concurrency(1);

/** Every page of a PDF, or the picture itself, made anew at most 150 dots per inch; a reason where it cannot be. */
export async function picturesOf(bytes: Uint8Array, type: TakenType): Promise<PagePicture[] | RefusedBecause> {
  if (type !== 'application/pdf') return await pictureMadeAnew(bytes);
  const pdf = await openPdf(bytes);
  if (typeof pdf === 'string') return pdf;
  if (pdf.pages > mostPages) return 'too-many-pages';
  const pictures: PagePicture[] = [];
  for (let page = 0; page < pdf.pages; page += 1) {
    const pixels = drawPage(pdf, page, pictureSize);
    if (!pixels) return 'malformed';
    pictures.push(await encoded(fromPixels(pixels)));
  }
  return pictures;
}

/** A page, no larger than a side in pixels and a number of dots per inch allow; null where it cannot be drawn. */
export function drawPage(pdf: OpenPdf, page: number, { side, dots }: { side: number; dots: number }): Pixels | null {
  const size = pdf.size(page);
  if (!size) return null;
  const scale = Math.min(dots / 72, side / Math.max(size.width, size.height));
  return pdf.draw(page, pixels(size.width * scale), pixels(size.height * scale));
}

function pixels(length: number): number {
  return Math.max(1, Math.round(length));
}

/** Its dimensions are read before anything of it is unpacked. */
async function pictureMadeAnew(bytes: Uint8Array): Promise<PagePicture[] | RefusedBecause> {
  const size = await pictureSizeOf(bytes);
  if (typeof size === 'string') return size;
  const { side } = pictureSize;
  try {
    const picture = sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error' })
      .autoOrient()
      .flatten({ background: '#ffffff' })
      .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true });
    return [await encoded(picture)];
  } catch {
    return 'malformed';
  }
}

/** Width and height of a picture as its head tells them, turned as a viewer turns it; or why it is not taken. */
export async function pictureSizeOf(bytes: Uint8Array): Promise<{ width: number; height: number } | RefusedBecause> {
  try {
    const { width, height, autoOrient } = await sharp(bytes, { limitInputPixels: false }).metadata();
    if (width < 1 || height < 1) return 'malformed';
    return width * height > mostPixels ? 'too-many-pixels' : autoOrient;
  } catch {
    return 'malformed';
  }
}

function fromPixels({ data, width, height }: Pixels): Sharp {
  return sharp(data, { raw: { width, height, channels: 4 } });
}

/** As PNG where that stays small, else as JPEG; without transparency and without metadata. */
async function encoded(picture: Sharp): Promise<PagePicture> {
  const { data: plain, info } = await picture
    .removeAlpha()
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  const raw = () => sharp(plain, { raw: { width, height, channels } });
  const png = await raw().png({ compressionLevel: 9 }).toBuffer();
  if (png.length <= largestPng) return { bytes: png, type: 'image/png', width, height };
  return { bytes: await raw().jpeg({ quality: 80 }).toBuffer(), type: 'image/jpeg', width, height };
}
