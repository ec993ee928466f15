import type { Fraction } from '#shared/model/ownership.ts'

/** An exact share; always in lowest terms with a positive denominator. */
export interface Share {
  part: bigint
  whole: bigint
}

export const WHOLE: Share = { part: 1n, whole: 1n }
export const NOTHING: Share = { part: 0n, whole: 1n }

/** @param whole not zero */
export function share(part: bigint, whole: bigint): Share {
  const divisor = greatestCommonDivisor(part, whole)
  return { part: part / divisor, whole: whole / divisor }
}

export function multiply(a: Share, b: Share): Share {
  return share(a.part * b.part, a.whole * b.whole)
}

export function add(a: Share, b: Share): Share {
  return share(a.part * b.whole + b.part * a.whole, a.whole * b.whole)
}

/** Below zero when `a` is the smaller, above when it is the greater, zero when they are equal. */
export function compare(a: Share, b: Share): number {
  const difference = a.part * b.whole - b.part * a.whole
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

export function toFraction({ part, whole }: Share): Fraction {
  return { numerator: String(part), denominator: String(whole) }
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? (a < 0n ? -a : a) || 1n : greatestCommonDivisor(b, a % b)
}
