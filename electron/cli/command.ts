import type { Io, Outcome } from './io.ts'

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

/** Options that commands on a vault share, for the help. */
export const sharedOptions = [
  ['--doel DOEL', 'waarvoor u raadpleegt; komt in het logboek'],
  ['--zaak NUMMER', 'het zaaknummer bij dat doel'],
  ['--json', 'één JSON-object als laatste regel'],
] as const
