/** What a cell of a workbook can hold. */
const LONGEST = 32_767
const CUT = '… (ingekort: meer past er niet in een cel)'

/** A text as a cell of a workbook can hold it; a longer one is cut, and says so. */
export function cellFitting(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST - CUT.length)}${CUT}` : text
}
