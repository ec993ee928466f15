import { closeSync, openSync, writeSync } from 'node:fs'
import { workshop } from '../workshop.ts'

/** Headings of a delivery of signals, as departments write them. */
export const headings = [
  'Signaalnummer', 'Soort signaal', 'Fenomeen', 'Waarnemingsdatum', 'Ontvangstdatum', 'Contactfunctie', 'KvK', 'Straatnaam', 'Huisnummer', 'Toevoeging', 'Postcode', 'Woonplaats',
]
/** Streets of the small register that the signals point to. */
export const STREETS = 200
export const NUMBERS = 300

export function streetOf(i: number): { street: string; postcode: string } {
  const at = i % STREETS
  return { street: `${['Linden', 'Beuken', 'Haven', 'Molen', 'Kerk'][at % 5] ?? ''}${['straat', 'laan', 'weg', 'plein'][Math.floor(at / 5) % 4] ?? ''} ${['Noord', 'Zuid', 'Oost', 'West', 'Midden', 'Hoog', 'Laag', 'Oud', 'Nieuw', 'Groot'][Math.floor(at / 20)] ?? ''}`, postcode: `13${11 + (at % 50)}A${String.fromCharCode(65 + (at % 4))}` }
}

/** The cells of one signal; the same for the same number. */
export function cellsOf(i: number): (string | number)[] {
  const day = `${String((i % 28) + 1).padStart(2, '0')}-${String((i % 12) + 1).padStart(2, '0')}-202${i % 6}`
  const { street, postcode } = streetOf(i * 7)
  return [
    `S-${i}`, 'Vermoeden hennepkwekerij', 'hennep', day, day, 'regisseur ondermijning', `099${String(i % 100_000).padStart(5, '0')}`, street, ((i * 13) % NUMBERS) + 1,
    i % 9 === 0 ? 'A' : '', `${postcode.slice(0, 4)} ${postcode.slice(4)}`, 'Almere',
  ]
}

const AT_ONCE = 10_000

/** A CSV of so many rows. */
export function writeLines(name: string, headline: readonly string[], rows: number, line: (i: number) => readonly (string | number)[]): string {
  const path = workshop(name)
  const handle = openSync(path, 'w')
  writeSync(handle, `${headline.join(';')}\n`)
  for (let i = 0; i < rows; i += AT_ONCE) writeSync(handle, Array.from({ length: Math.min(AT_ONCE, rows - i) }, (_, j) => `${line(i + j).join(';')}\n`).join(''))
  closeSync(handle)
  return path
}

/** The addresses the signals are about. */
export function writeAddresses(): string {
  return writeLines('bag.csv', ['Nummeraanduiding', 'Openbare ruimte', 'Huisnummer', 'Postcode', 'Woonplaats'], STREETS * NUMBERS, (i) => {
    const { street, postcode } = streetOf(Math.floor(i / NUMBERS))
    return [`00342000${String(i + 1).padStart(8, '0')}`, street, (i % NUMBERS) + 1, postcode, 'Almere']
  })
}
