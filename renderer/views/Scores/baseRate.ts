/** The three figures behind what a flag is worth, as shares 0…1. */
export interface BaseRateInput {
  prevalence: number
  sensitivity: number
  specificity: number
}

/** `0,5` or `0.5`, with or without a percent sign, as a share; null when it is no percentage. */
export function shareOfText(typed: string): number | null {
  const digits = typed.trim().replace(/\s*%$/, '').replace(',', '.')
  if (!/^\d{1,3}(\.\d+)?$/.test(digits)) return null
  const share = Number(digits) / 100
  return share > 1 ? null : share
}

/** A share as a person would type it: `0,5`. */
export function textOfShare(share: number): string {
  return String(Number((share * 100).toPrecision(12))).replace('.', ',')
}

const PREMISES = 10_000

/** The same in whole premises, which people read better than chances. */
export function inPremises({ prevalence, sensitivity, specificity }: BaseRateInput): { used: number; found: number; wrong: number; missed: number } {
  const used = Math.round(PREMISES * prevalence)
  const found = Math.round(used * sensitivity)
  return { used, found, wrong: Math.round((PREMISES - used) * (1 - specificity)), missed: used - found }
}
