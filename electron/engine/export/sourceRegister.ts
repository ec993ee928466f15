import type { SourceRef } from '#shared/model/entity.ts'
import { formatDate } from '#shared/text/format.ts'
import type { Block } from './document.ts'

/** Numbers the source rows of a document in the order in which they are first mentioned. */
export interface SourceRegister {
  /** the number of a source row; the same row always has the same one */
  number(source: SourceRef): number
  numbers(sources: readonly SourceRef[]): number[]
  /** every row mentioned so far, by number */
  all(): SourceRef[]
}

export function makeSourceRegister(): SourceRegister {
  const numbers = new Map<number, number>()
  const mentioned: SourceRef[] = []
  const number = (source: SourceRef): number => {
    const known = numbers.get(source.recordId)
    if (known !== undefined) return known
    numbers.set(source.recordId, mentioned.push(source))
    return mentioned.length
  }
  return { number, numbers: (sources) => [...new Set(sources.map(number))].sort((a, b) => a - b), all: () => [...mentioned] }
}

/** The list of sources: which row of which sheet of which delivery. */
export function sourceTable(register: SourceRegister): Block {
  return {
    type: 'table',
    caption: 'Bronregels, in volgorde van vermelding',
    anchor: 'source',
    columns: [
      { heading: 'Bron', width: 7 },
      { heading: 'Bestand', width: 33 },
      { heading: 'Blad', width: 18 },
      { heading: 'Rij', width: 8 },
      { heading: 'Leverancier', width: 22 },
      { heading: 'Peildatum', width: 12 },
    ],
    rows: register
      .all()
      .map((source, place) => [
        [String(place + 1)], [source.file], [source.sheet], [String(source.row)], [source.supplier],
        [source.referenceDate === null ? 'onbekend' : formatDate(source.referenceDate)],
      ]),
  }
}
