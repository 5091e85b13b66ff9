import type { Client } from '@temporalio/client';
import { searchAttributeKeys } from '../workflows/search-attributes.ts';

const kinds = { KEYWORD: 'Keyword', KEYWORD_LIST: 'KeywordList', DATETIME: 'Datetime' } as const;

/** The search attributes to register with a server, by their names. */
export const searchAttributes: Record<string, 'Keyword' | 'KeywordList' | 'Datetime'> = Object.fromEntries(
  searchAttributeKeys.map(({ name, type }) => [name, kinds[type as keyof typeof kinds]]),
);

/** Those of our search attributes that a namespace has not got. */
export async function missingSearchAttributes({ connection, options }: Client): Promise<string[]> {
  const { namespace } = options;
  // Some servers keep one of these questions for their operators.
  const [known, own] = await Promise.all([
    connection.workflowService.getSearchAttributes({}).then(
      ({ keys }) => Object.keys(keys),
      () => [],
    ),
    connection.operatorService.listSearchAttributes({ namespace }).then(
      ({ customAttributes }) => Object.keys(customAttributes),
      () => [],
    ),
  ]);
  return Object.keys(searchAttributes).filter((name) => ![...known, ...own].includes(name));
}

/**
 * Registers what is missing, before a worker polls: a workflow that sets an attribute which is not registered would hang.
 * Throws a sentence for whoever runs the cluster where that is not ours to do.
 */
export async function registerSearchAttributes(client: Client): Promise<void> {
  const missing = await missingSearchAttributes(client);
  if (missing.length === 0) return;
  const { namespace } = client.options;
  const wanted = Object.fromEntries(missing.map((name) => [name, numbers[searchAttributes[name] ?? 'Keyword']]));
  try {
    await client.connection.operatorService.addSearchAttributes({ namespace, searchAttributes: wanted });
  } catch {
    const commands = missing.map(
      (name) =>
        `  temporal operator search-attribute create --namespace ${namespace} --name ${name} --type ${searchAttributes[name]}`,
    );
    throw new Error(
      [`Temporal's namespace ${namespace} lacks search attributes. Whoever runs it must add them:`, ...commands].join(
        '\n',
      ),
    );
  }
  // A new attribute takes a moment to be known everywhere in a cluster.
  for (let tries = 0; (await missingSearchAttributes(client)).length > 0 && tries < 60; tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 500));
}

/** As Temporal's API numbers the kinds (temporal.api.enums.v1.IndexedValueType). */
const numbers = { Keyword: 2, Datetime: 6, KeywordList: 7 } as const;
