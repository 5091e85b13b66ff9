import type { Database, Tables } from '../schema.ts';

/** The tables of the records, without those in which the migrations keep their own accounts. */
export async function tableNames(database: Database): Promise<(keyof Tables)[]> {
  const tables = await database.introspection.getTables();
  return tables.map(({ name }) => name as keyof Tables).toSorted();
}
