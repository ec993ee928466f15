import type { TextReading } from '#shared/model/source.ts'

const SINGLE = /(?:^|[;,\t|~^\x1f])'(?:[^'\r\n]|'')*'(?=$|[;,\t|~^\x1f\r\n])/gm
const DOUBLE = /(?:^|[;,\t|~^\x1f])"/m

/**
 * The sign around values: double, unless no value begins with one and as many values as half the lines stand between single ones.
 * Names such as ’s-Gravenhage begin with a single one but do not end with it.
 */
export function detectQuote(sample: string): TextReading['quote'] {
  if (DOUBLE.test(sample)) return '"'
  const lines = sample.split(/\r\n|\n|\r/).filter((line) => line.trim() !== '').length
  const wrapped = sample.match(SINGLE)?.length ?? 0
  return wrapped > 0 && wrapped >= lines / 2 ? "'" : '"'
}
