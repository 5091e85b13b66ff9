import { expect, test } from '@jest/globals';
import { ending } from '../../../cli/demo/ending.ts';
import type { Summary } from '../../../cli/demo/report.ts';

const folder = '/tmp/oasc-demo-a1B2c3';
const site = 'http://127.0.0.1:40329';
const letter = (city: string) => ({
  version: '2026-1',
  issuedSha256: 'b'.repeat(64),
  signedSha256: 'b'.repeat(64),
  signing: 'electronic',
  file: `${folder}/letters/${city}.1.pdf`,
});
const onboarding = (city: string): Summary['onboardings'][number] => ({
  city,
  case: `${city}.1`,
  stage: 'announced',
  memberSince: '2027-03-03',
  letter: letter(city),
  statement: null,
});
const summary: Summary = {
  onboardings: [onboarding('tr-camliova'), onboarding('pl-lakowiec')],
  announcement: {
    id: 'an-id',
    slug: 'camliova-and-lakowiec-join-oasc',
    title: 'Çamlıova and Łąkowiec Join OASC',
    sha256: 'a964280f'.repeat(8),
    publishedSha256: 'a964280f'.repeat(8),
    url: `${site}/news/camliova-and-lakowiec-join-oasc/`,
    files: {
      html: `${folder}/site/news/camliova-and-lakowiec-join-oasc/index.html`,
      rss: `${folder}/site/feeds/rss.xml`,
      atom: `${folder}/site/feeds/atom.xml`,
      json: `${folder}/site/feeds/feed.json`,
    },
    newsletter: { recipients: 3, sent: 3 },
  },
  mails: [{ to: 'mayor@camliova.example', subject: 'Çamlıova: a subject', about: '' }],
  audit: { entries: 37, verified: true },
  dataFolder: folder,
};

test('While the site is open, the end says where to look in a browser first, and no line breaks on a terminal', () => {
  const text = ending(summary, site);
  expect(text).toBe(`
Published: Çamlıova and Łąkowiec Join OASC

Open in a browser, until Ctrl-C
  Article   http://127.0.0.1:40329/news/camliova-and-lakowiec-join-oasc/
  Site      http://127.0.0.1:40329/
  Portal    http://127.0.0.1:40329/join

Files in /tmp/oasc-demo-a1B2c3, until the next demonstration
  Article   site/news/camliova-and-lakowiec-join-oasc/index.html
  Feeds     site/feeds/rss.xml
            site/feeds/atom.xml
            site/feeds/feed.json
  Letters   letters/tr-camliova.1.pdf
            letters/pl-lakowiec.1.pdf
  Mails     mails/, 1 of them; a mail program opens each

Checked
  Words     published exactly as approved, fingerprint a964 280f ... 280f
  Audit     37 entries, verified; again: npx oasc audit verify

Ctrl-C ends the demonstration.
`);
  expect(text.split('\n').filter((line) => line.length > 80)).toEqual([]);
});

test('Without a terminal, every file stands with its whole path, and no address that is gone', () => {
  const text = ending(summary, null);
  expect(text).not.toContain('http://');
  expect(text).toContain(`  Article   ${folder}/site/news/camliova-and-lakowiec-join-oasc/index.html\n`);
  expect(text).toContain(`            ${folder}/letters/pl-lakowiec.1.pdf\n`);
  expect(text).toContain(`  Mails     ${folder}/mails/, 1 of them; a mail program opens each\n`);
});

test('An end that is not as it should be says so', () => {
  const other = { ...summary.announcement, publishedSha256: 'c'.repeat(64) };
  const text = ending({ ...summary, announcement: other, audit: { entries: 37, verified: false } }, null);
  expect(text).toContain('  Words     published OTHERWISE than approved, fingerprint cccc cccc ... cccc\n');
  expect(text).toContain('  Audit     37 entries, NOT verified; again: npx oasc audit verify\n');
});
