import { PDFiumModule } from '@hyzyla/pdfium';
import type { RefusedBecause } from '../../../domain/upload-findings.ts';
import { limits } from './limits.ts';

/** What is called of PDFium, which runs as WebAssembly: what it reads can harm nothing but its own memory. */
type Pdfium = {
  HEAPU8: Uint8Array;
  HEAP32: Int32Array;
  HEAPF32: Float32Array;
  wasmExports: { malloc(size: number): number; free(place: number): void };
  _FPDF_InitLibraryWithConfig(config: object): void;
  _FPDF_LoadMemDocument(place: number, size: number, password: number): number;
  _FPDF_CloseDocument(document: number): void;
  _FPDF_GetLastError(): number;
  _FPDF_GetSecurityHandlerRevision(document: number): number;
  _FPDF_GetPageCount(document: number): number;
  _FPDF_GetPageSizeByIndexF(document: number, page: number, size: number): number;
  _FPDF_GetSignatureCount(document: number): number;
  _FPDF_GetSignatureObject(document: number, signature: number): number;
  _FPDFSignatureObj_GetByteRange(signature: number, numbers: number, length: number): number;
  _FPDF_LoadPage(document: number, page: number): number;
  _FPDF_ClosePage(page: number): void;
  _FPDFBitmap_CreateEx(width: number, height: number, format: number, place: number, stride: number): number;
  _FPDFBitmap_FillRect(bitmap: number, left: number, top: number, width: number, height: number, fill: number): void;
  _FPDFBitmap_Destroy(bitmap: number): void;
  _FPDF_RenderPageBitmap(
    bitmap: number,
    page: number,
    left: number,
    top: number,
    width: number,
    height: number,
    rotation: number,
    flags: number,
  ): void;
};

/** The pixels of a page, four bytes each: red, green, blue and one that says nothing. */
export type Pixels = { data: Uint8Array; width: number; height: number };

export type OpenPdf = {
  pages: number;
  /** The ByteRange of each signature that readers find in it, as four numbers. */
  signed: string[];
  /** The size of a page (from 0) in points, of which 72 are an inch; null where it has none. */
  size(page: number): { width: number; height: number } | null;
  /** A page with its annotations on white paper, at so many pixels; null where it cannot be drawn. */
  draw(page: number, width: number, height: number): Pixels | null;
  close(): void;
};

let loaded: Promise<Pdfium> | undefined;

/** Opens a PDF, or says why it cannot be opened. */
export async function openPdf(bytes: Uint8Array): Promise<OpenPdf | RefusedBecause> {
  loaded ??= load();
  const pdfium = await loaded;
  const place = pdfium.wasmExports.malloc(bytes.length);
  if (place === 0) return 'too-costly';
  pdfium.HEAPU8.set(bytes, place);
  const document = pdfium._FPDF_LoadMemDocument(place, bytes.length, 0);
  if (document === 0) {
    const why = pdfium._FPDF_GetLastError();
    pdfium.wasmExports.free(place);
    return why === needsPassword || why === unknownSecurity ? 'encrypted' : 'malformed';
  }
  const close = () => {
    pdfium._FPDF_CloseDocument(document);
    pdfium.wasmExports.free(place);
  };
  const pages = pdfium._FPDF_GetPageCount(document);
  const isEncrypted = pdfium._FPDF_GetSecurityHandlerRevision(document) !== notEncrypted;
  if (isEncrypted || pages < 1) {
    close();
    return isEncrypted ? 'encrypted' : 'malformed';
  }
  return {
    pages,
    signed: signaturesIn(pdfium, document),
    size: (page) => sizeOf(pdfium, document, page),
    draw: (page, width, height) => drawn(pdfium, document, page, { width, height }),
    close,
  };
}

// https://pdfium.googlesource.com/pdfium/+/refs/heads/main/public/fpdfview.h
const needsPassword = 4;
const unknownSecurity = 5;
const notEncrypted = -1;
const format = { bgrx: 3 };
const flags = { annotations: 0x01, redFirst: 0x10 };

async function load(): Promise<Pdfium> {
  const pdfium = (await PDFiumModule({})) as unknown as Pdfium;
  const config = { version: 2, m_pIsolate: null, m_pUserFontPaths: null, m_v8EmbedderSlot: 0, m_pPlatform: null };
  pdfium._FPDF_InitLibraryWithConfig(config);
  return pdfium;
}

function sizeOf(pdfium: Pdfium, document: number, page: number): { width: number; height: number } | null {
  const place = pdfium.wasmExports.malloc(8);
  try {
    if (place === 0 || !pdfium._FPDF_GetPageSizeByIndexF(document, page, place)) return null;
    const [width = 0, height = 0] = pdfium.HEAPF32.subarray(place / 4, place / 4 + 2);
    return width > 0 && height > 0 && Number.isFinite(width) && Number.isFinite(height) ? { width, height } : null;
  } finally {
    pdfium.wasmExports.free(place);
  }
}

function signaturesIn(pdfium: Pdfium, document: number): string[] {
  const count = Math.min(pdfium._FPDF_GetSignatureCount(document), limits.signatures);
  const place = pdfium.wasmExports.malloc(16);
  try {
    return Array.from({ length: Math.max(count, 0) }, (_, index) => {
      const signature = pdfium._FPDF_GetSignatureObject(document, index);
      const length = pdfium._FPDFSignatureObj_GetByteRange(signature, place, 4);
      return length === 4 ? pdfium.HEAP32.subarray(place / 4, place / 4 + 4).join(' ') : '';
    });
  } finally {
    pdfium.wasmExports.free(place);
  }
}

function drawn(
  pdfium: Pdfium,
  document: number,
  number: number,
  { width, height }: { width: number; height: number },
): Pixels | null {
  const page = pdfium._FPDF_LoadPage(document, number);
  if (page === 0) return null;
  const stride = width * 4;
  const place = pdfium.wasmExports.malloc(stride * height);
  const bitmap = place === 0 ? 0 : pdfium._FPDFBitmap_CreateEx(width, height, format.bgrx, place, stride);
  try {
    if (bitmap === 0) return null;
    pdfium._FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xff_ff_ff_ff);
    pdfium._FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, flags.annotations | flags.redFirst);
    return { data: pdfium.HEAPU8.slice(place, place + stride * height), width, height };
  } finally {
    if (bitmap !== 0) pdfium._FPDFBitmap_Destroy(bitmap);
    pdfium._FPDF_ClosePage(page);
    pdfium.wasmExports.free(place);
  }
}
