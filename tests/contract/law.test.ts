import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { contract, type ProcedureName } from '#shared/contract/index.ts'
import { EntityKey } from '#shared/model/entity.ts'
import { purposeChoices } from '../../electron/engine/handlers/session.ts'
import { definitions } from '../../electron/engine/score/definitions.ts'
import { emptyStore } from '../fixtures/vault.ts'

/** What the law asks of whatever crosses between window and engine, and of what the vault can hold at all: guarded by machine. */

const keyPattern = z.toJSONSchema(EntityKey).pattern

/** Every object in a schema, by its properties. */
function objectsIn(schema: unknown): Record<string, unknown>[] {
  if (schema === null || typeof schema !== 'object') return []
  const own = 'properties' in schema && schema.properties !== null && typeof schema.properties === 'object' ? [{ ...schema.properties }] : []
  return [...own, ...Object.values(schema).flatMap(objectsIn)]
}

/** Whether a property is the key of an address, company or person, or a list of such keys. */
function isKey(schema: unknown): boolean {
  if (schema === null || typeof schema !== 'object') return false
  if ('pattern' in schema && schema.pattern === keyPattern) return true
  return ['anyOf', 'items'].some((part) => part in schema && [Reflect.get(schema, part)].flat().some(isKey))
}

const shapeOf = (schema: z.ZodType, io: 'input' | 'output'): object => z.toJSONSchema(schema, { io, unrepresentable: 'any', reused: 'inline' })
const shapes = Object.entries(contract).flatMap(([name, { input, output }]) => [{ name: `${name} input`, shape: shapeOf(input, 'input') }, { name: `${name} output`, shape: shapeOf(output, 'output') }])

const FIGURE = /score|risk|rating|suspici|probab|rank|attention|chance|weight|percentile|class/i

/** Where something is told of an address, company or person by which it could be put in order of suspicion. */
function figuresAbout(shape: object): string[] {
  return objectsIn(shape).flatMap((properties) => {
    const names = Object.keys(properties)
    return names.some((name) => isKey(properties[name])) ? names.filter((name) => FIGURE.test(name)) : []
  })
}

/** Words of what never may be known of a person here; names and birth dates tell people apart, and are kept for that alone. */
const NEVER = new Set([
  ...definitions().blocklist.entries.filter(({ attribute }) => !/naam|leeftijd|burgerservice|strafrechtelijk/.test(attribute)).flatMap(({ words }) => words),
  'nationalities', 'citizenship', 'birthplace', 'ethnicity', 'descent', 'race', 'origin_country',
])

/** The parts of a name that say such a thing: `birthPlace`, `land_of_birth`. */
function neverIn(name: string): string[] {
  const snake = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
  return [...NEVER].filter((word) => `_${snake}_`.includes(`_${word}_`))
}

describe('no score on a person, household, address or company', () => {
  test('crosses to the window, in any answer or question', () => {
    expect(shapes.flatMap(({ name, shape }) => figuresAbout(shape).map((figure) => `${name}: ${figure}`))).toEqual([])
  })

  test.each([
    ['of an address', z.object({ key: EntityKey, attentionScore: z.number() })],
    ['in a list', z.object({ hits: z.array(z.object({ subject: EntityKey.nullable(), detail: z.string(), riskClass: z.string() })) })],
    ['of several together', z.object({ members: z.array(EntityKey), probability: z.number() })],
  ])('would be seen: %s', (_, planted) => {
    expect(figuresAbout(shapeOf(planted, 'output'))).toHaveLength(1)
  })

  test('can be asked for: whatever takes the key of one has no score among its answers', () => {
    const asked = Object.entries(contract).filter(([, { input }]) => objectsIn(shapeOf(input, 'input')).some((properties) => Object.values(properties).some(isKey)))
    expect(asked.length).toBeGreaterThan(10)
    expect(asked.map(([name]) => name).filter((name) => /^(score|control)\./.test(name))).toEqual([])
  })
})

describe('nationality, birthplace, descent and what stands for them', () => {
  test('have no name in anything that crosses', () => {
    const names = new Set(shapes.flatMap(({ shape }) => objectsIn(shape).flatMap((properties) => Object.keys(properties))))
    expect([...names].filter((name) => neverIn(name).length > 0)).toEqual([])
  })

  test('have no column in the vault', () => {
    const columns = emptyStore().all<{ name: string }>("SELECT DISTINCT c.name AS name FROM sqlite_schema t JOIN pragma_table_info(t.name) c WHERE t.type IN ('table', 'view')").map(({ name }) => name)
    expect(columns.length).toBeGreaterThan(100)
    expect(columns.filter((name) => neverIn(name).length > 0)).toEqual([])
  })

  test('would be seen', () => {
    for (const name of ['nationality', 'ownerNationality', 'birth_place', 'birthCountry', 'gender', 'family_size']) expect([name, neverIn(name).length > 0]).toEqual([name, true])
  })
})

/** What only places or words what the window has already, and looks nothing up. */
const withoutLookUp: ReadonlySet<ProcedureName> = new Set<ProcedureName>(['network.layout', 'network.refine'])

test('whoever looks up or is shown an address, company or person says why, and leaves a line', () => {
  for (const [name, { input, output, demands }] of Object.entries(contract)) {
    const shown = [...objectsIn(shapeOf(input, 'input')), ...objectsIn(shapeOf(output, 'output'))].some((properties) => Object.values(properties).some(isKey))
    if (shown && ![...withoutLookUp].some((one) => one === name)) expect([name, demands.purpose, demands.logs !== null]).toEqual([name, true, true])
  }
})

test('what is of criminal law is read in cases alone, which open under the purpose of the RIEC alone', () => {
  const store = join(import.meta.dirname, '..', '..', 'electron', 'engine')
  const readers = readdirSync(store, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts') && readFileSync(join(store, name), 'utf8').includes('police_report'))
  expect(readers.toSorted()).toEqual([join('store', 'cases.ts'), join('store', 'policeReports.ts')])
  expect(purposeChoices().filter(({ compartments }) => compartments.includes('case')).map(({ id }) => id)).toEqual(['riec-casus'])
})
