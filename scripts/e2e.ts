import { prepareElectron, runBuild } from './steps/prepare.ts'
import { closeRun, reportStep } from './steps/report.ts'
import type { StepResult } from './steps/step.ts'
import { runPlaywright } from './steps/tests.ts'

const results: StepResult[] = []
for (const run of [prepareElectron, runBuild, () => runPlaywright(process.argv.slice(2), true)]) {
  const result = await run()
  reportStep(result)
  results.push(result)
  if (!result.isGood) break
}
closeRun(results)
