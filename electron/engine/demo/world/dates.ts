import { DEMO_DAY } from '../../today.ts'
import type { Random } from './random.ts'


const DAY = 86_400_000
const reference = Date.parse(DEMO_DAY)

/** The ISO date so many days before the reference date; negative is after it. */
export function daysAgo(days: number): string {
  return isoOf(reference - days * DAY)
}

/** The ISO date so many days after another. */
export function addDays(date: string, days: number): string {
  return isoOf(Date.parse(date) + days * DAY)
}

export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY)
}

/** A day drawn evenly between so many and so many days before the reference date. */
export function randomDay(random: Random, least: number, most: number): string {
  return daysAgo(random.between(least, most))
}

function isoOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 10)
}
