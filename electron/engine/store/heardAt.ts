/**
 * In a statement over very many rows: true for every row, and at one in so many asks whether to go on (`Writer.heeding`). Apart from the
 * driver: who only wants the words of a statement, as the end-to-end tests do by way of the demo, need not load it.
 * @param number of the row, a column
 */
export function heardAt(number: string): string {
  return `((${number} & 8191) <> 0 OR heard())`
}
