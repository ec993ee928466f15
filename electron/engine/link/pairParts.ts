import { z } from 'zod'
import type { PairPart } from '../store/linkPairs.ts'

/** What a pair was weighed by, as JSON without the names of its fields, and with one value where the two are equal: there are many pairs, and this is most of each. */
export function writtenPairParts(parts: readonly PairPart[]): string {
  return JSON.stringify(parts.map(({ comparison, level, weight, left, right }) => [comparison, level, weight, left, ...(left === right ? [] : [right])]))
}

const WrittenParts = z.array(z.tuple([z.string(), z.string(), z.number(), z.string(), z.string().optional()]))

/** What {@link writtenPairParts} wrote. @throws ZodError when something else did */
export function pairPartsIn(written: string): PairPart[] {
  return WrittenParts.parse(JSON.parse(written)).map(([comparison, level, weight, left, right = left]) => ({ comparison, level, weight, left, right }))
}
