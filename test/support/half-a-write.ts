import { openDatabase } from '../../records/database.ts';

// A process of its own that begins a write, says so, and never ends it.
const database = await openDatabase(process.argv[2] ?? '');
await database.transaction().execute(async (change) => {
  await change.insertInto('staff').values({ id: 'half', name: 'Half', roles: '[]', token_sha256: 'half' }).execute();
  process.stdout.write('begun\n');
  await new Promise((resolve) => setTimeout(resolve, 60_000));
});
