import { findPostgres } from './test/support/find-postgres.ts';

const everywhere = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', tsx: true },
          target: 'es2024',
          experimental: { keepImportAttributes: true },
          transform: { react: { runtime: 'automatic', importSource: 'hono/jsx' } },
        },
        module: { type: 'es6' },
        sourceMaps: 'inline',
      },
    ],
  },
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
};

const postgres = findPostgres();
const hasPostgres = postgres.programs !== null;
if (!hasPostgres) process.stderr.write(`SKIPPED: the tests of the records on PostgreSQL, because ${postgres.why}\n`);

export default {
  projects: [
    {
      ...everywhere,
      displayName: 'tests',
      testMatch: ['<rootDir>/test/**/*.test.ts?(x)'],
      testPathIgnorePatterns: ['/node_modules/', '/test/support/', '/test/records/postgres/'],
    },
    {
      ...everywhere,
      // What the records promise holds on both databases: the same tests once more, on a real PostgreSQL server.
      displayName: 'postgresql',
      testMatch: [hasPostgres ? '<rootDir>/test/records/**/*.test.ts' : '<rootDir>/test/support/**/missing.test.ts'],
      testPathIgnorePatterns: ['/node_modules/', '/test/records/documents'],
      globals: { onPostgres: true },
      globalSetup: '<rootDir>/test/support/postgres-for-all/start.ts',
      globalTeardown: '<rootDir>/test/support/postgres-for-all/stop.ts',
    },
  ],
  maxWorkers: 2,
  testTimeout: 60_000,
};
