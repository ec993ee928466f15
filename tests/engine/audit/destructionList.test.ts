import { expect, test } from 'vitest'
import { openList, sealList } from '../../../electron/engine/audit/destructionList.ts'
import type { ProofRow } from '../../../electron/engine/store/destructions.ts'
import { NOW } from '../../fixtures/vault.ts'

const KEY = 'ab'.repeat(32)
const proof: ProofRow = {
  kind: 'case', subjectId: 1, number: 'C-2026-0001', mark: 'cd'.repeat(32), partMarks: '', ground: 'term', motive: 'De bewaartermijn is voorbij.', askedAccount: 'a', askedBy: 'A', askedAt: NOW,
  destroyedAccount: 'b', destroyedBy: 'B', destroyedAt: NOW, contentHash: 'ef'.repeat(32), held: '{}',
}

/** The list with one bit of one letter turned, so that it would still be read. */
function altered(list: string, at: number): string {
  return list.replace(/"inhoud":"([0-9a-f]+)"/, (_, content: string) => {
    const bytes = Buffer.from(content, 'hex')
    bytes[at] = (bytes[at] ?? 0) ^ 1
    return `"inhoud":"${bytes.toString('hex')}"`
  })
}

test('a list of destructions is read as it was sealed, by copies of the same vault alone, and not when a letter of it was turned', () => {
  const list = sealList([proof], KEY)
  expect(list).not.toContain('C-2026-0001')
  expect(openList(list, KEY)).toEqual([proof])
  const unfit = expect.objectContaining({ problem: { code: 'destruction-list-unfit', params: {} } })
  expect(() => openList(list, 'cd'.repeat(32))).toThrow(unfit)
  expect(() => openList(altered(list, JSON.stringify([proof]).indexOf('bewaartermijn')), KEY)).toThrow(unfit)
  expect(() => openList('geen lijst', KEY)).toThrow(unfit)
})
