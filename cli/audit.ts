import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { verifyAudit } from '../records/audit.ts';
import { openRecords } from '../records/records.ts';
import { lastDemo } from './demo/data-folder.ts';
import { exitCodes, tell } from './trouble.ts';

/** Verifies the audit of a data folder, whether or not the service is running; exit code 1 where it does not hold. */
export async function verify({ data, json }: { data?: string; json: boolean }): Promise<void> {
  const folder =
    data === undefined
      ? (process.env['OASC_DATA'] ?? (await lastDemo())?.folder)
      : resolve(process.env['INIT_CWD'] ?? process.cwd(), data);
  if (folder === undefined || !existsSync(join(folder, 'records.db'))) {
    const message =
      folder === undefined
        ? 'No data folder is known: name one with --data.'
        : `${folder} is not a data folder: it has no records.db.`;
    tell({ code: 'notFound', message, problems: [] }, json);
    return;
  }
  const records = await openRecords(folder);
  try {
    const report = await verifyAudit(records.database);
    if (json) process.stdout.write(`${JSON.stringify(report)}\n`);
    else if (report.verified)
      process.stdout.write(
        `The audit holds: ${report.entries} entries, each joined to the one before.\n  Head  ${report.head}\n`,
      );
    else
      process.stdout.write(
        `The audit does not hold:\n${report.problems.map((problem) => `  ${problem}`).join('\n')}\n`,
      );
    if (!report.verified) process.exitCode = exitCodes.fault;
  } finally {
    await records.close();
  }
}
