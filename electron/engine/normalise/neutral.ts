/** What a spreadsheet would run as a formula: behind blanks too, and with the wide signs of Asian keyboards, which it takes for the same. */
const FORMULA = /^\s*[=+\-@＝＋－＠]/
const NUMBER = /^[+-]?[\d.,]+$/

/** A text as it may stand in a CSV file: a leading apostrophe makes a spreadsheet show it; numbers with a sign stay numbers. */
export function neutral(text: string): string {
  return FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text
}

/** Takes off the apostrophe of {@link neutral}, or the one that keeps a number a text. */
export function withoutApostrophe(text: string): string {
  return /^'\d/.test(text) || (text.startsWith("'") && FORMULA.test(text.slice(1))) ? text.slice(1).trimStart() : text
}
