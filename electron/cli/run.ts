import { problemLine } from '#shared/text/problems.ts'
import { toProblem } from '../engine/problem.ts'
import type { Command } from './command.ts'
import { bibob, cases } from './commands/cases.ts'
import { destructions } from './commands/destructions.ts'
import { demo } from './commands/demo.ts'
import { findings } from './commands/findings.ts'
import { link } from './commands/link.ts'
import { search } from './commands/lookup.ts'
import { mainJob } from './commands/mainJob.ts'
import { references } from './commands/references.ts'
import { review } from './commands/review.ts'
import { network, path } from './commands/network.ts'
import { riskBranchList } from './commands/riskBranches.ts'
import { explainScore, governance, testScores } from './commands/scoreChecks.ts'
import { score } from './commands/scores.ts'
import { deliveries, mappings, refusals, withdraw } from './commands/deliveries.ts'
import { importFiles } from './commands/sources.ts'
import { terms } from './commands/terms.ts'
import { triage } from './commands/triage.ts'
import { changePassphrase, create, verify } from './commands/vault.ts'
import { weights } from './commands/weights.ts'
import { explanation, helpData, overview, reminder } from './help.ts'
import { UsageError, type Io, type Outcome } from './io.ts'

const commands: readonly Command[] = [
  create, importFiles, deliveries, refusals, withdraw, mappings, link, review, score, explainScore, testScores, governance, weights, riskBranchList, search, network, path, findings, triage, cases, bibob,
  references, terms, destructions, changePassphrase, verify, demo, mainJob,
]

/** Runs one command. @returns the exit code: 0 done, 1 not all of it could be done, 2 typed wrongly */
export async function runCommandLine(words: readonly string[], io: Io): Promise<number> {
  if (isForHelp(words)) return help(words, io)
  const [name, ...rest] = words
  const command = commands.find((one) => one.name === name)
  if (!command) return misused(unknownCommand(name ?? ''), undefined, io)
  try {
    return tell(await command.run(rest, io), rest, io)
  } catch (error) {
    if (error instanceof UsageError) return misused(error, command, io)
    io.error(problemLine(toProblem(error)))
    return 1
  }
}

function tell({ data, text, failures = [] }: Outcome, words: readonly string[], io: Io): number {
  for (const line of words.includes('--json') ? [JSON.stringify(data)] : text) io.out(line)
  for (const sentence of failures) io.error(sentence)
  return failures.length === 0 ? 0 : 1
}

/** `help`, nothing at all, or `--help` anywhere. */
function isForHelp(words: readonly string[]): boolean {
  return words.length === 0 || words[0] === 'help' || words.some((word) => word === '--help' || word === '-h')
}

function help(words: readonly string[], io: Io): number {
  const name = words.find((word) => word !== 'help' && !word.startsWith('-'))
  const command = commands.find((one) => one.name === name)
  if (name !== undefined && !command) return misused(unknownCommand(name), undefined, io)
  if (words.includes('--json')) io.out(JSON.stringify(helpData(command ? [command] : commands)))
  else for (const line of command ? explanation(command) : overview(commands)) io.out(line)
  return 0
}

function unknownCommand(name: string): UsageError {
  return new UsageError(`De opdracht ‘${name}’ bestaat niet.`)
}

function misused({ message, choices }: UsageError, command: Command | undefined, io: Io): number {
  for (const line of [message, ...choices, '', ...reminder(command)]) io.error(line)
  return 2
}
