import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { EntityKey } from '#shared/model/entity.ts'
import { isFormer, pathShare, rolesOf, totalShare } from '../../../electron/engine/dossier/bibob/roles.ts'
import { isPast, type Step } from '../../../electron/engine/ownership/steps.ts'
import { share } from '../../../electron/engine/normalise/fraction.ts'
import { walk } from '../../../electron/engine/ownership/walk.ts'

const TODAY = '2026-11-21'

function aStep(values: Partial<Step> = {}): Step {
  return { linkId: 1, key: 'company:2', written: '', kind: 'shareholder', pointsBack: true, label: '', start: null, end: null, strength: 'confirmed', recordId: 1, share: null, ...values }
}

const company = (id: number): EntityKey => `company:${id}`

test('a circle is walked once and named', () => {
  const next = (key: EntityKey) => [aStep({ key: company(key === company(1) ? 2 : key === company(2) ? 3 : 1) })]
  const found = walk(company(1), next)
  expect(found.paths.map((path) => path.map((step) => step.key))).toEqual([[company(2)], [company(2), company(3)]])
  expect(found).toMatchObject({ cycles: [[company(3), company(1)]], isCut: false })
})

test('whatever the graph, the walk ends, no path passes an entity twice, and a cut is said', () => {
  const edges = fc.array(fc.tuple(fc.nat(9), fc.nat(9)), { maxLength: 60 })
  fc.assert(
    fc.property(edges, (pairs) => {
      const { paths, isCut } = walk(company(0), (key) => pairs.filter(([from]) => company(from) === key).map(([, to]) => aStep({ key: company(to) })))
      for (const path of paths) expect(new Set([company(0), ...path.map((step) => step.key)]).size).toBe(path.length + 1)
      expect(paths.length <= 2_000 || isCut).toBe(true)
    }),
  )
})

test.each([
  ['a director of a director leads', ['director', 'director'], ['manager']],
  ['a shareholder of a shareholder controls and finances', ['shareholder', 'shareholder'], ['controller', 'financier']],
  ['who leads a shareholder controls', ['shareholder', 'director'], ['controller']],
  ['a partner leads, controls and finances', ['partner'], ['manager', 'controller', 'financier']],
  ['the owner of the premises lets them', ['established-at', 'owner'], ['landlord']],
  ['a mortgagee finances', ['owner', 'mortgagee'], ['financier']],
  ['a proxy represents', ['proxy'], ['representative']],
  ['a supervisor supervises', ['supervisor'], ['supervisor']],
] as const)('%s', (_what, kinds, roles) => {
  expect(rolesOf(kinds.map((kind) => aStep({ kind })))).toEqual(roles)
})

test('shares multiply along a path and add over paths; an ended path does not count', () => {
  const half = aStep({ share: share(1n, 2n) })
  const third = aStep({ share: share(1n, 3n) })
  expect(pathShare([half, third])).toEqual({ part: 1n, whole: 6n })
  expect(totalShare([[half, third], [third]], TODAY)).toEqual({ part: 1n, whole: 2n })
  expect(totalShare([[half], [aStep({ share: share(1n, 2n), end: '2020' })]], TODAY)).toEqual({ part: 1n, whole: 2n })
  expect(totalShare([[half], [aStep()]], TODAY)).toBeNull()
  expect(totalShare([[aStep({ kind: 'director' })]], TODAY)).toBeNull()
})

test('an incomplete date is past only when all of it is', () => {
  expect(['2025', '2026', '2026-10', '2026-11', '2026-11-20', '2026-11-21', null].map((date) => isPast(date, TODAY))).toEqual([true, false, true, false, true, false, false])
  expect(isFormer([aStep(), aStep({ end: '2024-06-30' })], TODAY)).toBe(true)
})
