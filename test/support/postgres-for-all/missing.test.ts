import { test } from '@jest/globals';

// Stands in the place of the records' tests where no PostgreSQL runs, so that the count of skipped tests says it.
test.skip('What the records promise holds on PostgreSQL too', () => {});
