const WEIGHTS = [9, 8, 7, 6, 5, 4, 3, 2, -1]

/**
 * Elfproef for BSN and RSIN: weights 9…2 and −1, sum divisible by 11, value above zero; eight digits have lost a leading zero.
 * BSN and RSIN share it, so it never tells a person from a company.
 * @param digits digits only
 */
export function passesElfproef(digits: string): boolean {
  if (!/^\d{8,9}$/.test(digits)) return false
  const padded = digits.padStart(9, '0')
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(padded[i]), 0)
  return Number(padded) > 0 && sum % 11 === 0
}
