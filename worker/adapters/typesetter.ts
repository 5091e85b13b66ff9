import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { TypesetDocument } from '../../templates/letter.ts';
import { codeOf } from '../../templates/shown-text.ts';
import { glyphsOf } from './glyphs.ts';

// Nothing lies there: pictures are given to the compiler by name, and nothing else may be read.
const workspace = '/nowhere';

export type Typesetter = (document: TypesetDocument) => Uint8Array;

const fontFiles = [
  '400Regular/NotoSans_400Regular.ttf',
  '700Bold/NotoSans_700Bold.ttf',
  '400Regular_Italic/NotoSans_400Regular_Italic.ttf',
];

/**
 * Makes documents into PDF (tagged, PDF/A-2a) with Typst; fonts are read once, here. The same document gives the same
 * bytes on every machine, because only the fonts that come with the project are used: a character that they lack is
 * printed by its number, such as `<U+6771>`. The typesetter throws one plain Error that holds nothing of the data.
 */
export function createTypesetter(): Typesetter {
  const { resolve } = createRequire(import.meta.url);
  const fonts = fontFiles.map((file) => readFileSync(resolve(`@expo-google-fonts/noto-sans/${file}`)));
  const printable = inEach(fonts.map(glyphsOf));
  const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs: fonts }] });
  return (document) => {
    try {
      document.pictures?.forEach((picture, index) =>
        compiler.mapShadow(join(workspace, `picture-${index + 1}`), Buffer.from(picture)),
      );
      return typeset(compiler, document, printable);
    } finally {
      compiler.resetShadow();
      // Typst remembers what it has set, for the whole process; no two letters are alike, so nothing is worth keeping.
      compiler.evictCache(0);
    }
  };
}

function inEach(glyphs: Set<number>[]): Set<number> {
  return new Set(glyphs[0]?.values().filter((code) => glyphs.every((one) => one.has(code))));
}

function typeset(compiler: NodeCompiler, document: TypesetDocument, printable: Set<number>): Uint8Array {
  const { source, inputs, title, author, language, date } = document;
  const printed = Object.entries(inputs).map(([name, value]) => [name, withGlyphsOnly(value, printable)]);
  const content = { mainFileContent: source, inputs: { ...Object.fromEntries(printed), title, author, language } };
  try {
    // Not by way of `compile`: what that gives back is never freed, half a megabyte a letter.
    return compiler.pdf(content, {
      pdfStandard: 'a-2a',
      creationTimestamp: Date.parse(`${date}T12:00:00Z`) / 1000,
    });
  } catch (error) {
    const diagnostics = compiler.compile(content).takeDiagnostics()?.shortDiagnostics ?? diagnosticsOfPdf(error);
    const reasons = diagnostics.map(({ message }: { message: unknown }) => withoutData(String(message)));
    throw new Error(`the letter could not be typeset: ${reasons.join('; ') || 'no reason given'}`);
  }
}

/** Works on JSON as well as on plain text, since what it puts in needs no escape there. */
function withGlyphsOnly(text: string, printable: Set<number>): string {
  return text.replace(/[^\n\x20-\x7e]/gu, (character) =>
    printable.has(character.codePointAt(0) ?? 0) ? character : codeOf(character),
  );
}

/** When the pages could be set but not made into a PDF, the diagnostics come as one printed list. */
function diagnosticsOfPdf(error: unknown): { message: string }[] {
  return [...String(error).matchAll(/message: "((?:[^"\\]|\\.)*)"/g)].map(([, message = '']) => ({ message }));
}

/** Typst quotes what it stumbled over after a colon, a quotation mark or a bracket: people's names could stand there. */
function withoutData(message: string): string {
  const [kept = ''] = /^(PDF\/\S+ error: )?[^"`':([\\{]*/.exec(message) ?? [];
  return kept.trim();
}
