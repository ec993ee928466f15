import { say } from '../setup/command.ts'
import { type StepResult, summarise } from './step.ts'

/** Says how a step went: a word when it is good, everything it wrote when it is not. */
export function reportStep(result: StepResult): void {
  if (result.isGood) say(`✓ ${result.name}`)
  else say(`✗ ${result.name}\n${result.output}`)
}

/** Prints the summary on stdout and sets the exit code. */
export function closeRun(results: readonly StepResult[]): void {
  process.stdout.write(`\n${summarise(results).join('\n')}\n`)
  process.exitCode = results.every((result) => result.isGood) ? 0 : 1
}
