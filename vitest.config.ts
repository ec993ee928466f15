import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

/** The same examples every time: a failure seen once can be seen again. */
const setupFiles = ['tests/setup/propertySeed.ts']

/** Without a store, a disk or a window: rules, parsers, definitions, contract, checks. */
const unit = ['tests/{shared,resources,contract,checks,main}/**/*.test.ts', 'tests/engine/normalise/**/*.test.ts']
const window = ['tests/renderer/**/*.test.{ts,tsx}']

export default defineConfig({
  test: {
    // all processors: a run of tests is all that goes on meanwhile, and of two one would stand idle
    maxWorkers: '100%',
    projects: [
      { test: { name: 'unit', include: unit, setupFiles, testTimeout: 60_000 } },
      { test: { name: 'window', include: window, environment: 'jsdom', setupFiles: [...setupFiles, 'tests/setup/patience.ts'], testTimeout: 60_000 } },
      // on a real encrypted store and real files; every job is a thread that reads the engine again, faster when kept compiled. The files
      // of one process share the engine they read: it keeps nothing between two vaults, and reading it takes longer than most tests
      {
        test: {
          name: 'integration', isolate: false, include: ['tests/**/*.test.ts'], exclude: [...unit, ...window, '**/node_modules/**'],
          setupFiles: [...setupFiles, 'tests/setup/rememberedKeys.ts'], testTimeout: 60_000, hookTimeout: 60_000,
          env: { NODE_COMPILE_CACHE: join(import.meta.dirname, '.cache', 'compile') },
        },
      },
    ],
  },
})
