import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'

const engine = join(import.meta.dirname, '../../../electron/engine')

/** Every file of the engine that a file leads to through its imports. */
function reach(file: string, known = new Set<string>()): Set<string> {
  if (known.has(file)) return known
  known.add(file)
  for (const [, target = ''] of readFileSync(file, 'utf8').matchAll(/^(?:import|export) .*from '(\.[^']+)'/gm)) reach(join(dirname(file), target), known)
  return known
}

test('no code path leads from a score to a case: what makes and changes cases never reaches the score stage', () => {
  for (const writer of ['dossier/cases.ts', 'dossier/statements.ts', 'store/cases.ts']) {
    expect([...reach(join(engine, writer))].filter((file) => file.includes('/score') || file.endsWith('scoreContext.ts'))).toEqual([])
  }
})

test('what reads scores for a case writes nothing', () => {
  const source = readFileSync(join(engine, 'dossier/scoreContext.ts'), 'utf8')
  expect(source).not.toMatch(/\.write\(|store\/cases\.ts/)
})

test('a case has no place for a score', () => {
  const sql = readFileSync(join(engine, 'store/migrations/vault/0070-cases.sql'), 'utf8')
  expect(sql).not.toMatch(/score/i)
})
