import { text } from 'node:stream/consumers'
import type { Readable } from 'node:stream'
import { UsageError, type Io } from './io.ts'

/** What is typed where words come from standard input: what stands on the command line, everybody on this machine can read in the list of processes. */
const UNSEEN = '-'

/** For the help of every option that says who or what is looked up. */
export const unseenHelp = 'of - om het van de standaardinvoer te lezen'

/**
 * Who or what is looked up, as typed, or for `-` the next line of standard input.
 * @param what how the help calls it
 * @throws UsageError when there is no such line, or nothing on it
 */
export async function unseenWords(io: Pick<Io, 'readLine'>, typed: string, what: string): Promise<string> {
  if (typed !== UNSEEN) return typed
  const line = (await io.readLine(`${what}: `)).trim()
  if (line === '') throw new UsageError(`${what} ontbreekt: op de standaardinvoer staat er geen regel voor.`)
  return line
}

/** The lines of an input one by one, empty once there are no more. It is read to its end at the first. */
export function lineReader(from: Readable): () => Promise<string> {
  let lines: Promise<string[]> | null = null
  return async () => {
    lines ??= text(from).then((all) => all.replace(/^\uFEFF/, '').split(/\r?\n/))
    return (await lines).shift() ?? ''
  }
}
