import { execFileSync, spawnSync } from 'node:child_process';
import { test } from '@jest/globals';

const missing = ['pdfinfo', 'pdftotext', 'pdffonts'].filter((tool) => spawnSync(tool, ['-v']).error !== undefined);

if (missing.length > 0)
  console.warn(`SKIPPED: tests that read a PDF, because ${missing.join(', ')} cannot be run (Debian: poppler-utils)`);

/** A test that reads a PDF with poppler's tools; where they are missing it is skipped, and a warning says so. */
export const testWithPoppler = missing.length > 0 ? test.skip : test;

/** The text of a PDF in reading order, with every run of spaces and line ends as one space. */
export function textOf(pdf: Uint8Array): string {
  return run('pdftotext', pdf, ['-', '-']).replace(/\s+/g, ' ').trim();
}

/** What `pdfinfo` says of a PDF, by its labels: `Tagged`, `Title`, `CreationDate` and so on (times in UTC). */
export function factsOf(pdf: Uint8Array): Record<string, string> {
  const lines = run('pdfinfo', pdf, ['-']).trim().split('\n');
  return Object.fromEntries(lines.map((line) => [line.split(':')[0] ?? '', line.replace(/^[^:]*:\s*/, '')]));
}

/** The names of the fonts in a PDF without the prefix of their subset, in alphabetical order. */
export function fontsOf(pdf: Uint8Array): string[] {
  const rows = run('pdffonts', pdf, ['-']).trim().split('\n').slice(2);
  return rows.map((row) => row.split(/\s+/)[0]?.replace(/^[A-Z]{6}\+/, '') ?? '').toSorted();
}

function run(tool: string, pdf: Uint8Array, options: string[]): string {
  const environment = { ...process.env, TZ: 'UTC' };
  return execFileSync(tool, options, {
    input: pdf,
    encoding: 'utf8',
    env: environment,
    stdio: ['pipe', 'pipe', 'ignore'],
  });
}
