import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../fixtures/vault.ts'
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
