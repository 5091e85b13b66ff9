import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { AuditReport } from '../records/audit.ts';
import { dataFolderMeant } from './data-folder.ts';
import { lastDemo } from './demo/data-folder.ts';
import { staffClient } from './staff-client.ts';
import { staffPlace } from './staff-place.ts';
import { exitCodes, Troubled } from './trouble.ts';

/**
 * Verifies the audit: in a data folder, whether or not its service runs; by the service where the records are not in the
 * folder, or where `OASC_URL` says. Exit code 1 where it does not hold.
 */
export async function verify({ data, json }: { data?: string; json: boolean }): Promise<void> {
  const report = await reportOf(data);
  process.stdout.write(json ? `${JSON.stringify(report)}\n` : inWords(report));
  if (!report.verified) process.exitCode = exitCodes.fault;
}

async function reportOf(data: string | undefined): Promise<AuditReport> {
  if (data === undefined && process.env['OASC_URL']) return await askedOf(undefined);
  const folder = await folderMeant(data);
  if (existsSync(join(folder, 'records.db'))) return await readFrom(folder);
  if (existsSync(join(folder, 'running.json'))) return await askedOf(folder);
  throw new Troubled('notFound', `${folder} is not a data folder: it has no records.db.`);
}

/** The folder that is named; else the usual one, or the last demonstration's. */
async function folderMeant(data: string | undefined): Promise<string> {
  const usual = dataFolderMeant(data);
  if (data !== undefined || process.env['OASC_DATA'] || existsSync(usual)) return usual;
  const last = await lastDemo();
  if (last) return last.folder;
  throw new Troubled('notFound', 'No data folder is known: name one with --data.');
}

async function askedOf(data: string | undefined): Promise<AuditReport> {
  return await staffClient(await staffPlace({ data })).get<AuditReport>('/audit/verify');
}

async function readFrom(folder: string): Promise<AuditReport> {
  const { verifyAudit } = await import('../records/audit.ts');
  const { openRecords } = await import('../records/records.ts');
  const records = await openRecords(folder);
  try {
    return await verifyAudit(records.database);
  } finally {
    await records.close();
  }
}

function inWords({ verified, entries, head, problems }: AuditReport): string {
  if (!verified) return `The audit does not hold:\n${problems.map((problem) => `  ${problem}`).join('\n')}\n`;
  return `The audit holds: ${entries} entries, each joined to the one before.\n  Head  ${head}\n`;
}
