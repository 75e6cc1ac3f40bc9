import { defineConfig } from 'vitest/config'

const never = ['**/node_modules/**', '**/dist/**']
/** Tests that put something else in the place of a module: each needs modules of its own. */
const mocked = '**/*.mocked.test.ts'

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: [
            'packages/**/*.test.ts',
            'contract/**/*.test.ts',
            'web/src/**/*.test.{ts,tsx}',
            'server/src/**/*.test.ts',
            'demo/**/*.test.ts',
            'tools/**/*.test.ts',
            'bench/**/*.test.ts',
          ],
          exclude: [...never, '**/*.integration.test.ts', '**/*.thorough.test.ts', mocked],
          testTimeout: 20_000,
          // Files share what they import, which takes a third of the time; so none of them may put a module in another's place.
          isolate: false,
        },
      },
      {
        test: {
          name: 'unit-mocked',
          include: [mocked],
          exclude: never,
          testTimeout: 20_000,
        },
      },
      {
        test: {
          name: 'thorough',
          include: ['packages/**/*.thorough.test.ts', 'server/**/*.thorough.test.ts', 'demo/**/*.thorough.test.ts'],
          exclude: never,
          testTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'integration',
          include: ['server/**/*.integration.test.ts', 'demo/**/*.integration.test.ts'],
          exclude: never,
          globalSetup: 'server/src/platform/testing/global-setup.ts',
          pool: 'forks',
          maxWorkers: 2,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['e2e/**/*.spec.ts'],
          exclude: never,
          globalSetup: 'e2e/src/global-setup.ts',
          pool: 'forks',
          fileParallelism: false,
          // A busy machine may take longer than the usual second for what a person would wait for.
          expect: { poll: { timeout: 10_000 } },
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
