import { describe, expect, test } from 'vitest'
import { contract } from '#shared/contract/index.ts'
import { compartmentRoles } from '#shared/model/access.ts'
import { EntityKey } from '#shared/model/entity.ts'
import { NetworkPicture } from '#shared/model/network.ts'
import { ScoreSubject } from '#shared/model/score.ts'
import { recordId, recordRange, splitRecordId } from '#shared/model/recordId.ts'

describe.each(Object.entries(contract))('%s', (name, procedure) => {
  test('asks only roles its compartment admits', () => {
    for (const role of procedure.demands.roles) expect(compartmentRoles[procedure.demands.compartment]).toContain(role)
    expect(procedure.demands.roles.length).toBeGreaterThan(0)
  })

  test('needs a purpose when it opens contents of signals, cases or Bibob', () => {
    if (['triage', 'case', 'bibob'].includes(procedure.demands.compartment) && name !== 'case.counts') expect(procedure.demands.purpose).toBe(true)
  })

  test('leaves a line in the log when it needs a purpose', () => {
    if (procedure.demands.purpose) expect(procedure.demands.logs).not.toBeNull()
  })
})

test('a score has two possible subjects, and none of them is a person, household or address', () => {
  expect(ScoreSubject.options).toEqual(['area', 'branch'])
})

test('an entity key keeps the sixteen digits of a BAG id', () => {
  expect(EntityKey.safeParse('address:0034200000012345').success).toBe(true)
  expect(EntityKey.safeParse('address:34200000012345').success).toBe(false)
  expect(EntityKey.safeParse('bsn:111222333').success).toBe(false)
})

test('nothing lies further from the middle of a picture than can be drawn', () => {
  const node = { key: 'company:1', kind: 'company', label: '', detail: '', degree: 0, references: 0, pinned: false }
  expect([500, 1e300].map((x) => NetworkPicture.safeParse({ nodes: [{ ...node, x, y: 0 }], links: [] }).success)).toEqual([true, false])
})

test('a record id holds delivery and row without loss', () => {
  for (const [delivery, row] of [[1, 1], [7, 1_048_576], [2_097_151, 4_294_967_295]] as const) {
    const id = recordId(delivery, row)
    expect(Number.isSafeInteger(id)).toBe(true)
    expect(splitRecordId(id)).toEqual({ deliveryId: delivery, row })
    expect(id).toBeGreaterThanOrEqual(recordRange(delivery).first)
    expect(id).toBeLessThanOrEqual(recordRange(delivery).last)
  }
})
