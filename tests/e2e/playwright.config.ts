import { join } from 'node:path'
import { type PlaywrightTestConfig } from '@playwright/test'

const root = join(import.meta.dirname, '..', '..')

const config: PlaywrightTestConfig = {
  testDir: import.meta.dirname,
  testMatch: '*.spec.ts',
  outputDir: join(root, 'test-results'),
  // one window at a time: two applications on two cores make each other slow
  workers: 1,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  forbidOnly: process.env['CI'] !== undefined,
  reporter: 'list',
  use: { trace: 'retain-on-failure' },
}

export default config
