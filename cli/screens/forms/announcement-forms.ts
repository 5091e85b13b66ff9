import { actWords } from '../act-table.ts';
import { type Field, type Form, filledIn, reasonField, zoned } from '../form.ts';
import type { AnnouncementFile, Me } from '../known.ts';
import { calendarDay, dayAndTime } from '../when.ts';
import { choice, staffReads } from './fields.ts';

type Context = { file: AnnouncementFile; me: Me | null; now: string };

/** The dialog of a decision about an announcement. */
export function announcementForm(kind: string, context: Context): Form {
  const { file } = context;
  const { title } = file;
  const words = forms[kind];
  const fields = words?.fields?.(context) ?? [reasonField];
  const { says } = actWords(kind);
  return {
    title: `${says.charAt(0).toUpperCase()}${says.slice(1)}: ${title}`,
    follows: words?.follows(context) ?? [],
    fields,
    ...(words?.confirm ? { confirm: file.slug } : {}),
    button: says,
    done: `Done: ${says}.`,
    send: (values, frame) => {
      const { planFile, until, at, cities, gatherUntil, newsletter, ...said } = filledIn(
        values,
        fields.map(({ name }) => name),
      );
      const decision = {
        kind,
        ...said,
        ...(until === undefined ? {} : { until: zoned(until, zoneOf(context)) }),
        ...(at === undefined ? {} : { at: zoned(at, zoneOf(context)) }),
        ...(gatherUntil === undefined ? {} : { gatherUntil: zoned(gatherUntil, zoneOf(context)) }),
        ...(newsletter === undefined ? {} : { newsletter: newsletter === 'yes' }),
        ...(cities === undefined ? {} : { cities: cities.split(' ') }),
        ...words?.more?.(file),
      };
      const path = `/announcements/${encodeURIComponent(file.view.announcement)}/acts`;
      const body = { ...frame, decision };
      return planFile === undefined ? { path, body } : { path, body, plan: { path: planFile, into: 'decision' } };
    },
  };
}

type Words = {
  follows(context: Context): string[];
  fields?(context: Context): Field[];
  confirm?: true;
  more?(file: AnnouncementFile): Record<string, unknown>;
};

const planFile: Field = {
  name: 'planFile',
  label: 'The plan: announcement.json on this computer, or the folder that holds it',
  kind: 'line',
  needed: true,
};

const again = choice('newsletter', 'Does the newsletter go out again?', { no: 'no', yes: 'yes' });

const moment =
  (name: 'at' | 'until', label: string, days: number) =>
  (context: Context): Field => ({
    name,
    label: `${label} (such as 2027-03-11 09:00, ${zoneOf(context)})`,
    kind: 'day',
    needed: true,
    begins: calendarDay(context.now, zoneOf(context), days),
  });

const waiting: Words = {
  follows: () => ['Nothing happens to it before that day; then a person decides again.'],
  fields: (context) => [moment('until', 'Until when?', 7)(context), staffReads('Why?')],
};

const forms: Record<string, Words> = {
  approve: {
    follows: ({ file, me }) => [
      `You have read it: "${file.title}", ${file.cities.length} ${file.cities.length === 1 ? 'city' : 'cities'}, fingerprint ${articleOf(file).slice(0, 8)}.`,
      whenItGoesOut(file, me),
    ],
    fields: () => [],
    more: (file) => ({ article: articleOf(file) }),
  },
  undo: { follows: () => ['The approval is taken back. Nothing was published.'], fields: () => [] },
  publish: {
    follows: () => ['Readers get it at once, by page, feeds and newsletter. This cannot be taken back.'],
    fields: () => [],
    confirm: true,
  },
  edit: {
    follows: () => ['The article is composed anew; an approval is void, and whoever edits does not approve.'],
    fields: () => [planFile],
  },
  'go-without': {
    follows: () => ['The city is free again, for the next announcement. Headline and count follow.'],
    fields: ({ file }) => [choice('city', 'Which city?', citiesOf(file)), staffReads('Why?')],
  },
  'wait-until': waiting,
  wait: waiting,
  split: {
    follows: () => ['The cities that you mark go into a draft of their own.'],
    fields: ({ file }) => [
      { ...choice('cities', 'Which cities? Space marks', citiesOf(file)), kind: 'many', begins: '' },
      {
        name: 'gatherUntil',
        label: 'Their draft waits for them until (empty: they are ready)',
        kind: 'day',
        needed: false,
      },
      staffReads('Why?'),
    ],
  },
  schedule: {
    follows: () => ['Nothing is public before that time.'],
    fields: (context) => [moment('at', 'When may it be public?', 7)(context)],
  },
  lift: { follows: () => ['It no longer waits for its hour: once approved, it goes out.'], fields: () => [] },
  drop: {
    follows: () => ['The draft is gone; its cities are free for another.'],
    fields: () => [staffReads('Why?')],
    confirm: true,
  },
  correct: {
    follows: () => ['A next edition is composed; a second person approves it. Readers see what was corrected.'],
    fields: () => [planFile, { ...reasonField, label: 'What was wrong? Readers see this.' }, again],
  },
  retract: {
    follows: () => ['A notice stands at its address instead, once a second person approved it.'],
    fields: () => [{ ...reasonField, label: 'Why? Readers see this.' }, again],
    confirm: true,
  },
};

function whenItGoesOut({ scheduledFor }: AnnouncementFile, me: Me | null): string {
  const minutes = me?.undoMinutes ?? 0;
  const undo = minutes === 0 ? '' : ` For ${minutes} minutes it can be taken back with u.`;
  if (scheduledFor !== null && me)
    return `It is public from ${dayAndTime(scheduledFor, scheduledFor, me.network.zone)} (${me.network.zone}).${undo}`;
  return minutes === 0 ? 'It is published at once. This cannot be taken back.' : `Then it is published.${undo}`;
}

function citiesOf({ cities }: AnnouncementFile): Record<string, string> {
  return Object.fromEntries(cities.map(({ city, name, ready }) => [city, `${name}${ready ? '' : ' (not ready)'}`]));
}

function articleOf({ view: { stage } }: AnnouncementFile): string {
  return 'article' in stage ? stage.article : '';
}

function zoneOf({ me }: Context): string {
  return me?.network.zone ?? 'UTC';
}
