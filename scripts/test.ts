import { runChecks } from './steps/checks.ts'
import { prepareElectron, runBuild } from './steps/prepare.ts'
import { closeRun, reportStep } from './steps/report.ts'
import type { StepResult } from './steps/step.ts'
import { runPlaywright, runVitest } from './steps/tests.ts'

const results: StepResult[] = []

/** Keeps going after a step that is not good, so that one run tells everything. */
async function step(run: () => Promise<StepResult>): Promise<boolean> {
  const result = await run()
  reportStep(result)
  results.push(result)
  return result.isGood
}

const hasElectron = await step(prepareElectron)
results.push(...(await runChecks(reportStep)))
await step(() => runVitest('unit', ['unit', 'window']))
await step(() => runVitest('integratie', ['integration']))
const isBuilt = await step(runBuild)
if (hasElectron && isBuilt) await step(() => runPlaywright())
closeRun(results)
