import type { Io, Outcome } from './io.ts'
import type { OwnPurpose } from './purpose.ts'

/** One command of the command line. */
export interface Command {
  name: string
  /** what is typed behind the name */
  usage: string
  /** one sentence */
  summary: string
  /** option and what it does, for `help NAME` */
  options: readonly (readonly [option: string, meaning: string])[]
  run(words: readonly string[], io: Io): Promise<Outcome>
}

const json = ['--json', 'één JSON-object als laatste regel'] as const
const caseNumber = ['--zaak NUMMER', 'het zaaknummer bij dat doel; wat een BSN kan zijn, staat niet voluit in logboek en export'] as const

/** Options of commands that look something up, for the help: why is never guessed. */
export const lookUpOptions = [['--doel DOEL', 'verplicht: waarvoor u raadpleegt; komt in het logboek'], caseNumber, json] as const

/** The same for commands with a purpose of their own. */
export function ownPurposeOptions(purpose: OwnPurpose): Command['options'] {
  return [['--doel DOEL', `waarvoor u dit doet; zonder opgave ${purpose}`], caseNumber, json]
}

/** Options of commands that look nothing up. */
export const plainHelp = [json] as const
