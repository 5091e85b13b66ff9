import type { ExpressionBuilder, Selectable } from 'kysely';
import type { CaseView } from '../domain/case-views.ts';
import { slugOf } from '../domain/city-id.ts';
import type { ActorId } from '../domain/ids.ts';
import type { Database, Row, Tables } from './schema.ts';

/** The lines of cases that are wanted; what is absent does not narrow. */
export type Wanted = {
  stage?: string | undefined;
  country?: string | undefined;
  waitsFor?: string | undefined;
  assignee?: string | undefined;
  overdue?: boolean | undefined;
  view?: CaseView | undefined;
  /** Whose cases are `mine`: the member's own, and those of whoever they stand in for. */
  mine?: readonly ActorId[] | undefined;
  /** A part of the name, of the id or of the reference. */
  q?: string | undefined;
  limit?: number | undefined;
};

export type CaseLine = Pick<Selectable<Tables['cases']>, (typeof columns)[number]>;
type Where = ExpressionBuilder<Tables, 'cases'>;

/** The lines that are wanted, those due first on top, then by id. */
export async function linesOf(database: Database, wanted: Wanted): Promise<CaseLine[]> {
  const lines = database
    .selectFrom('cases')
    .select(columns)
    .where((where) => where.and(conditions(where, wanted)))
    .orderBy((order) => order('due', 'is', null))
    .orderBy('due')
    .orderBy('id');
  return await (wanted.limit === undefined ? lines : lines.limit(wanted.limit)).execute();
}

/** How many cases there are of each stage and step, whose turn it is, and who has them. */
export async function countsOf(database: Database) {
  const of = ['stage', 'step', 'waits_for', 'overdue', 'open', 'assignee'] as const;
  const rows = await database
    .selectFrom('cases')
    .select(of)
    .select((count) => [
      count.fn.countAll().as('cases'),
      count.fn.sum(count.case().when('asked_us', '>', 0).then(1).else(0).end()).as('asked'),
    ])
    .groupBy(of)
    .execute();
  return rows.map(({ cases, asked, ...row }) => ({ ...row, cases: Number(cases), asked: Number(asked) }));
}

/** Changes whenever any line does: the process raises a case's version, the office its revision. */
export async function listRevision(database: Database): Promise<string> {
  const { cases, versions, revisions } = await database
    .selectFrom('cases')
    .select(({ fn }) => [
      fn.countAll().as('cases'),
      fn.sum('version').as('versions'),
      fn.sum('revision').as('revisions'),
    ])
    .executeTakeFirstOrThrow();
  return [cases, versions ?? 0, revisions ?? 0].join('.');
}

/** Up to five decided cases of the same country and kind of authority, the nearest in size first. */
export async function decidedLike(
  database: Database,
  { id, country, authority_kind, population }: Pick<Row<'cases'>, 'id' | 'country' | 'authority_kind' | 'population'>,
): Promise<CaseLine[]> {
  if (authority_kind === null) return [];
  const rows = await database
    .selectFrom('cases')
    .select([...columns, 'population'])
    .where('country', '=', country)
    .where('authority_kind', '=', authority_kind)
    .where('id', '!=', id)
    .where('stage', 'not in', ['review', 'withdrawn', 'superseded'])
    .orderBy('id')
    .execute();
  const away = (one: { population: number | null }) => Math.abs((one.population ?? 0) - (population ?? 0));
  return rows.toSorted((one, other) => away(one) - away(other)).slice(0, 5);
}

const columns = [
  'id',
  'city',
  'name',
  'country',
  'reference',
  'stage',
  'step',
  'waits_for',
  'due',
  'overdue',
  'open',
  'since',
  'assignee',
  'held_until',
  'pending',
  'questions',
  'asked_us',
  'changed_at',
  'applied_at',
] as const satisfies readonly (keyof Tables['cases'])[];

function conditions(where: Where, wanted: Wanted) {
  const { stage, country, waitsFor, assignee, overdue, q } = wanted;
  const slug = q === undefined ? '' : slugOf(q);
  return [
    ...(stage === undefined ? [] : [where('stage', '=', stage)]),
    ...(country === undefined ? [] : [where('country', '=', country.toUpperCase())]),
    ...(waitsFor === undefined ? [] : [where('waits_for', '=', waitsFor)]),
    ...(assignee === undefined ? [] : [where('assignee', '=', assignee)]),
    ...(overdue === undefined ? [] : [where('overdue', '=', overdue ? 1 : 0)]),
    ...inView(where, wanted),
    ...(q === undefined ? [] : [found(where, slug)]),
  ];
}

function inView(where: Where, { view, mine = [] }: Wanted) {
  switch (view) {
    case 'mine':
      return [where('open', '=', 1), where('assignee', 'in', mine.length === 0 ? [''] : mine)];
    case 'team':
      return [where.or([where('waits_for', '=', 'staff'), where('asked_us', '>', 0)])];
    case 'cities':
      return [where('waits_for', '=', 'city')];
    case 'overdue':
      return [where('overdue', '=', 1)];
    case 'ready':
      return [where('stage', '=', 'announcement'), where('step', '=', 'free')];
    case 'all':
    case undefined:
      return [];
    default:
      return view satisfies never;
  }
}

/** A slug holds letters, digits and hyphens alone, so nothing in it is a sign of `like`. */
function found(where: Where, slug: string) {
  if (slug === '') return where('id', '=', '');
  const part = `%${slug}%`;
  return where.or([
    where('id', 'like', part),
    where('folded_name', 'like', part),
    where(where.fn<string>('lower', ['reference']), 'like', part),
  ]);
}
