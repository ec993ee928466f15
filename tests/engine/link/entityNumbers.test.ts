import fc from 'fast-check'
import { expect, test } from 'vitest'
import { numberEntities, type Groups } from '../../../electron/engine/link/entityNumbers.ts'

/** Runs the numbering over partitions of rows one after the other, as runs of the link stage do. */
function runs(partitions: readonly number[][][]): number[][] {
  const homes = new Map<number, number>()
  let next = 1
  return partitions.map((groups) => {
    const input: Groups = { count: groups.length, hardKey: () => null, records: (group) => groups[group] ?? [] }
    const numbered = numberEntities(input, new Map(), homes, next)
    next = numbered.next
    for (const { recordId, entityId } of numbered.homes) homes.set(recordId, entityId)
    return [...numbered.numbers]
  })
}

/** Rows 1 … n divided by a colour each. */
const partition = (colours: readonly number[]): number[][] => [...Map.groupBy(colours.map((colour, i) => ({ colour, row: i + 1 })), ({ colour }) => colour).values()].map((rows) => rows.map(({ row }) => row))

test('what is joined and taken apart again has the numbers it had', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(5), fc.nat(5)), { minLength: 1, maxLength: 12 }), (colours) => {
      const before = partition(colours.map(([first]) => first))
      const between = partition(colours.map(([, second]) => second))
      const [first, , again] = runs([before, between, before])
      expect(again).toEqual(first)
    }),
  )
})

test('no number stands for two entities, and a joined entity has the lowest', () => {
  expect(runs([[[1], [2], [3]], [[1], [2, 3]], [[1, 3], [2]]])).toEqual([[1, 2, 3], [1, 2], [1, 2]])
})

test('a number that stood for a hard key never passes to rows without it', () => {
  const input: Groups = { count: 2, hardKey: (group) => (group === 0 ? 'bsn' : null), records: (group) => [[1], [2]][group] ?? [] }
  const numbered = numberEntities(input, new Map([['bsn', 5]]), new Map([[2, 5]]), 6)
  expect([...numbered.numbers]).toEqual([5, 6])
  expect(numbered.homes).toEqual([{ recordId: 2, entityId: 6 }])
})
