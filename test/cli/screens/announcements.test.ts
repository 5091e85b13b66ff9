import { expect, test } from '@jest/globals';
import type { AnnouncementFile } from '../../../cli/screens/known.ts';
import { update } from '../../../cli/screens/update.ts';
import { spring } from '../../support/announcement-in-play.ts';
import { ada, answered, atTheBeginning, camliova, drawn, key, now, pressing, typing } from './drawing.ts';

const line = {
  id: 'spring',
  edition: 1,
  title: 'Çamlıova and Łąkowiec Join OASC',
  slug: 'camliova-and-lakowiec-join-oasc',
  step: 'draft',
  cities: 2,
  due: '2027-03-11T16:00:00.000Z',
  overdue: false,
  scheduledFor: null,
  publishedAt: null,
};
const city = { stage: 'announcement', step: 'claimed', ready: true, waitsFor: 'staff' as const, due: null };
const file = {
  view: { ...spring, due: { at: line.due, zone: 'Europe/Brussels' } },
  article: null,
  title: line.title,
  slug: line.slug,
  cities: [
    { ...city, case: 'tr-camliova.1', city: 'tr-camliova', name: 'Çamlıova' },
    { ...city, case: 'pl-lakowiec.1', city: 'pl-lakowiec', name: 'Łąkowiec', ready: false, waitsFor: 'city' },
  ],
  undoUntil: null,
  scheduledFor: null,
  versions: [],
  deliveries: [],
  late: null,
  acts: [
    { kind: 'approve', may: false, code: 'own-work', sentence: 'You composed it yourself.', who: [] },
    { kind: 'go-without', may: true },
    { kind: 'publish', may: true },
  ],
} as unknown as AnnouncementFile;

const list = answered(pressing(answered(atTheBeginning(), { about: 'me', me: ada }), '7'), {
  about: 'announcements',
  announcements: [line],
});
const page = answered(pressing(list, 'enter'), { about: 'announcement', id: 'spring', file });

test('the list of announcements says where each stands and by when', () => {
  expect(drawn(list).slice(2, 5)).toEqual([
    '    Headline                           Cities  Step            When',
    '--------------------------------------------------------------------------------',
    '> * Çamlıova and Łąkowiec Join OASC    2       to be approved  Thu 11 Mar',
  ]);
});

test('the page of an announcement shows how many cities are ready, what it waits for, and why one may not approve', () => {
  const screen = drawn(page);
  expect(screen.slice(0, 3)).toEqual([
    ' oasc > Çamlıova and Łąkowiec Join OASC                            1 of 2 ready',
    ' * To be approved by a second person by Thu 11 Mar',
    '   /news/camliova-and-lakowiec-join-oasc/   words 1111 1111 ... 1111',
  ]);
  expect(screen.slice(7, 9)).toEqual([
    '   + Çamlıova                 announce, claimed    ready',
    '   ~ Łąkowiec                 announce, claimed    city',
  ]);
  expect(screen.slice(15, 17)).toEqual([
    ' You may now                                Not now, and why',
    ' P publish now                              approve: You composed it',
  ]);
});

test('to publish at once, its address is typed first', () => {
  const dialog = pressing(page, 'P');
  expect(update(dialog, key('enter')).slice(1)).toEqual([]);
  const [, ...effects] = update(typing(dialog, 'camliova-and-lakowiec-join-oasc'), key('enter'));
  expect(effects).toMatchObject([
    {
      sending: {
        path: '/announcements/spring/acts',
        body: { id: 'act of P', version: 1, decision: { kind: 'publish' } },
      },
    },
  ]);
});

test('who goes without a city chooses it and says why', () => {
  const dialog = typing(pressing(page, 'w', '2', 'tab'), 'After its vote.');
  const [, ...effects] = update(dialog, key('ctrl-s'));
  expect(effects).toMatchObject([
    { sending: { body: { decision: { kind: 'go-without', city: 'pl-lakowiec', reason: 'After its vote.' } } } },
  ]);
});

test('cities are chosen and ordered, and composed under one plan', () => {
  const ready = { ...camliova, stage: 'announcement', step: 'free', due: null };
  const other = { ...ready, id: 'pl-lakowiec.1', city: 'pl-lakowiec', name: 'Łąkowiec', country: 'PL' };
  const choosing = answered(pressing(answered(atTheBeginning(), { about: 'me', me: ada }), 'c'), {
    about: 'candidates',
    rows: [ready, other],
  });
  const chosen = pressing(choosing, ' ', 'down', ' ', 'K');
  expect(drawn(chosen).slice(5, 7)).toEqual([
    '> [x] Łąkowiec               PL  + ready                        Poland',
    '  [x] Çamlıova               TR  + ready',
  ]);
  const [, ...effects] = update(pressing(chosen, 'enter'), key('ctrl-s'));
  expect(effects).toMatchObject([
    {
      sending: {
        path: '/announcements',
        body: { plan: { cities: ['pl-lakowiec', 'tr-camliova'], author: { name: 'Open & Agile Smart Cities' } } },
      },
    },
  ]);
});

test('the outbox shows what is decided and not told, and when it goes', () => {
  const pending = { kind: 'return' };
  const at = { by: 'ada', decidedAt: now };
  const outbox = answered(pressing(answered(atTheBeginning(), { about: 'me', me: ada }), '8'), {
    about: 'outbox',
    rows: [
      { of: 'case', id: 'tr-camliova.1', name: 'Çamlıova', goesAt: '2027-03-02T09:51:41.000Z', pending, ...at },
      { of: 'announcement', id: 'spring', edition: 1, name: line.title, goesAt: null, ...at },
    ],
  });
  expect(drawn(outbox).slice(4, 6)).toEqual([
    '> = Çamlıova: return                             you      in 9:41',
    '  = announcement: Çamlıova and Łąkowiec Join O.. you      once it is let out',
  ]);
});
