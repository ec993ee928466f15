import type { SourceDate } from '#shared/model/entity.ts'

/** Beyond every day, as an open end. */
export const ALWAYS = 99_999_999

/** The first day a possibly incomplete date can mean, as yyyymmdd; 0 when there is no date. */
export function firstDay(date: SourceDate | null): number {
  return date === null ? 0 : dayNumber(date, 1, 1)
}

/** The last day a possibly incomplete date can mean, as yyyymmdd (months count 31 days: only the order matters). */
export function lastDay(date: SourceDate | null): number {
  return date === null ? ALWAYS : dayNumber(date, 12, 31)
}

/** Cut by position: this runs for every link of a vault. */
function dayNumber(date: SourceDate, month: number, day: number): number {
  const knownMonth = date.length >= 7 ? Number(date.slice(5, 7)) : month
  const knownDay = date.length >= 10 ? Number(date.slice(8, 10)) : day
  return Number(date.slice(0, 4)) * 10_000 + knownMonth * 100 + knownDay
}
