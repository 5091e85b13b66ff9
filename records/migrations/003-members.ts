import type { Kysely } from 'kysely';

/** Members that joined before this system was there, as they were imported. */
export async function up(database: Kysely<unknown>): Promise<void> {
  const { schema } = database;
  let table = schema.createTable('members').addColumn('city', 'text', (column) => column.primaryKey());
  for (const column of needed) table = table.addColumn(column, 'text', (text) => text.notNull());
  for (const column of ['geo_id', 'news_url']) table = table.addColumn(column, 'text');
  await table.execute();
  await schema.createIndex('members_by_row_key').on('members').column('row_key').unique().execute();
  for (const column of ['folded_name', 'web_domain'])
    await schema.createIndex(`members_by_${column}`).on('members').column(column).execute();
}

const needed = [
  'row_key',
  'country',
  'kind',
  'name',
  'native_name',
  'legal_name',
  'folded_name',
  'website',
  'web_domain',
  'member_since',
  'facts',
  'imported_by',
  'imported_at',
];
