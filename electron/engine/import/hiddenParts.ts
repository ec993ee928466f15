/** Rows (1-based) or columns (0-based) that follow each other, both ends included. */
export interface Run {
  first: number
  last: number
}

/** What of a sheet does not show in its workbook. */
export interface HiddenParts {
  rows: Run[]
  columns: Run[]
}

/** Adds a run behind the earlier ones; where it touches the last they become one, so that a million rows are one run. */
export function addRun(runs: Run[], first: number, last: number): void {
  const before = runs.at(-1)
  if (before && first <= before.last + 1) before.last = Math.max(before.last, last)
  else runs.push({ first, last })
}

/** Asks of rows in rising order whether they are among the runs, without looking at a run twice. */
export function followRuns(runs: readonly Run[]): (at: number) => boolean {
  let next = 0
  return (at) => {
    while ((runs[next]?.last ?? Infinity) < at) next += 1
    return (runs[next]?.first ?? Infinity) <= at
  }
}

/** Which of these columns are among the runs. */
export function columnsWithin<C extends { column: number }>(columns: readonly C[], runs: readonly Run[]): C[] {
  return columns.filter(({ column }) => runs.some(({ first, last }) => first <= column && column <= last))
}
