import { appendAudit } from '../../records/audit.ts';
import { openRecords, type Stores } from '../../records/records.ts';

// A process of its own that appends to the audit of a data folder: all its entries at once.
const [folder = '', stores = '{}', name = '', count = '0'] = process.argv.slice(2);
const records = await openRecords(folder, JSON.parse(stores) as Stores);
const entries = Array.from({ length: Number(count) }, (_, index) => ({
  id: `${name} ${index}`,
  subject: 'tr-camliova.1',
  kind: 'noted',
  actor: name,
  at: '2027-03-02T09:00:00.000Z',
  detail: { index },
}));
await Promise.all(
  entries.map((entry) => records.database.transaction().execute((change) => appendAudit(change, [entry]))),
);
await records.close();
