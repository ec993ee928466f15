import { expect, test } from 'vitest'
import type { Block } from '../../../electron/engine/link/addition/blocks.ts'
import { EVERY } from '../../../electron/engine/link/addition/traits.ts'
import { partnersOf } from '../../../electron/engine/link/addition/partners.ts'
import { MOST_IN_BLOCK } from '../../../electron/engine/link/candidates.ts'
import { personRules } from '../../../electron/engine/link/personEvidence.ts'
import { MOST_RECORDS } from '../../../electron/engine/link/ruleIndex.ts'

const HASH = 7
const ruleOf = (id: string): number => personRules.findIndex((rule) => rule.id === id)

/** How many units, all of which have one key of a rule; beside them one that is left alone has it. */
function blockOf(id: string, units: number): { block: Block; index: Float64Array } {
  return { block: { rule: ruleOf(id), start: 0, end: units, outside: [0], before: 1 }, index: Float64Array.from({ length: units }, (_, unit) => HASH * MOST_RECORDS + unit) }
}

function rulesOfFirst(...blocks: { block: Block; index: Float64Array }[]): number | undefined {
  const count = Math.max(...blocks.map(({ block }) => block.end))
  const units = { hasBsn: new Uint8Array(1), rows: new Uint8Array(1) }
  const traits = { birth: new Uint16Array(1), given: new Uint32Array(1), sounds: new Uint32Array(1), family: new Uint32Array(1), oneFamily: new Uint8Array(1), places: new Uint32Array(1) }
  const indexes = personRules.map((_, rule) => blocks.find(({ block }) => block.rule === rule)?.index ?? new Float64Array())
  const found = partnersOf({ unitAt: new Int32Array(1), units, traits }, { units: { bsnOf: new Int32Array(count).fill(-1) } }, indexes, blocks.map(({ block }) => block), new Uint32Array(count).fill(EVERY))
  return found.find(({ unit }) => unit === 0)?.rules
}

test('by which rules two share a key is not known where one of a name and a place is had by too many to be looked at', () => {
  const [shared, bit] = [blockOf('names', 2), 1 << ruleOf('names')]
  expect(rulesOfFirst(shared, blockOf('letters-birth', MOST_IN_BLOCK))).toBe(bit)
  expect(rulesOfFirst(shared, blockOf('given-place', MOST_IN_BLOCK - 1))).toBe(bit | (1 << ruleOf('given-place')))
  expect(rulesOfFirst(shared, blockOf('given-place', MOST_IN_BLOCK))).toBe(0)
  expect(rulesOfFirst(shared, blockOf('family-place', MOST_IN_BLOCK))).toBe(0)
})
