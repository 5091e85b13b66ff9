import { expect, test } from '@jest/globals';
import { AnnouncementPlan } from '../../domain/announcement-plan.ts';
import { Application } from '../../domain/application.ts';
import { sha256OfValue } from '../../domain/canonical.ts';
import { dropNoted, noteAnnouncement } from '../../records/announcements.ts';
import { noteCase } from '../../records/cases.ts';
import { composeFromRecords, readArticleDocument } from '../../records/composing.ts';
import { writePaper } from '../../records/papers.ts';
import type { Records } from '../../records/records.ts';
import { camliova } from '../support/city-in-play.ts';
import { dataFolder, recordsIn } from '../support/data-folders.ts';
import { camliovasApplication } from '../support/inputs.ts';
import { ourNetwork } from '../support/networks.ts';
import { caseRow } from '../support/rows.ts';

const plan = AnnouncementPlan.parse({ cities: ['tr-camliova'], author: { name: 'Ada Lindqvist' } });

async function recordsWithCity(): Promise<Records> {
  const records = await recordsIn(await dataFolder());
  await noteCase(records.database, caseRow(camliova));
  const paper = camliova.acts[0] && 'paper' in camliova.acts[0] ? camliova.acts[0].paper : '';
  const body = { application: Application.parse(camliovasApplication), contacts: ['contact'], officeHolder: 'mayor' };
  const at = '2027-02-18T08:00:00.000Z';
  await writePaper(records.database, {
    id: paper,
    subject: camliova.case,
    kind: 'application',
    body,
    sha256: null,
    actor: 'contact',
    at,
  });
  return records;
}

async function compose(records: Records, announcement: string) {
  return await composeFromRecords(records, ourNetwork, {
    announcement,
    plan: { plan, image: null },
    cases: [camliova.case],
  });
}

async function note(records: Records, id: string, slug: string): Promise<void> {
  const rest = {
    edition: 1,
    version: 0,
    step: 'draft',
    title: '',
    plan: '',
    article: '',
    pages: null,
    publish_at: null,
    published_at: null,
  };
  await noteAnnouncement(records.database, { id, slug, view: '{"acts":[]}', ...rest });
}

test('an article is composed from what is written down, and kept under its own hash', async () => {
  const records = await recordsWithCity();
  const { article, sha256 } = await compose(records, 'spring');
  expect(sha256OfValue(article)).toBe(sha256);
  expect(await readArticleDocument(records, sha256)).toEqual(article);
  expect(article.sections.map(({ city }) => city)).toEqual(['tr-camliova']);
});

test('an address that another announcement has is not taken twice: a number is put behind it', async () => {
  const records = await recordsWithCity();
  const { article } = await compose(records, 'spring');
  await note(records, 'winter', article.slug);
  await note(records, 'autumn', `${article.slug}-2`);
  expect((await compose(records, 'spring')).article.slug).toBe(`${article.slug}-3`);
  expect((await compose(records, 'winter')).article.slug).toBe(article.slug);
});

test('an announcement that never began gives its address free', async () => {
  const records = await recordsWithCity();
  const { article } = await compose(records, 'spring');
  await note(records, 'winter', article.slug);
  await dropNoted(records.database, 'winter');
  expect((await compose(records, 'spring')).article.slug).toBe(article.slug);
});
