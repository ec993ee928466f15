import fc from 'fast-check'
import { expect, test } from 'vitest'
import { TimelineEntry } from '#shared/contract/dossier.ts'
import { layOutLanes } from '../../../renderer/views/Cases/lanes.ts'
import { aSource } from '../../fixtures/caseFile.ts'

function anEntry(category: TimelineEntry['category'], date: string, until: string | null): TimelineEntry {
  return { category, date, until, text: '', subjects: [], source: aSource(1, 1) }
}

test('lays events on whole years: what lasts runs to today, what happened is a moment', () => {
  const lanes = layOutLanes([anEntry('establishment', '2024', null), anEntry('inspection', '2025-01-01', null), anEntry('office', '2024-01-01', '2025-01-01')], '2025-12-31')
  expect(lanes).toEqual({
    first: 2024,
    last: 2025,
    ticks: [{ year: 2024, at: 0 }, { year: 2025, at: 366 / 731 }],
    rows: [
      { category: 'establishment', marks: [{ from: 0, to: 730 / 731, isOpen: true }] },
      { category: 'office', marks: [{ from: 0, to: 366 / 731, isOpen: false }] },
      { category: 'inspection', marks: [{ from: 366 / 731, to: 366 / 731, isOpen: false }] },
    ],
  })
})

test('nothing gives no chart', () => {
  expect(layOutLanes([], '2025-12-31')).toBeNull()
})

test('every mark lies on the axis and ends no earlier than it begins', () => {
  const date = fc.date({ min: new Date('1990-01-01'), max: new Date('2026-11-21'), noInvalidDate: true }).map((day) => day.toISOString().slice(0, 10))
  const entry = fc.tuple(fc.constantFrom(...TimelineEntry.shape.category.options), date, fc.option(date)).map(([category, one, other]) => {
    const [from = one, to = one] = [one, other ?? one].toSorted()
    return anEntry(category, from, other === null ? null : to)
  })
  fc.assert(
    fc.property(fc.array(entry, { minLength: 1, maxLength: 30 }), (entries) => {
      const lanes = layOutLanes(entries, '2026-11-21')
      expect(lanes?.rows.flatMap(({ marks }) => marks)).toHaveLength(entries.length)
      for (const { from, to } of lanes?.rows.flatMap(({ marks }) => marks) ?? []) expect(0 <= from && from <= to && to <= 1).toBe(true)
    }),
  )
})
