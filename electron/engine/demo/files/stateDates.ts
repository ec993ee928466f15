import { DEMO_DAY } from '../../today.ts'
import { daysAgo } from '../world/dates.ts'

/** The day each delivery speaks of: nothing in it is later. The outlines and two departments do not say. */
export const stateOn = {
  register: DEMO_DAY,
  population: daysAgo(1),
  land: daysAgo(1),
  casework: daysAgo(3),
  signals: daysAgo(3),
}

/** The deliveries of a year before, of departments that deliver in parts: with them a look back has something to look back on. */
export const formerStateOn = { land: yearBefore(stateOn.land), casework: yearBefore(stateOn.casework), signals: yearBefore(stateOn.signals) }

function yearBefore(date: string): string {
  return `${Number(date.slice(0, 4)) - 1}${date.slice(4)}`
}

/** As it stands in the name of a file: `20261001`. */
export function inFileName(date: string): string {
  return date.replaceAll('-', '')
}

/** As a letter has it: `1 oktober 2026`. */
export function inWords(date: string): string {
  return new Date(date).toLocaleDateString('nl-NL', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
}

/** As a department types it above a table: `01-10-2026`. */
export function inTitle(date: string): string {
  return date.split('-').toReversed().join('-')
}
