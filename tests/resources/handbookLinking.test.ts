import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readLinkModel, thresholds } from '../../electron/engine/link/linkModel.ts'
import { priorOf } from '../../electron/engine/link/linkSet.ts'
import { nameParts } from '../../electron/engine/link/nameParts.ts'
import { comparePersons, type PersonEvidence } from '../../electron/engine/link/personEvidence.ts'
import { makeScorer } from '../../electron/engine/link/scorePair.ts'

const page = readFileSync(join(import.meta.dirname, '..', '..', 'resources', 'handbook', '50-koppelen.md'), 'utf8')
const PERSONS = 50_000
/** How many persons of the example have the value. */
const counts: Record<string, number> = { johannes: 500, jan: 900, vries: 400, '1980-05-07': 3, '1980-07-05': 2, 'a1': 3 }

const person = (givenNames: string, prefix: string, birth: string): PersonEvidence => ({
  bsn: -1, names: [nameParts({ givenNames, initials: '', prefix, familyName: 'Vries' })], births: [birth], places: ['a1'],
})
const number = (value: number) => value.toFixed(1).replace('.', ',').replace('-', '−')

test('the worked example of linking is what the product computes', () => {
  const model = readLinkModel('persons')
  const score = makeScorer(model, comparePersons, { count: (_, value) => ({ count: counts[value] ?? 0, of: PERSONS }) }, thresholds)
  const { weight, parts, tier, hasNeeds } = score(person('Johannes', 'de', '1980-05-07'), person('Jan', '', '1980-07-05'))
  const labels = new Map(model.comparisons.map(({ id, label }) => [id, label]))
  const computed = parts.map((part) => [labels.get(part.comparison), number(part.weight)])
  const shown = page.split('\n').filter((line) => /^\| (?:Voornamen|Achternaam|Geboortedatum|Adres) \|/.test(line)).map((line) => line.split('|').map((cell) => cell.trim())).map((cells) => [cells[1], cells[5]])
  expect(shown).toEqual(computed)
  const total = Math.round((weight + priorOf(PERSONS)) * 10) / 10
  expect(page).toContain(`Samen is dat ${number(weight)} bits`)
  expect(page).toContain(`trekt ${number(-priorOf(PERSONS))} bits af`)
  expect(page).toContain(`blijft ${number(total)} over`)
  expect({ tier, hasNeeds, links: total >= thresholds.automatic }).toEqual({ tier: 'benaderend', hasNeeds: true, links: true })
  expect(page).toContain(`vanaf ${thresholds.automatic} bits`)
})
