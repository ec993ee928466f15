/** One line of the bench. */
export interface Measurement {
  groep: string
  naam: string
  waarde: number
  eenheid: string
  /** what it was measured against in the same run, with what that took; empty when the figure stands for itself */
  referentie: string
  /** value divided by the reference */
  verhouding: number | null
  /** the figure of the issue that asked for it; empty when none did */
  doel: string
  gehaald: boolean | null
}

export type Size = 'klein' | 'vol'

/** What a group measures at a size; it yields as it goes. */
export interface Group {
  name: string
  measure(size: Size): AsyncIterable<Measurement> | Iterable<Measurement>
}

/** A goal: how the value, or the ratio, must lie to a figure. */
export interface Goal {
  of: 'value' | 'ratio'
  must: 'at most' | 'at least'
  figure: number
  /** as the issue words it */
  words: string
  /** false at sizes for which the issue gives no figure: then it is shown and not judged */
  applies?: boolean
}

interface Found {
  value: number
  unit: string
  reference?: { name: string; value: number }
  goal?: Goal
}

/** Makes the line of a measurement; values are rounded to four significant digits, the judgement is not. */
export function measured(group: string, name: string, { value, unit, reference, goal }: Found): Measurement {
  const ratio = reference === undefined || reference.value === 0 ? null : value / reference.value
  return {
    groep: group,
    naam: name,
    waarde: rounded(value),
    eenheid: unit,
    referentie: reference === undefined ? '' : `${reference.name}: ${rounded(reference.value)} ${unit}`,
    verhouding: ratio === null ? null : rounded(ratio),
    doel: goal?.words ?? '',
    gehaald: goal === undefined || goal.applies === false ? null : isReached(goal, value, ratio),
  }
}

function isReached(goal: Goal, value: number, ratio: number | null): boolean | null {
  const judged = goal.of === 'value' ? value : ratio
  if (judged === null) return null
  return goal.must === 'at most' ? judged <= goal.figure : judged >= goal.figure
}

export function rounded(value: number): number {
  return Number(value.toPrecision(4))
}
