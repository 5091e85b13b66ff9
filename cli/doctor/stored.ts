import { existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Condition, conditionOf } from '../../records/condition.ts';
import { openDocuments } from '../../records/records.ts';
import type { Settings } from '../../worker/settings.ts';
import { attention, broken, type Finding, well } from './finding.ts';

/** The database, opened only to look: its tables are left as they are. */
export async function lookAtDatabase({
  dataFolder,
  databaseUrl,
}: Settings): Promise<{ found: Finding[]; last: string | null }> {
  const condition = await conditionOf(databaseUrl ?? join(dataFolder, 'records.db'));
  if (condition === null)
    return {
      found: [attention('database', 'records.db is not there yet', 'The first npm start makes it.')],
      last: null,
    };
  return { found: [ofTables(condition), ...ofAudit(condition)], last: condition.lastAt };
}

function ofTables({ engine, tables, intact }: Condition): Finding {
  if (!intact)
    return broken(
      'database',
      `${engine} says that the records are damaged`,
      'Stop oasc, keep a copy of the folder, and restore the last backup: oasc restore.',
    );
  if (tables === 'newer')
    return broken(
      'database',
      `${engine}: a newer version of oasc has written here`,
      'Start that version; this one would not understand its tables.',
    );
  if (tables === 'older')
    return attention(
      'database',
      `${engine}: its tables are those of an earlier version`,
      'Make a backup, then start: the tables are brought up to date.',
    );
  if (tables === 'none')
    return attention('database', `${engine}: there are no tables yet`, 'The first npm start makes them.');
  return well('database', `${engine}, its tables up to date and intact`);
}

function ofAudit({ audit }: Condition): Finding[] {
  if (audit === null) return [];
  if (audit.verified) return [well('audit', `${audit.entries} entries, each joined to the one before`)];
  return [
    broken(
      'audit',
      `the audit does not hold: ${audit.problems[0] ?? ''}`,
      'Tell whoever answers for the records; oasc audit verify names every problem.',
    ),
  ];
}

/** How many documents are read whole, to see whether they still are what they were. */
const sample = 25;

export async function lookAtDocuments({ documents }: Settings): Promise<Finding> {
  // Opening a folder would make it, and a look changes nothing.
  if (!documents.startsWith('s3:') && !existsSync(documents)) return well('documents', `${documents}, not there yet`);
  const store = await openDocuments(documents);
  let read = 0;
  for await (const hash of store.hashes()) {
    if (read === sample) break;
    await store.get(hash);
    read += 1;
  }
  return well(
    'documents',
    `${documents}${read === 0 ? ', still empty' : `, ${read} of them read and compared with their hash`}`,
  );
}

/** The secret that links and codes are derived from: without it, every link that was ever sent is dead. */
export async function lookAtKey({ dataFolder }: Settings): Promise<Finding> {
  const file = join(dataFolder, 'secret.key');
  const found = await stat(file).catch(() => null);
  if (found === null) {
    const isNew = (await stat(join(dataFolder, 'records.db')).catch(() => null)) === null;
    return isNew
      ? attention('key', 'secret.key is not there yet', 'The first npm start makes it.')
      : broken(
          'key',
          'secret.key is gone: links in mails that were sent would be dead',
          `Bring it back from a backup to ${file}, before you start.`,
        );
  }
  if ((await readFile(file)).length !== 32)
    return broken('key', 'secret.key is damaged: it must have 32 bytes', `Bring it back from a backup to ${file}.`);
  if ((found.mode & 0o077) !== 0) return attention('key', 'secret.key can be read by others', `chmod 600 ${file}`);
  return well('key', 'secret.key, readable by its owner alone');
}
