import type { Fraction } from '../model/ownership.ts'
import { formatNumber } from './format.ts'

/** `37,5 %`; reckoned with whole numbers, because numerator and denominator outgrow a number. */
export function sharePercent({ numerator, denominator }: Fraction): string {
  const [part, whole] = [BigInt(numerator), BigInt(denominator)]
  const tenths = (part * 1000n * 2n + whole) / (whole * 2n)
  if (tenths === 0n && part > 0n) return '< 0,1 %'
  return `${formatNumber(Number(tenths) / 10, tenths % 10n === 0n ? 0 : 1)} %`
}

/** `3/8 (37,5 %)`; the fraction is exact, the percentage is for the eye. */
export function shareText(share: Fraction): string {
  return `${share.numerator}/${share.denominator} (${sharePercent(share)})`
}
