import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

/** Without a store, a disk or a window: rules, parsers, definitions, contract, checks. */
const unit = ['tests/{shared,resources,contract,checks,main}/**/*.test.ts', 'tests/engine/{normalise,audit}/**/*.test.ts']
const window = ['tests/renderer/**/*.test.{ts,tsx}']

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', include: unit } },
      { test: { name: 'window', include: window, environment: 'jsdom', testTimeout: 60_000 } },
      // on a real encrypted store and real files; every job is a thread that reads the engine again, faster when kept compiled
      {
        test: {
          name: 'integration', include: ['tests/**/*.test.ts'], exclude: [...unit, ...window, '**/node_modules/**'], testTimeout: 60_000, hookTimeout: 60_000,
          env: { NODE_COMPILE_CACHE: join(import.meta.dirname, '.cache', 'compile') },
        },
      },
    ],
  },
})
