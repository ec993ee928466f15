import { runChecks } from './steps/checks.ts'
import { closeRun, reportStep } from './steps/report.ts'
import { runVitest } from './steps/tests.ts'

const results = await runChecks(reportStep)
const unit = await runVitest('unit', ['unit', 'window'])
reportStep(unit)
closeRun([...results, unit])
