import { type Field, type Form, filledIn, zoned } from '../form.ts';
import type { State } from '../state.ts';

const lines: Field[] = [
  { name: 'author', label: 'Who is named as its author?', kind: 'line', needed: false },
  { name: 'title', label: 'Headline, if you want your own (empty: made from the cities)', kind: 'line', needed: false },
  { name: 'lead', label: 'First sentence, if you want your own', kind: 'text', needed: false },
  {
    name: 'publishAt',
    label: 'Not public before (such as 2027-03-11 09:00; empty: once approved)',
    kind: 'day',
    needed: false,
  },
  {
    name: 'gatherUntil',
    label: 'Wait for cities that are not ready until (empty: all are ready)',
    kind: 'day',
    needed: false,
  },
  {
    name: 'planFile',
    label: 'A plan on this computer, for picture, readers and further articles (announcement.json or its folder)',
    kind: 'line',
    needed: false,
  },
];

/** The dialog that joins the chosen cities in one announcement. */
export function composeForm({ pages, me }: State): Form {
  const page = pages.findLast((one) => one.page === 'compose');
  const cities = page?.page === 'compose' ? page.chosen : [];
  const zone = me?.network.zone ?? 'UTC';
  const [author, ...others] = lines;
  const fields = author ? [{ ...author, begins: me?.network.name ?? '' }, ...others] : others;
  return {
    title: `Announce ${cities.length} ${cities.length === 1 ? 'city' : 'cities'}`,
    follows: [
      `In this order: ${cities.join(', ')}.`,
      'It becomes a draft that you and others can read. Somebody else approves it; until then nothing is public.',
    ],
    fields,
    button: 'compose the draft',
    done: 'Composed. Somebody else approves it.',
    send: (values, { id }) => {
      const said = filledIn(
        values,
        fields.map(({ name }) => name),
      );
      const { title, lead, author: name = '', publishAt, gatherUntil, planFile } = said;
      const plan = {
        cities,
        author: { name },
        ...(title === undefined ? {} : { title }),
        ...(lead === undefined ? {} : { lead }),
        ...(publishAt === undefined ? {} : { publishAt: zoned(publishAt, zone) }),
      };
      const body = { id, plan, ...(gatherUntil === undefined ? {} : { gatherUntil: zoned(gatherUntil, zone) }) };
      return {
        path: '/announcements',
        body,
        ...(planFile === undefined ? {} : { plan: { path: planFile, into: 'body' as const } }),
      };
    },
  };
}
