import { statfsSync } from 'node:fs'

/** Says on stderr how far something long is; measurements alone go to stdout. */
export function aloud(group: string): (text: string) => void {
  let said = ''
  return (text) => {
    if (text !== said) process.stderr.write(`${group}: ${text}\n`)
    said = text
  }
}

/** In whole percents by fives. */
export function percents(done: number, total: number | null): string {
  return `${Math.floor((20 * done) / Math.max(1, total ?? 1)) * 5} %`
}

/** Bytes that can still be written in a folder. */
export function roomIn(folder: string): number {
  const { bavail, bsize } = statfsSync(folder)
  return bavail * bsize
}
