import { problemLine } from '#shared/text/problems.ts'
import { toProblem } from '../engine/problem.ts'
import type { Command } from './command.ts'
import { bibob, cases } from './commands/cases.ts'
import { demo } from './commands/demo.ts'
import { findings } from './commands/findings.ts'
import { search } from './commands/lookup.ts'
import { mainJob } from './commands/mainJob.ts'
import { review } from './commands/review.ts'
import { network, path } from './commands/network.ts'
import { explainScore, governance, testScores } from './commands/scoreChecks.ts'
import { score } from './commands/scores.ts'
import { deliveries, mappings, refusals, withdraw } from './commands/deliveries.ts'
import { importFiles, link } from './commands/sources.ts'
import { create, verify } from './commands/vault.ts'
import { explanation, overview } from './help.ts'
import { UsageError, type Io } from './io.ts'

const commands: readonly Command[] = [
  create, importFiles, deliveries, refusals, withdraw, mappings, link, review, score, explainScore, testScores, governance, search, network, path, findings, cases, bibob,
  verify, demo, mainJob,
]

/** Runs one command. @returns the exit code: 0 done, 1 it could not be done, 2 typed wrongly */
export async function runCommandLine(words: readonly string[], io: Io): Promise<number> {
  const [name = 'help', ...rest] = words
  if (name === 'help' || name === '--help' || name === '-h') return help(rest, io)
  const command = commands.find((one) => one.name === name)
  if (!command) return misused(`De opdracht ‘${name}’ bestaat niet.`, overview(commands), io)
  try {
    const { data, text } = await command.run(rest, io)
    for (const line of rest.includes('--json') ? [JSON.stringify(data)] : text) io.out(line)
    return 0
  } catch (error) {
    if (error instanceof UsageError) return misused(error.message, explanation(command), io)
    io.error(problemLine(toProblem(error)))
    return 1
  }
}

function help([name]: readonly string[], io: Io): number {
  const command = commands.find((one) => one.name === name)
  if (name !== undefined && !command) return misused(`De opdracht ‘${name}’ bestaat niet.`, overview(commands), io)
  for (const line of command ? explanation(command) : overview(commands)) io.out(line)
  return 0
}

function misused(sentence: string, lines: readonly string[], io: Io): number {
  for (const line of [sentence, '', ...lines]) io.error(line)
  return 2
}
