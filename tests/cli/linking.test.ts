import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../fixtures/vault.ts'
import { hasSharedData, sharedData, whySkipped } from '../fixtures/sharedData.ts'
import { type } from './terminal.ts'

const families = ['Proefman', 'Testveld', 'Voorbeeld', 'Toetsema']
const birth = (i: number) => `${`${(i % 27) + 2}`.padStart(2, '0')}-${`${(i % 12) + 1}`.padStart(2, '0')}-${1950 + (i % 50)}`

test('koppel prints pairs, links, proposals, contradictions, clusters by size and what it recognised; one BSN on 500 rows is no key', async () => {
  const folder = temporaryFolder()
  const [vault, file] = [join(folder, 'toets.kluis'), join(folder, 'brp.csv')]
  const oneBsn = Array.from({ length: 500 }, (_, i) => `999990019;Jan;${families[i % 4]};${birth(i)};Markerkant ${i + 1};1314AN;Almere`)
  // without BSN: one family name is written as it sounds, the other is a namesake born on another day
  const alike = ['Marieke;Toetsemeijer;17-05-1980;Markerkant 601', 'Marieke;Toetsemeier;17-05-1980;Markerkant 601', 'Sanne;Proefveld;03-04-1991;Markerkant 602']
  writeFileSync(file, ['BSN;Voornamen;Achternaam;Geboortedatum;Adres;Postcode;Plaats', ...oneBsn, ...alike.map((row) => `;${row};1314AN;Almere`)].join('\n'))
  expect((await type(['nieuw', vault])).code).toBe(0)
  expect((await type(['importeer', vault, file, '--soort', 'person'])).out.join('\n')).toContain('503 geaccepteerd')
  const linked = await type(['koppel', vault, '--json'])
  const links = Object(linked.json()['koppelingen'])
  const clusters: { records: number; personen: number; bedrijven: number }[] = links.clusters
  expect(clusters.reduce((sum, { records, personen }) => sum + records * personen, 0)).toBe(503)
  expect(Math.max(...clusters.map(({ records }) => records))).toBeLessThan(12)
  expect(links.paren.gekoppeld).toBeGreaterThan(0)
  expect(Object.keys(links.paren)).toEqual(['vergeleken', 'gekoppeld', 'voorstellen', 'tegenspraak'])
  expect(links.opmerkingen).toContain('Eén BSN staat bij veel verschillende namen of geboortedata en is niet als sleutel gebruikt.')
  expect((await type(['koppel', vault])).out).toContain('Eén BSN staat bij veel verschillende namen of geboortedata en is niet als sleutel gebruikt.')
}, 60_000)

/** Of each set: at least so high an F1 over pairs, and so large a share of the true pairs compared. */
const asked = [['febrl1', 0.99, 0.999], ['febrl2', 0.99, 0.999], ['febrl3', 0.993, 0.999], ['fake_1000', 0.97, 0.93]] as const
interface Quality { pairs: { f1: number; falsePositive: number } }
interface TrialSet { gepubliceerd: { door: string; f1: number }[]; set: string; bereik: number; zonder_mens: Quality; gelijke_kans: Quality; ongeziene_helft: Quality | null }

test.skipIf(!hasSharedData)(`koppel --toets links the reference sets without a vault and prints how well${whySkipped}`, async () => {
  const tried = await type(['koppel', '--toets', sharedData(), '--json'])
  const sets: TrialSet[] = Object(tried.json()['sets'])
  expect([tried.code, ...sets.map(({ set }) => set)]).toEqual([0, ...asked.map(([set]) => set)])
  for (const [i, [, f1, reach]] of asked.entries()) {
    const one = sets[i]
    expect(one?.bereik).toBeGreaterThanOrEqual(reach)
    for (const published of one?.gepubliceerd ?? []) expect(one?.gelijke_kans.pairs.f1).toBeGreaterThan(published.f1)
    expect(one?.gelijke_kans.pairs.f1).toBeGreaterThanOrEqual(f1)
    expect(one?.zonder_mens.pairs.falsePositive).toBeLessThanOrEqual(one?.gelijke_kans.pairs.falsePositive ?? 0)
    // a set the weights were counted on is judged by the half they were not counted on
    if (one?.ongeziene_helft) expect(one.ongeziene_helft.pairs.f1).toBeGreaterThanOrEqual(f1)
  }
  expect(sets.filter(({ ongeziene_helft }) => ongeziene_helft !== null).map(({ set }) => set)).toEqual(['febrl2', 'fake_1000'])
}, 60_000)

test('koppel --toets says so when a folder holds no reference set', async () => {
  const { code, error } = await type(['koppel', '--toets', temporaryFolder()])
  expect([code, error.join('')]).toEqual([2, expect.stringContaining('staan geen referentieverzamelingen')])
})
