import { execFile, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test } from '@jest/globals';
import { certificatesOf, pemOf } from '../../../worker/adapters/seal/pem.ts';

/** Four programs of others that judge sealed PDFs; each is looked for where `.ci/run` puts it. */
export type JudgeName = 'veraPDF' | 'DSS' | 'pyHanko' | 'pdfsig';

const cache = join(homedir(), '.cache', 'oasc', 'judges');
const veraPdf = process.env['VERAPDF_JAR'] ?? join(cache, 'cli-1.30.2.jar');
const dssJars = join(cache, 'dss');
const pyHankoPath = { PYTHONPATH: [join(cache, 'pyhanko'), process.env['PYTHONPATH'] ?? ''].join(delimiter) };
const hasJava = runs('java', ['-version']);

const present: Record<JudgeName, boolean> = {
  veraPDF: hasJava && existsSync(veraPdf),
  DSS: hasJava && existsSync(join(dssJars, 'dss-pades-pdfbox-6.4.jar')),
  pyHanko: runs('python3', ['-c', 'import pyhanko.__main__'], pyHankoPath),
  pdfsig: runs('pdfsig', ['-v']),
};

const absent = Object.entries(present).flatMap(([name, isThere]) => (isThere ? [] : [name]));
if (absent.length > 0)
  process.stderr.write(
    `\nSKIPPED: what is judged by ${absent.join(', ')}, which cannot be run here; .ci/run says how each is had.\n\n`,
  );

/** A test that needs these judges; skipped, loudly, where one is missing. */
export function judgedBy(...names: JudgeName[]): typeof test | typeof test.skip {
  return names.every((name) => present[name]) ? test : test.skip;
}

/** Whether each file holds to PDF/A-2a, by veraPDF: `PASS` or `FAIL`. */
export async function byVeraPdf(...files: Uint8Array[]): Promise<string[]> {
  return await withFiles(files, async (paths) => {
    const said = await run('java', ['-jar', veraPdf, '-f', '2a', '--format', 'text', ...paths]);
    return paths.map((path) => said.match(new RegExp(`^(\\w+) ${path}`, 'm'))?.[1] ?? 'nothing said');
  });
}

export type DssVerdict = { format: string; indication: string; words: string; times: string; covers: string };

/** What DSS says of each signature in each file: its format, its indication with the reason where it has not passed, errors and warnings, how it found each timestamp, and whether the signature is over the whole file. */
export async function byDss(roots: string, ...files: Uint8Array[]): Promise<DssVerdict[][]> {
  return await withFiles(files, async (paths, folder) => {
    const trusted = mkdtempSync(join(folder, 'roots-'));
    certificatesOf(roots).forEach((one, index) => writeFileSync(join(trusted, `${index}.pem`), pemOf(one)));
    const program = fileURLToPath(new URL('Dss.java', import.meta.url));
    const said = await run('java', ['-cp', join(dssJars, '*'), program, trusted, ...paths]);
    const rows = said.split('\n').map((line) => line.split('\t'));
    return paths.map((path) =>
      rows.flatMap(([file, format = '', indication = '', reason = '', words = '', times = '', covers = '']) =>
        file === path
          ? [
              {
                format,
                indication: reason === 'null' ? indication : `${indication} ${reason}`,
                words,
                times: times.replace(/ null/g, ''),
                covers,
              },
            ]
          : [],
      ),
    );
  });
}

/**
 * What pyHanko says of each signature in a file, such as `INTACT:TRUSTED,UNTOUCHED`, trusting these roots alone. Files with two tables
 * of objects (hybrid) it looks at only when it is not strict.
 */
export async function byPyHanko(roots: string, file: Uint8Array, more: string[] = []): Promise<string[]> {
  return await withFiles([file], async ([path = ''], folder) => {
    const trusted = certificatesOf(roots).flatMap((one, index) => {
      const place = join(folder, `root-${index}.pem`);
      writeFileSync(place, pemOf(one));
      return ['--trust', place];
    });
    const words = [
      '-m',
      'pyhanko',
      'sign',
      'validate',
      '--no-revocation-check',
      '--trust-replace',
      ...trusted,
      ...more,
      path,
    ];
    const said = await run('python3', words, pyHankoPath);
    return [...said.matchAll(/^.*?:[0-9a-f]{64}:(.*)$/gm)].map(([, verdict = '']) => verdict);
  });
}

/** What pdfsig says of each signature in a file, such as `Signature is Valid.`, and whether the whole file is signed. */
export async function byPdfsig(file: Uint8Array): Promise<string[]> {
  return await withFiles([file], async ([path = '']) => {
    const said = await run('pdfsig', ['-nocert', path]);
    return said
      .split(/^Signature #\d+:/m)
      .slice(1)
      .map((one) => {
        const whole = one.match(/- (.*otal document signed)/)?.[1] ?? '';
        return `${one.match(/Signature Validation: (.*)/)?.[1] ?? 'nothing said'} ${whole}`.trim();
      });
  });
}

async function withFiles<Answer>(
  files: Uint8Array[],
  ask: (paths: string[], folder: string) => Promise<Answer>,
): Promise<Answer> {
  const folder = mkdtempSync(join(tmpdir(), 'oasc-judged-'));
  try {
    const paths = files.map((file, index) => {
      const path = join(folder, `${index}.pdf`);
      writeFileSync(path, file);
      return path;
    });
    return await ask(paths, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What a program prints, however it ends: a verdict of no is an exit code too. */
function run(program: string, words: string[], env: NodeJS.ProcessEnv = {}): Promise<string> {
  return new Promise((answer) => {
    execFile(program, words, { env: { ...process.env, ...env }, maxBuffer: 1 << 24 }, (_, stdout, stderr) =>
      answer(`${stdout}\n${stderr}`),
    );
  });
}

function runs(program: string, words: string[], env: NodeJS.ProcessEnv = {}): boolean {
  return spawnSync(program, words, { env: { ...process.env, ...env }, stdio: 'ignore' }).status === 0;
}
