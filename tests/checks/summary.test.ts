import { describe, expect, test } from 'vitest'
import { summarise } from '../../scripts/steps/step.ts'
import { countPlaywright, countVitest } from '../../scripts/steps/tests.ts'

describe('the last line of npm test', () => {
  test('sums the tests of every kind', () => {
    const lines = summarise([
      { name: 'types', isGood: true, output: '' },
      { name: 'unit', isGood: true, output: '', counts: { passed: 12, failed: 0, skipped: 0 } },
      { name: 'e2e', isGood: true, output: '', counts: { passed: 3, failed: 0, skipped: 0 } },
    ])
    expect(lines).toEqual(['types         goed', 'unit          12 geslaagd, 0 mislukt', 'e2e           3 geslaagd, 0 mislukt', '', '15 passed, 0 failed'])
  })

  test('counts a check that is not good, and a run that broke off, as failed', () => {
    const lines = summarise([
      { name: 'lint', isGood: false, output: '' },
      { name: 'unit', isGood: false, output: '', counts: { passed: 1, failed: 2, skipped: 4 } },
      { name: 'e2e', isGood: false, output: '', counts: { passed: 0, failed: 0, skipped: 0 } },
    ])
    expect(lines.at(-1)).toBe('1 passed, 4 failed, 4 skipped')
  })
})

describe('counting', () => {
  test('Vitest: a file that does not load counts as one failed test', () => {
    const result = {
      numPassedTests: 5,
      numFailedTests: 1,
      numPendingTests: 2,
      numTodoTests: 0,
      testResults: [
        { status: 'failed', assertionResults: [] },
        { status: 'failed', assertionResults: [{ status: 'failed' }] },
      ],
    }
    expect(countVitest(result)).toEqual({ passed: 5, failed: 2, skipped: 2 })
  })

  test('Playwright: what passed at a second try passed', () => {
    expect(countPlaywright({ stats: { expected: 4, unexpected: 1, flaky: 1, skipped: 2 } })).toEqual({ passed: 5, failed: 1, skipped: 2 })
  })

  test('no result is no tests', () => {
    expect(countVitest(null)).toEqual({ passed: 0, failed: 0, skipped: 0 })
  })
})
