import { afterEach, expect, test } from '@jest/globals';
import { runOasc } from '../support/oasc.ts';
import { sampleFolder } from '../support/towns.ts';
import { playByCommands } from './by-commands.ts';
import { openTheatre, type Theatre } from './theatre.ts';

let theatre: Theatre | null = null;
afterEach(async () => {
  await theatre?.close();
}, 60_000);

test('two staff carry two towns through by commands while everything is killed in turn, to the same article as without', async () => {
  const demo = await runOasc(['demo', sampleFolder, '--json']);
  const shown = JSON.parse(demo.stdout) as { announcement: { sha256: string; newsletter: { recipients: number } } };

  theatre = await openTheatre();
  const { killed, newsletter, copies: _copies, ...ended } = await playByCommands(theatre, sampleFolder);
  expect(ended).toEqual({
    stages: ['announced', 'announced'],
    article: shown.announcement.sha256,
    published: shown.announcement.sha256,
    audit: { verified: true, problems: [] },
  });
  expect(newsletter).toMatchObject({ recipients: shown.announcement.newsletter.recipients });
  expect(new Set(killed)).toEqual(new Set(['worker', 'web', 'server', 'everything']));
}, 400_000);
