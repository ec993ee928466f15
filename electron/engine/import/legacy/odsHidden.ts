import type { Archive } from '../archive.ts'
import { addRun, type HiddenParts } from '../hiddenParts.ts'
import { LAST_COLUMN, LAST_ROW } from '../workbook.ts'
import { readXml, type Attributes, type XmlListener } from '../xml.ts'

const CONTENT = 'content.xml'

/** What does not show of the sheets of an OpenDocument workbook, in their order; the library that reads the cells passes this over. */
export async function readOdsHidden(archive: Archive): Promise<HiddenParts[]> {
  const listener = new HiddenListener()
  if (archive.has(CONTENT)) await readXml(await archive.stream(CONTENT), listener)
  return listener.sheets
}

class HiddenListener implements XmlListener {
  readonly sheets: HiddenParts[] = []
  /** a table inside a cell is no sheet */
  #depth = 0
  #row = 1
  #column = 0

  open(name: string, attributes: Attributes): void {
    if (name === 'table') this.#openTable()
    else if (this.#depth !== 1) return
    else if (name === 'table-row') this.#row = this.#pass('rows', this.#row, attributes['table:number-rows-repeated'], attributes, LAST_ROW)
    else if (name === 'table-column') this.#column = this.#pass('columns', this.#column, attributes['table:number-columns-repeated'], attributes, LAST_COLUMN - 1)
  }

  close(name: string): void {
    if (name === 'table') this.#depth -= 1
  }

  text(): void {
    // what is in the cells is for the library
  }

  #openTable(): void {
    this.#depth += 1
    if (this.#depth > 1) return
    this.sheets.push({ rows: [], columns: [] })
    this.#row = 1
    this.#column = 0
  }

  /** @returns the place behind what was passed: one row or column, or so many alike */
  #pass(part: keyof HiddenParts, first: number, repeated: string | undefined, attributes: Attributes, last: number): number {
    const times = Math.max(1, Math.floor(Number(repeated ?? 1)) || 1)
    const visibility = attributes['table:visibility'] ?? 'visible'
    const runs = this.sheets.at(-1)?.[part]
    if (visibility !== 'visible' && runs && first <= last) addRun(runs, first, Math.min(last, first + times - 1))
    return first + times
  }
}
