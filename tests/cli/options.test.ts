import { expect, test } from 'vitest'
import { deliveryKindNames, deliveryKindOf } from '../../electron/cli/deliveryKind.ts'
import { UsageError } from '../../electron/cli/io.ts'
import { dayWritten } from '../../electron/cli/options.ts'
import { listKinds } from '../../electron/engine/import/index.ts'

test('a kind of delivery is known by its short name, its label and its id', () => {
  for (const { id, label } of listKinds()) for (const word of [id, label, label.toUpperCase()]) expect(deliveryKindOf(word)).toBe(id)
  expect(deliveryKindNames().map(deliveryKindOf)).toEqual(listKinds().map(({ id }) => id))
  expect(() => deliveryKindOf('ufo')).toThrow(UsageError)
})

test.each([['2025-12-31', '2025-12-31'], ['31-12-2025', '2025-12-31'], ['1-5-2025', '2025-05-01'], ['29-02-2024', '2024-02-29']])('the day %s is %s', (typed, day) => {
  expect(dayWritten(typed, '--dag')).toBe(day)
})

test.each(['', 'gisteren', '29-02-2025', '2025-31-12', '31/12/2025', '2025', '01-01-25', '2025-12-31T00:00'])('%j is no day', (typed) => {
  expect(() => dayWritten(typed, '--dag')).toThrow('Bij --dag hoort een dag als 31-12-2025 of 2025-12-31.')
})
