import type { SourceDate } from '#shared/model/entity.ts'

/** Beyond every day, as an open end. */
export const ALWAYS = 99_999_999

/** The first day a possibly incomplete date can mean, as yyyymmdd; 0 when there is no date. */
export function firstDay(date: SourceDate | null): number {
  if (date === null) return 0
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  return year * 10_000 + month * 100 + day
}

/** The last day a possibly incomplete date can mean, as yyyymmdd (months count 31 days: only the order matters). */
export function lastDay(date: SourceDate | null): number {
  if (date === null) return ALWAYS
  const [year = 0, month = 12, day = 31] = date.split('-').map(Number)
  return year * 10_000 + month * 100 + day
}
