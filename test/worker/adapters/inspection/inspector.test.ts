import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, describe, expect, test } from '@jest/globals';
import sharp from 'sharp';
import { createInspector } from '../../../../worker/adapters/inspection/inspector.ts';
import { limits } from '../../../../worker/adapters/inspection/limits.ts';
import { projectFolder } from '../../../../worker/settings.ts';
import { bombs, hostileFiles, pathBomb } from '../../../support/hostile-files.ts';
import { letterPdf } from '../../../support/pdf-files.ts';

const inspector = createInspector();
const noNetwork = join(projectFolder(), 'worker/adapters/inspection/no-network.ts');
const at = '2027-03-02T09:00:00.000Z';

afterAll(() => {
  expect(processesLookingAtFiles()).toEqual([]);
});

/** The processes that look at files now, as the system lists them. */
function processesLookingAtFiles(): string[] {
  const own = `${process.pid}`;
  return readdirSync('/proc').filter((id) => {
    if (!/^\d+$/.test(id)) return false;
    const { stdout } = spawnSync('cat', [`/proc/${id}/stat`, `/proc/${id}/cmdline`], { encoding: 'latin1' });
    return stdout.includes('inspection/looking.ts') && stdout.split(' ')[3] === own;
  });
}

describe('What a town sends as its signed letter', () => {
  test('A letter of two pages is a PDF that nobody signed inside', async () => {
    expect(await inspector.inspect(letterPdf, at)).toEqual({ kind: 'pdf', pages: 2, signatures: [], additions: false });
  });

  test('Words behind the end of a letter are noticed', async () => {
    const longer = Buffer.concat([letterPdf, Buffer.from('one more line\n')]);
    expect(await inspector.inspect(longer, at)).toEqual({ kind: 'pdf', pages: 2, signatures: [], additions: true });
  });

  test('Its pages become pictures of at most 150 dots per inch', async () => {
    const pictures = await inspector.pictures(letterPdf);
    if (!Array.isArray(pictures)) throw new Error(pictures.why);
    expect(pictures.map(({ type, width, height }) => [type, width, height])).toEqual([
      ['image/png', 1239, 1754],
      ['image/png', 1239, 1754],
    ]);
    const [first] = pictures;
    const { channels, hasAlpha } = await sharp(first?.bytes).metadata();
    const {
      isOpaque,
      channels: [red],
    } = await sharp(first?.bytes).stats();
    expect([channels, hasAlpha, isOpaque]).toEqual([3, false, true]);
    expect([red?.min, red?.max]).toEqual([0, 255]);
  });

  test('A photograph from a telephone is turned the way it was held, made smaller, and tells no place', async () => {
    const photo = await sharp({
      create: {
        width: 4000,
        height: 3000,
        channels: 3,
        background: '#8a4b00',
        noise: { type: 'gaussian', mean: 128, sigma: 40 },
      },
    })
      .withExif({ IFD0: { Orientation: '6', Copyright: 'a telephone' }, IFD3: { GPSLatitudeRef: 'N' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    expect(await inspector.inspect(photo, at)).toEqual({
      kind: 'picture',
      type: 'image/jpeg',
      width: 3000,
      height: 4000,
    });
    const pictures = await inspector.pictures(photo);
    if (!Array.isArray(pictures)) throw new Error(pictures.why);
    expect(pictures.map(({ type, width, height }) => [type, width, height])).toEqual([['image/jpeg', 1316, 1754]]);
    const { exif, orientation, icc, xmp } = await sharp(pictures[0]?.bytes).metadata();
    expect({ exif, orientation, icc, xmp }).toEqual({
      exif: undefined,
      orientation: undefined,
      icc: undefined,
      xmp: undefined,
    });
  });

  test('A picture that one can look through lies on white paper', async () => {
    const clear = await sharp({
      create: { width: 20, height: 20, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } },
    })
      .png()
      .toBuffer();
    const pictures = await inspector.pictures(clear);
    if (!Array.isArray(pictures)) throw new Error(pictures.why);
    const { channels } = await sharp(pictures[0]?.bytes).stats();
    expect(channels.map(({ min }) => min)).toEqual([255, 255, 255]);
  });
});

describe('What nobody should send', () => {
  test('Each is refused for its own reason, also when its pages are asked for', async () => {
    const files = await hostileFiles();
    const told: Record<string, unknown> = {};
    for (const { what, bytes } of files) {
      const found = await inspector.inspect(bytes, at);
      const pages = await inspector.pictures(bytes);
      told[what] = [found, Array.isArray(pages) ? 'pictures' : pages];
    }
    const refused = (why: string) => ({ kind: 'refused', why });
    expect(told).toEqual(Object.fromEntries(files.map(({ what, why }) => [what, [refused(why), refused(why)]])));
  }, 180_000);

  test('What would take all memory or all time when it is drawn gets an answer within the limits', async () => {
    const strict = createInspector({ within: { ...limits, pictures: 8000 } });
    const all = bombs();
    const told: [string, unknown][] = [];
    const slow: string[] = [];
    for (const { what, bytes } of all) {
      const begun = Date.now();
      const pages = await strict.pictures(bytes);
      told.push([what, Array.isArray(pages) ? pages.map(({ width, height }) => [width, height])[0] : pages.why]);
      if (Date.now() - begun > 12_000) slow.push(what);
    }
    expect(told).toEqual(all.map(({ what, drawn }) => [what, drawn]));
    expect(slow).toEqual([]);
  }, 180_000);
});

describe('The process that looks', () => {
  test('It is given nothing of ours: no environment, no folder, no way to start another', async () => {
    process.env['OASC_SAMPLE_SECRET'] = 'kept from it';
    const pending = createInspector({ within: { ...limits, pictures: 2000 } }).pictures(pathBomb());
    await pause(1000);
    const [pid] = processesLookingAtFiles();
    const environment = readFileSync(`/proc/${pid}/environ`, 'utf8');
    const flags = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
    expect([await pending, environment]).toEqual([{ kind: 'refused', why: 'too-costly' }, '']);
    expect(
      flags.filter((flag) => /^--(permission|allow)/.test(flag)).map((flag) => flag.replace(/=.*\//, '=…/')),
    ).toEqual([
      '--permission',
      '--allow-addons',
      '--allow-fs-read=…/inspection',
      '--allow-fs-read=…/domain',
      '--allow-fs-read=…/node_modules',
      '--allow-fs-read=…/node_modules',
      '--allow-fs-read=…/package.json',
      '--allow-fs-read=…/package.json',
    ]);
    delete process.env['OASC_SAMPLE_SECRET'];
  });

  test('It has no network: whatever is tried fails at once', () => {
    const script = `
      import { connect, createServer } from 'node:net'; import { createSocket } from 'node:dgram'; import http from 'node:http';
      const { takeNetworkAway } = await import(${JSON.stringify(noNetwork)}); takeNetworkAway();
      const ways = [() => connect(9, '127.0.0.1'), () => http.get('http://127.0.0.1:9/'), () => fetch('http://127.0.0.1:9/'),
        () => createServer().listen(0), () => createSocket('udp4').bind(0)];
      const said = []; for (const way of ways) { try { await way(); said.push('went'); } catch (error) { said.push(error.message); } }
      console.log(JSON.stringify(said)); process.exit(0);`;
    const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
    expect(JSON.parse(stdout)).toEqual(Array.from({ length: 5 }, () => 'There is no network here.'));
  });

  test('One that needs more time than it has is ended, and the next file has its answer', async () => {
    const hasty = createInspector({ within: { ...limits, inspect: 1 } });
    expect(await hasty.inspect(letterPdf, at)).toEqual({ kind: 'refused', why: 'too-costly' });
    expect((await inspector.inspect(letterPdf, at)).kind).toEqual('pdf');
  });

  test('One that needs more memory than it may have is ended', async () => {
    const poor = createInspector({ within: { ...limits, memory: 8 * 1024 * 1024 } });
    expect(await poor.inspect(letterPdf, at)).toEqual({ kind: 'refused', why: 'too-costly' });
  });

  test('Two work at once, a few wait, and whoever comes then is told so instead of waiting without end', async () => {
    const small = createInspector({ within: { ...limits, atOnce: 1, waiting: 1 } });
    const answers = await Promise.all([1, 2, 3].map(async () => await small.inspect(letterPdf, at)));
    expect(answers.map((answer) => (answer.kind === 'refused' ? answer.why : answer.kind))).toEqual([
      'pdf',
      'pdf',
      'busy',
    ]);
  });
});
