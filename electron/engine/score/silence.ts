import type { Indicator } from '#shared/model/indicator.ts'
import { formatDate } from '#shared/text/format.ts'
import { lensKinds } from '../store/deliveryLens.ts'
import type { DeliveryRow } from '../store/scoreInputs.ts'
import type { Counted } from './compose.ts'
import { lastDayOf, monthsBefore } from './days.ts'
import { scoreReasons } from './words.ts'

/** Who has delivered nothing for longer than this is silent: what happened there since is not known, and is not nothing. */
const SILENT_AFTER_MONTHS = 12

/**
 * Which part of those who deliver what an indicator counts have been silent for a year: of the kind where that part is largest.
 * @param day last day that counts
 */
export function silenceOf({ requires }: Indicator, delivered: readonly DeliveryRow[], day: string): Counted['silent'] {
  const kinds = requires.filter((kind) => lensKinds.includes(kind)).map((kind) => silenceOfKind(delivered.filter((one) => one.kind === kind), day))
  return kinds.reduce((most, one) => ((one?.share ?? 0) > (most?.share ?? 0) ? one : most), null)
}

function silenceOfKind(delivered: readonly DeliveryRow[], day: string): Counted['silent'] {
  const newest = new Map<string, string>()
  for (const one of delivered) newest.set(one.supplier, [newest.get(one.supplier) ?? '', knownOn(one)].toSorted().at(-1) ?? '')
  const silent = [...newest].filter(([, last]) => last < monthsBefore(day, SILENT_AFTER_MONTHS))
  const last = silent.map(([, date]) => date).toSorted().at(-1)
  if (last === undefined) return null
  return { share: silent.length / newest.size, reason: scoreReasons.silent(silent.map(([supplier]) => supplier), formatDate(last)) }
}

/** The day from which what a delivery says was known: the day it stands for, or that on which it was taken in where it names none. */
export function knownOn({ referenceDate, received }: DeliveryRow): string {
  return referenceDate === null ? received : lastDayOf(referenceDate)
}
