import { expect, test } from '@jest/globals';
import { sha256 } from '../../../../domain/canonical.ts';
import { boundPages } from '../../../../worker/adapters/letter/bound-pages.ts';
import { dataFolder, recordsIn } from '../../../support/data-folders.ts';

test('The pages of a letter signed by hand are bound in their order, and none is left out silently', async () => {
  const { documents } = await recordsIn(await dataFolder());
  const [first, second] = [Buffer.from('the first page'), Buffer.from('the second page')];
  const kept = [await documents.put(first), await documents.put(second)];

  const bound = await boundPages(documents, kept);
  expect(bound.map((page) => Buffer.from(page).toString())).toEqual(['the first page', 'the second page']);
  await expect(boundPages(documents, [...kept, sha256('a page that never came')])).rejects.toMatchObject({
    type: 'page-of-scan-missing',
    nonRetryable: false,
  });
});
