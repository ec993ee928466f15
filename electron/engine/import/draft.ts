import type { Value } from '../store/database.ts'

/** Something that happened to a value or row, before it has a delivery. */
export interface DraftIssue {
  /** −1: the whole row */
  column: number
  field: string
  value: string
  severity: 'refused' | 'repaired' | 'ignored'
  reason: string
}

/** The parts of an address as delivered; empty where there is no cell. */
export interface AddressParts {
  line: string
  street: string
  number: string
  letter: string
  suffix: string
  postcode: string
  city: string
}
export const addressParts = ['line', 'street', 'number', 'letter', 'suffix', 'postcode', 'city'] as const

/** One row on its way into the vault; the same object for all rows, so that a row costs nothing but its values. */
export class Draft {
  readonly values: Value[]
  readonly #blanks: readonly Value[]
  readonly issues: DraftIssue[] = []
  readonly address: AddressParts = { line: '', street: '', number: '', letter: '', suffix: '', postcode: '', city: '' }
  /** names in one cell, to be split when the row is complete */
  party = ''
  personName = ''
  /** text for another compartment */
  sealed = ''
  isRefused = false
  isRepaired = false

  constructor(blanks: readonly Value[]) {
    this.#blanks = blanks
    this.values = [...blanks]
  }

  clear(): void {
    const { values } = this
    for (let i = 0; i < values.length; i += 1) values[i] = this.#blanks[i] ?? null
    this.issues.length = 0
    for (const part of addressParts) this.address[part] = ''
    this.party = ''
    this.personName = ''
    this.sealed = ''
    this.isRefused = false
    this.isRepaired = false
  }

  /** Whether something stands in a column of the table. */
  has(slot: number): boolean {
    const value = this.values[slot]
    return value !== null && value !== undefined && value !== ''
  }

  repaired(column: number, field: string, value: string, reason: string): void {
    this.isRepaired = true
    this.#add({ column, field, value, severity: 'repaired', reason })
  }

  ignored(column: number, field: string, value: string, reason: string): void {
    this.#add({ column, field, value, severity: 'ignored', reason })
  }

  refuse(column: number, field: string, value: string, reason: string): void {
    this.isRefused = true
    this.#add({ column, field, value, severity: 'refused', reason })
  }

  #add(issue: DraftIssue): void {
    this.issues.push({ ...issue, value: issue.value.slice(0, LONGEST_SHOWN) })
  }
}

/** An issue shows the start of a long text. */
const LONGEST_SHOWN = 500
