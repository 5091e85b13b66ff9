import { beforeAll, expect, test } from '@jest/globals';
import { bundleWorkflows } from '../../worker/bundle.ts';

let sources: string[] = [];

beforeAll(async () => {
  const code = await bundleWorkflows();
  const map = Buffer.from(code.split('base64,').at(-1) ?? '', 'base64').toString('utf8');
  ({ sources } = JSON.parse(map) as { sources: string[] });
});

test('what runs inside the workflow sandbox is exactly these packages, and nothing else', () => {
  const packages = sources.flatMap((source) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(source)?.[1] ?? []);
  expect([...new Set(packages)].toSorted()).toEqual([
    '@temporalio/common',
    '@temporalio/workflow',
    'long',
    'ms',
    'nexus-rpc',
  ]);
});

test('of our own house only rules and the story run inside the sandbox: no schemas, no activities', () => {
  const own = sources.filter((source) => !source.includes('node_modules'));
  const others = /\/((?:domain|activities|templates|records|service|worker|web|cli)\/[^?]+\.ts)$/;
  expect(own.flatMap((source) => others.exec(source)?.[1] ?? []).toSorted()).toEqual([
    'domain/announcement/acts.ts',
    'domain/announcement/refusal.ts',
    'domain/announcement/rules.ts',
    'domain/ids.ts',
    'domain/onboarding/acts.ts',
    'domain/onboarding/asking.ts',
    'domain/onboarding/decided.ts',
    'domain/onboarding/flags.ts',
    'domain/onboarding/gathered.ts',
    'domain/onboarding/happened.ts',
    'domain/onboarding/hold.ts',
    'domain/onboarding/letter-decided.ts',
    'domain/onboarding/pending.ts',
    'domain/onboarding/refusal.ts',
    'domain/onboarding/refusing/accept.ts',
    'domain/onboarding/refusing/claim.ts',
    'domain/onboarding/refusing/code.ts',
    'domain/onboarding/refusing/letter.ts',
    'domain/onboarding/refusing/on-hold.ts',
    'domain/onboarding/refusing/review.ts',
    'domain/onboarding/refusing/statement.ts',
    'domain/onboarding/refusing/supersede.ts',
    'domain/onboarding/refusing/time.ts',
    'domain/onboarding/refusing/wrong-stage.ts',
    'domain/onboarding/state.ts',
    'domain/onboarding/taken.ts',
    'domain/onboarding/too-many.ts',
    'domain/onboarding/turning-point.ts',
  ]);
});
