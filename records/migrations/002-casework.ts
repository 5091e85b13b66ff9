import type { Kysely } from 'kysely';

/** What the office keeps about its work on a case: who has it, what was asked, who stands in for whom, what may be the same city. */
export async function up(database: Kysely<unknown>): Promise<void> {
  const { schema } = database;
  for (const column of ['step', 'since', 'changed_at', 'held_until', 'pending', 'assignee', 'authority_kind'])
    await schema.alterTable('cases').addColumn(column, 'text').execute();
  await schema.alterTable('cases').addColumn('population', 'integer').execute();
  for (const [column, before] of [
    ['open', 1],
    ['questions', 0],
    ['asked_us', 0],
    ['revision', 0],
  ] as const)
    await schema
      .alterTable('cases')
      .addColumn(column, 'integer', (number) => number.notNull().defaultTo(before))
      .execute();
  // All that a list shows, so that ten thousand lines are read without their views.
  await schema.createIndex('cases_listed').on('cases').columns(listed).execute();
  for (const column of ['city', 'folded_name', 'web_domain', 'geo_id', 'assignee'])
    await schema.createIndex(`cases_by_${column}`).on('cases').column(column).execute();
  await schema.alterTable('staff').addColumn('revoked_at', 'text').execute();
  await schema
    .createTable('questions')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('case_id', 'text', (column) => column.notNull())
    .addColumn('asked_of', 'text', (column) => column.notNull())
    .addColumn('asker', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('paper', 'text', (column) => column.notNull())
    .addColumn('reply', 'text')
    .addColumn('replier', 'text')
    .addColumn('replied_at', 'text')
    .execute();
  await schema.createIndex('questions_by_case').on('questions').column('case_id').execute();
  await schema
    .createTable('absences')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('staff', 'text', (column) => column.notNull())
    .addColumn('deputy', 'text', (column) => column.notNull())
    .addColumn('from_at', 'text', (column) => column.notNull())
    .addColumn('until_at', 'text', (column) => column.notNull())
    .execute();
  await schema
    .createTable('duplicates')
    .addColumn('case_id', 'text', (column) => column.notNull())
    .addColumn('other', 'text', (column) => column.notNull())
    .addColumn('reasons', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('paper', 'text')
    .addPrimaryKeyConstraint('duplicates_pk', ['case_id', 'other'])
    .execute();
  await schema.createIndex('duplicates_by_other').on('duplicates').column('other').execute();
}

const listed = [
  'due',
  'id',
  'open',
  'stage',
  'step',
  'waits_for',
  'overdue',
  'assignee',
  'country',
  'city',
  'name',
  'folded_name',
  'reference',
  'since',
  'held_until',
  'pending',
  'questions',
  'asked_us',
  'changed_at',
  'applied_at',
  'version',
  'revision',
];
