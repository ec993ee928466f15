import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { EntityKey } from '#shared/model/entity.ts'
import { recordId } from '#shared/model/recordId.ts'
import { NOTHING, WHOLE, add, compare, multiply, share, type Share } from '../../../electron/engine/normalise/fraction.ts'
import { lookThrough, type Holding } from '../../../electron/engine/ownership/flow.ts'
import { ownershipEnds } from '../../../electron/engine/ownership/index.ts'
import { fillBibobVault } from '../../fixtures/bibobVault.ts'
import { addCompany, addEdge, addPerson } from '../../fixtures/entities.ts'
import { addAddress, addDelivery } from '../../fixtures/register.ts'
import { contextOn, emptyStore } from '../../fixtures/vault.ts'

const TODAY = '2026-11-21'

test('through a holding and a STAK: the STAK is the end, its board leads it, and what nobody holds is said', () => {
  const store = emptyStore()
  const vault = fillBibobVault(store)
  const found = ownershipEnds(contextOn(store), vault.applicant, TODAY)
  expect(found.ends.map(({ key, end, share: part, leaders }) => [key, end, part, leaders])).toEqual([
    [vault.stak, 'entity', { numerator: '3', denominator: '4' }, [vault.person]],
    [vault.applicant, 'rest', { numerator: '1', denominator: '4' }, []],
  ])
  expect(found.ends[0]?.paths[0]?.keys).toEqual([vault.applicant, vault.holding, vault.stak])
  expect(found.ends[0]?.paths[0]?.links.every((id) => found.links.some((link) => link.id === id))).toBe(true)
  expect(found.nodes.map(({ key }) => key)).toContain(vault.person)
  // in 2018 it was a quarter of somebody else
  expect(ownershipEnds(contextOn(store), vault.applicant, '2018-06-01').ends.map(({ end, share: part }) => [end, part])).toEqual([
    ['unknown', { numerator: '1', denominator: '4' }],
    ['rest', { numerator: '3', denominator: '4' }],
  ])
  expect(() => ownershipEnds(contextOn(store), vault.person, TODAY)).toThrow('bad-input')
})

test('an address through companies to persons: two ways add up, a circle is looked through, too many shares are said', () => {
  const store = emptyStore()
  const address = store.write((writer) => {
    addDelivery(writer, 1)
    const id = addAddress(writer, 1, { street: 'Kerkgracht', number: 8 })
    const at: EntityKey = `address:${String(id).padStart(16, '0')}`
    const [left, right, double] = [1, 2, 3].map((number) => addCompany(writer, number, `Bezit ${number} B.V.`))
    const [one, other] = [addPerson(writer, 1, 'Aker'), addPerson(writer, 2, 'Berkel')]
    if (left === undefined || right === undefined || double === undefined) throw new Error('three companies were expected')
    const own = (from: EntityKey, to: EntityKey, part: [number, number], row: number, kind: 'owner' | 'shareholder' = 'shareholder') => addEdge(writer, { from, to, kind, share: part, record: recordId(1, row) })
    own(left, at, [1, 3], 2, 'owner')
    own(right, at, [2, 3], 3, 'owner')
    own(one, left, [1, 1], 4)
    // right is half its own, through double; the other half is of two persons
    own(double, right, [1, 2], 5)
    own(right, double, [1, 1], 6)
    own(one, right, [1, 6], 7)
    own(other, right, [1, 3], 8)
    own(other, left, [1, 2], 9)
    return at
  })
  const { ends, remarks } = ownershipEnds(contextOn(store), address, TODAY)
  // one: 1/3 + 2/3 × (1/6 ÷ 1/2); other: 1/3 × 1/2 + 2/3 × (1/3 ÷ 1/2)
  expect(ends.map(({ key, share: part }) => [key, part])).toEqual([
    ['person:1', { numerator: '5', denominator: '9' }],
    ['person:2', { numerator: '11', denominator: '18' }],
  ])
  expect(remarks).toEqual([
    'De aandelen in Bezit 1 B.V. tellen op tot 3/2; dat kan niet: controleer de bronnen.',
    'Bezit 3 B.V. ligt in een kring van aandelen; de aandelen zijn door de kring heen gerekend.',
    'Bezit 2 B.V. ligt in een kring van aandelen; de aandelen zijn door de kring heen gerekend.',
  ])
})

test('nothing gets lost: the ends and the rests make the whole, unless a circle holds itself entirely', () => {
  const part = fc.integer({ min: 1, max: 5 })
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(6), fc.nat(4), part), { maxLength: 14 }), (triples) => {
      // five companies, of which 0 is the target; two persons, 5 and 6; each holds twentieths, at most 19 of them
      const totals = new Map<number, number>()
      const holdings = new Map<string, Holding<number>>()
      for (const [holder, held, size] of triples) {
        const sum = (totals.get(held) ?? 0) + size
        if (holder === held || sum > 19 || holdings.has(`${holder} ${held}`)) continue
        totals.set(held, sum)
        holdings.set(`${holder} ${held}`, { holder, held, share: share(BigInt(size), 20n) })
      }
      const flow = lookThrough(0, [...holdings.values()])
      let sum: Share = NOTHING
      for (const [key, mine] of flow ?? []) {
        const known = [...holdings.values()].filter(({ held }) => held === key).reduce((total, one) => add(total, one.share), NOTHING)
        sum = add(sum, multiply(mine, add(WHOLE, { part: -known.part, whole: known.whole })))
      }
      expect(compare(sum, WHOLE)).toBe(0)
    }),
    { numRuns: 300 },
  )
  expect(lookThrough('a', [{ holder: 'b', held: 'a', share: WHOLE }, { holder: 'a', held: 'b', share: WHOLE }])).toBeNull()
})

test('a chain longer than is walked still ends at the person behind it, with the exact share and a word about the paths', () => {
  const store = emptyStore()
  const length = 20
  const first = store.write((writer) => {
    addDelivery(writer, 1)
    const chain = Array.from({ length }, (_, i) => addCompany(writer, i + 1, `Houdster ${i + 1} B.V.`))
    const person = addPerson(writer, 1, 'Aker')
    for (const [i, held] of chain.entries()) addEdge(writer, { from: chain[i + 1] ?? person, to: held, kind: 'shareholder', share: i === 0 ? [1, 2] : [1, 1], record: recordId(1, i + 2) })
    return chain[0]
  })
  if (first === undefined) throw new Error('a company was expected')
  const { ends, remarks } = ownershipEnds(contextOn(store), first, TODAY)
  expect(ends.map(({ end, share: part }) => [end, part])).toEqual([['person', { numerator: '1', denominator: '2' }], ['rest', { numerator: '1', denominator: '2' }]])
  expect(remarks).toContain('De keten is te lang of te vertakt om elk pad te tonen; de aandelen zijn wel helemaal doorgerekend.')
})
