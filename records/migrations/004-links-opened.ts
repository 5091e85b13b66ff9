import type { Kysely } from 'kysely';

/** When a link was first opened: staff see whether a mail has reached somebody who reads it. */
export async function up(database: Kysely<unknown>): Promise<void> {
  await database.schema.alterTable('links').addColumn('opened_at', 'text').execute();
}
