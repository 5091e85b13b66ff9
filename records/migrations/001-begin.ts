import type { Kysely } from 'kysely';

/** The tables as the records began. Migrations go forward only; a later change is a later file. */
export async function up(database: Kysely<unknown>): Promise<void> {
  const { schema } = database;
  await schema
    .createTable('cases')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('city', 'text', (column) => column.notNull())
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('country', 'text', (column) => column.notNull())
    .addColumn('zone', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('legal_name', 'text', (column) => column.notNull())
    .addColumn('folded_name', 'text', (column) => column.notNull())
    .addColumn('web_domain', 'text', (column) => column.notNull())
    .addColumn('geo_id', 'text')
    .addColumn('reference', 'text', (column) => column.notNull().unique())
    .addColumn('form_id', 'text', (column) => column.notNull().unique())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('stage', 'text', (column) => column.notNull())
    .addColumn('waits_for', 'text', (column) => column.notNull())
    .addColumn('due', 'text')
    .addColumn('overdue', 'integer', (column) => column.notNull())
    .addColumn('accepted_city', 'text', (column) => column.unique())
    .addColumn('view', 'text', (column) => column.notNull())
    .addColumn('applied_at', 'text', (column) => column.notNull())
    .execute();
  await schema.createIndex('cases_by_stage').on('cases').columns(['stage', 'due']).execute();
  await table(schema, 'papers', ['id', 'subject', 'kind', 'body', 'actor', 'at'], ['sha256']);
  await schema.createIndex('papers_by_subject').on('papers').column('subject').execute();
  await table(schema, 'people', ['id', 'case_id', 'role', 'name', 'email', 'language'], ['title']);
  await schema.createIndex('people_by_case').on('people').column('case_id').execute();
  await table(schema, 'links', ['id', 'case_id', 'person', 'purpose', 'ends_at'], []);
  await table(schema, 'codes', ['id', 'case_id', 'person', 'purpose', 'sha256', 'until'], ['used_by'], ['tries']);
  await table(schema, 'staff', ['id', 'name', 'roles', 'token_sha256'], []);
  await schema
    .createTable('announcements')
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('edition', 'integer', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('step', 'text', (column) => column.notNull())
    .addColumn('slug', 'text', (column) => column.notNull())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('plan', 'text', (column) => column.notNull())
    .addColumn('article', 'text', (column) => column.notNull())
    .addColumn('pages', 'text')
    .addColumn('publish_at', 'text')
    .addColumn('published_at', 'text')
    .addColumn('view', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('announcements_pk', ['id', 'edition'])
    .execute();
  await table(schema, 'subscribers', ['id', 'announcement', 'email', 'language'], []);
  await table(
    schema,
    'deliveries',
    ['id', 'subject', 'channel', 'kind', 'receiver', 'state', 'begun_at'],
    ['copy', 'done_at', 'receipt'],
  );
  await schema.createIndex('deliveries_by_subject').on('deliveries').column('subject').execute();
  await schema
    .createTable('documents')
    .addColumn('sha256', 'text', (column) => column.primaryKey())
    .addColumn('type', 'text', (column) => column.notNull())
    .addColumn('size', 'integer', (column) => column.notNull())
    .execute();
  await schema
    .createTable('audit')
    .addColumn('number', 'integer', (column) => column.primaryKey())
    .addColumn('id', 'text', (column) => column.notNull().unique())
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('actor', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('detail', 'text', (column) => column.notNull())
    .addColumn('previous', 'text', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .execute();
  await schema.createIndex('audit_by_subject').on('audit').column('subject').execute();
}

/** A table of texts: its key first, those that must be there, those that may be absent, and whole numbers. */
async function table(
  schema: Kysely<unknown>['schema'],
  name: string,
  [key, ...needed]: [string, ...string[]],
  optional: string[],
  numbers: string[] = [],
): Promise<void> {
  let builder = schema.createTable(name).addColumn(key, 'text', (column) => column.primaryKey());
  for (const column of needed) builder = builder.addColumn(column, 'text', (text) => text.notNull());
  for (const column of optional) builder = builder.addColumn(column, 'text');
  for (const column of numbers) builder = builder.addColumn(column, 'integer', (number) => number.notNull());
  await builder.execute();
}
