/** One thing `npm test` does: a check that is good or not, or a run of tests that is counted. */
export interface StepResult {
  name: string
  isGood: boolean
  /** to read when it is not good */
  output: string
  counts?: TestCounts
}

export interface TestCounts {
  passed: number
  failed: number
  skipped: number
}

/** The lines under a run: a line per step and, as the very last, the sum; a check that is not good counts as failed. */
export function summarise(results: readonly StepResult[]): string[] {
  const lines = results.map(({ name, isGood, counts }) => `${name.padEnd(14)}${counts === undefined ? (isGood ? 'goed' : 'NIET GOED') : inWords(counts)}`)
  const sum = { passed: 0, failed: 0, skipped: 0 }
  for (const { isGood, counts } of results) {
    sum.passed += counts?.passed ?? 0
    sum.skipped += counts?.skipped ?? 0
    sum.failed += isGood ? 0 : Math.max(counts?.failed ?? 0, 1)
  }
  const skipped = sum.skipped > 0 ? `, ${sum.skipped} skipped` : ''
  return [...lines, '', `${sum.passed} passed, ${sum.failed} failed${skipped}`]
}

function inWords({ passed, failed, skipped }: TestCounts): string {
  return `${passed} geslaagd, ${failed} mislukt${skipped > 0 ? `, ${skipped} overgeslagen` : ''}`
}
