/** A date or date-time as a workbook stores it: `2024-05-01`, `2024-05-01T13:30:00`, or a time of day `13:30:00`. */
export class DateCell {
  readonly iso: string

  constructor(iso: string) {
    this.iso = iso
  }
}

/** A formula that failed, such as `#N/A`. */
export class ErrorCell {
  readonly code: string

  constructor(code: string) {
    this.code = code
  }
}

/** One cell as delivered. */
export type Cell = string | number | boolean | DateCell | ErrorCell | null
/** A cell with something in it. Texts have been through `cleanText`. */
export type Filled = string | number | boolean | DateCell

/** A value that had to be changed in more than its writing before it could be taken in. */
export class Repaired<T> {
  readonly value: T
  readonly reason: string

  constructor(value: T, reason: string) {
    this.value = value
    this.reason = reason
  }
}

/** A value that cannot be taken in. */
export class Refused {
  readonly reason: string

  constructor(reason: string) {
    this.reason = reason
  }
}

/**
 * What a reader makes of a cell: a plain value when nothing is the matter (so that good rows cost no objects),
 * null when it stands for "nothing known".
 */
export type Reading<T> = T | null | Repaired<T> | Refused

/** The cell as text, as a spreadsheet without formats would show it. */
export function cellText(cell: Cell | undefined): string {
  if (typeof cell === 'string') return cell
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'boolean') return cell ? 'WAAR' : 'ONWAAR'
  if (typeof cell === 'number') return numberText(cell)
  return cell instanceof DateCell ? cell.iso : cell.code
}

/** A number without exponent, so that the digits of an identifier stay digits. */
export function numberText(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e21) return value.toFixed(0)
  return String(value)
}

const refusals = new Map<string, Refused>()

/** One shared refusal per reason: a column of wrong values costs one object. */
export function refuse(reason: string): Refused {
  const known = refusals.get(reason)
  if (known) return known
  const made = new Refused(reason)
  refusals.set(reason, made)
  return made
}
