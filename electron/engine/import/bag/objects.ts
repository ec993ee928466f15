import { Column, IdTable } from './idTable.ts'
import type { BagElement } from './elements.ts'

/** Uses of domain.md §2.1, in the order of their bit. */
const USES = [
  'woonfunctie', 'bijeenkomstfunctie', 'celfunctie', 'gezondheidszorgfunctie', 'industriefunctie', 'kantoorfunctie', 'logiesfunctie',
  'onderwijsfunctie', 'sportfunctie', 'winkelfunctie', 'overige gebruiksfunctie',
]
const MILLIMETRES = 1000
/** Statuses of an object that does not exist (any more): ingetrokken, niet gerealiseerd, ten onrechte opgevoerd. */
const GONE = /ingetrokken|niet gerealiseerd|ten onrechte/i

/** What an address gets from its object. */
export interface ObjectFacts {
  objectId: number
  buildingId: number | null
  uses: string
  area: number | null
  status: string
  x: number | null
  y: number | null
  buildYear: number | null
  /** whether another address is its main one */
  isSecondary: boolean
  /** ISO day since which it does not exist (any more); null for one that does */
  goneSince: string | null
}

/**
 * Objects and buildings of an extract by the nummeraanduiding they have as address (main or other), in typed columns:
 * about 45 bytes an address, so that a national extract fits beside everything else.
 */
export class BagObjects {
  readonly #addresses = new IdTable()
  readonly #object = new Column(Float64Array)
  readonly #building = new Column(Float64Array)
  readonly #uses = new Column(Uint16Array)
  readonly #area = new Column(Int32Array)
  readonly #status = new Column(Uint8Array)
  readonly #x = new Column(Int32Array)
  readonly #y = new Column(Int32Array)
  readonly #statuses: string[] = ['']
  readonly #buildings = new IdTable()
  readonly #year = new Column(Uint16Array)
  /** how good the object is for its address, see {@link rankOf} */
  readonly #rank = new Column(Uint8Array)
  /** 20240501; 0 for an object that exists */
  readonly #gone = new Column(Int32Array)

  /**
   * Remembers a verblijfsobject, ligplaats or standplaats under each of its addresses. One that is gone never hides one that is there,
   * nor does one whose address is a secondary one hide one whose main address it is.
   */
  addObject(element: BagElement): void {
    const point = centreOf(element.position)
    const building = Number(element.PandRef[0] ?? 0)
    for (const address of element.NummeraanduidingRef) {
      const index = this.#addresses.add(Number(address))
      const rank = rankOf(element, address)
      if (rank < this.#rank.get(index)) continue
      this.#rank.set(index, rank)
      this.#gone.set(index, rank > GONE_MAIN ? 0 : Number(element.beginGeldigheid.slice(0, 10).replaceAll('-', '')))
      this.#object.set(index, Number(element.identificatie))
      this.#building.set(index, building)
      this.#uses.set(index, usesOf(element.gebruiksdoel))
      this.#area.set(index, Number(element.oppervlakte))
      this.#status.set(index, this.#statusIndex(element.status))
      this.#x.set(index, Math.round((point?.x ?? 0) * MILLIMETRES))
      this.#y.set(index, Math.round((point?.y ?? 0) * MILLIMETRES))
    }
  }

  addBuilding(element: BagElement): void {
    this.#year.set(this.#buildings.add(Number(element.identificatie)), Number(element.oorspronkelijkBouwjaar))
  }

  /** The object behind an address; null when the extract has none. */
  find(address: number): ObjectFacts | null {
    const index = this.#addresses.find(address)
    if (index < 0) return null
    const building = this.#building.get(index)
    const year = building === 0 ? -1 : this.#buildings.find(building)
    return {
      objectId: this.#object.get(index),
      buildingId: building || null,
      uses: USES.filter((_, bit) => (this.#uses.get(index) >> bit) & 1).join(', '),
      area: this.#area.get(index) || null,
      status: this.#statuses[this.#status.get(index)] ?? '',
      x: this.#x.get(index) === 0 ? null : this.#x.get(index) / MILLIMETRES,
      y: this.#y.get(index) === 0 ? null : this.#y.get(index) / MILLIMETRES,
      buildYear: year < 0 ? null : this.#year.get(year) || null,
      isSecondary: this.#rank.get(index) % 2 === 1,
      goneSince: isoDay(this.#gone.get(index)),
    }
  }

  #statusIndex(status: string): number {
    const known = this.#statuses.indexOf(status)
    return known >= 0 ? known : this.#statuses.push(status) - 1
  }
}

const [GONE_SECONDARY, GONE_MAIN, SECONDARY, MAIN] = [1, 2, 3, 4]

function rankOf(element: BagElement, address: string): number {
  const isSecondary = element.secondary.includes(address)
  if (GONE.test(element.status)) return isSecondary ? GONE_SECONDARY : GONE_MAIN
  return isSecondary ? SECONDARY : MAIN
}

/** `20240501` as 2024-05-01. */
function isoDay(day: number): string | null {
  return day === 0 ? null : `${day}`.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3')
}

function usesOf(uses: readonly string[]): number {
  return uses.reduce((bits, use) => {
    const bit = USES.indexOf(use.toLowerCase())
    return bit < 0 ? bits : bits | (1 << bit)
  }, 0)
}

const OUTLINE_STEPS = [2, 3]

/** A point as given, or the mean of the corners of an outline; the third coordinate (height) is left out. */
export function centreOf(text: string): { x: number; y: number } | null {
  const numbers = text.trim().split(/\s+/).map(Number)
  if (numbers.length < 2 || numbers.some((one) => !Number.isFinite(one))) return null
  if (numbers.length <= 3) return { x: numbers[0] ?? 0, y: numbers[1] ?? 0 }
  const step = OUTLINE_STEPS.find((one) => numbers.length % one === 0 && closes(numbers, one)) ?? 2
  let x = 0
  let y = 0
  const corners = numbers.length / step - 1
  for (let i = 0; i < corners; i += 1) {
    x += numbers[i * step] ?? 0
    y += numbers[i * step + 1] ?? 0
  }
  return { x: Math.round((x / corners) * MILLIMETRES) / MILLIMETRES, y: Math.round((y / corners) * MILLIMETRES) / MILLIMETRES }
}

/** A ring ends where it began. */
function closes(numbers: readonly number[], step: number): boolean {
  return numbers[0] === numbers[numbers.length - step] && numbers[1] === numbers[numbers.length - step + 1]
}
