import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type AuditEntry, appendAudit, auditHead, verifyAudit } from '../../records/audit.ts';
import { openDatabase } from '../../records/database.ts';
import type { Database, Row } from '../../records/schema.ts';

const count = 12;
let folder: string;
let database: Database;
let written: Row<'audit'>[];
let head: Awaited<ReturnType<typeof auditHead>>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'oasc-audit-'));
  database = await openDatabase(join(folder, 'audit.sqlite'));
  const entries = Array.from({ length: count }, (_, index): AuditEntry => {
    const subject = index % 3 === 0 ? 'xa-alder.1' : 'xa-birch.1';
    const at = `2027-03-02T09:00:${String(10 + index)}.000Z`;
    return { id: `${subject}/${index}`, subject, kind: 'noted', actor: 'ada', at, detail: { turn: index } };
  });
  await database.transaction().execute((change) => appendAudit(change, entries));
  written = await database.selectFrom('audit').selectAll().orderBy('number').execute();
  head = await auditHead(database);
});
afterAll(async () => {
  await database.destroy();
  await rm(folder, { recursive: true, force: true });
});

const fields = ['id', 'subject', 'kind', 'actor', 'at', 'detail', 'previous', 'hash'] as const;
const place = fc.nat(count - 1);
const tampering = fc.oneof(
  fc.record({
    how: fc.constant('change' as const),
    at: place,
    field: fc.constantFrom(...fields),
    sign: fc.nat(200),
    to: fc.constantFrom('x', 'é', ' ', '0'),
  }),
  fc.record({ how: fc.constant('drop' as const), at: place }),
  fc.record({ how: fc.constant('swap' as const), at: place, other: place }),
  fc.record({ how: fc.constant('insert' as const), at: place, copyOf: place }),
  fc.record({ how: fc.constant('cut' as const), at: place }),
);
type Tampering = typeof tampering extends fc.Arbitrary<infer Made> ? Made : never;

function tamperedWith(rows: readonly Row<'audit'>[], how: Tampering): Row<'audit'>[] {
  const own = (index: number) => rows[index] as Row<'audit'>;
  switch (how.how) {
    case 'change': {
      const value = own(how.at)[how.field];
      const sign = how.sign % value.length;
      return rows.with(how.at, {
        ...own(how.at),
        [how.field]: `${value.slice(0, sign)}${how.to}${value.slice(sign + 1)}`,
      });
    }
    case 'drop':
      return rows.toSpliced(how.at, 1);
    case 'swap':
      return rows.with(how.at, own(how.other)).with(how.other, own(how.at));
    case 'insert':
      return rows.toSpliced(how.at, 0, { ...own(how.copyOf), id: 'forged' });
    case 'cut':
      return rows.slice(0, how.at);
  }
}

test('Whatever is changed, dropped, swapped, put in or cut off is found by whoever knows where the log ended', async () => {
  await fc.assert(
    fc.asyncProperty(tampering, fc.boolean(), async (how, isNumberedAnew) => {
      const rows = tamperedWith(written, how).map((row, index) =>
        isNumberedAnew ? { ...row, number: index + 1 } : row,
      );
      const inOrder = rows.toSorted((one, other) => one.number - other.number);
      fc.pre(JSON.stringify(inOrder) !== JSON.stringify(written));
      // The table itself refuses a number or an id that is there already.
      for (const key of ['number', 'id'] as const) fc.pre(new Set(rows.map((row) => row[key])).size === rows.length);
      await database.transaction().execute(async (change) => {
        await change.deleteFrom('audit').execute();
        if (rows.length > 0) await change.insertInto('audit').values(rows).execute();
      });
      const report = await verifyAudit(database);
      expect(report.verified && report.head === head.hash).toBe(false);
    }),
    { numRuns: 400 },
  );
});

test('Whoever writes all hashes anew after a change comes to another end', async () => {
  await fc.assert(
    fc.asyncProperty(place, fc.constantFrom('kind', 'actor', 'at'), async (at, field) => {
      const entries = written.map(({ detail, previous: _previous, hash: _hash, number: _number, ...rest }, index) => ({
        ...rest,
        detail: JSON.parse(detail),
        ...(index === at ? { [field]: 'forged' } : {}),
      }));
      await database.transaction().execute(async (change) => {
        await change.deleteFrom('audit').execute();
        await appendAudit(change, entries);
      });
      const report = await verifyAudit(database);
      expect([report.verified, report.head === head.hash]).toEqual([true, false]);
    }),
    { numRuns: 40 },
  );
});
