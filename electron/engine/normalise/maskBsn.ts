import { passesElfproef } from './elfproef.ts'

/** Eight or nine digits, or the groupings people write a BSN in (123456782, 1234.56.782, 123 456 782); not a part of a longer number, an amount or a hash. */
const NUMBER = /(?<![\da-fA-F.,-]|€\s?)(?:\d{8,9}|\d{4}[ .]\d{2}[ .]\d{3}|\d{3}[ .-]\d{3}[ .-]\d{3})(?![\da-fA-F])/g
const CALLED_BSN = /(?:bsn|burgerservicenummer|sofi-?nummer)[\s:.=]*$/i

/**
 * Hides what can be a BSN in a text somebody typed: all but the last four digits. Nine digits that pass the elfproef,
 * and any eight or nine digits that are called a BSN. Other numbers (KVK, BAG, case numbers) stay.
 */
export function maskBsn(text: string): string {
  return text.replace(NUMBER, (match, at: number) => {
    const digits = match.replace(/\D/g, '')
    const isBsn = CALLED_BSN.test(text.slice(0, at)) || (digits.length === 9 && passesElfproef(digits))
    return isBsn ? `•••••${digits.slice(-4)}` : match
  })
}
