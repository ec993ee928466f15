import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { exportMappings, exportRefusals, importFile, importMappings, inspectFile, listMappings, restoreMapping } from '../../../electron/engine/import/index.ts'
import type { Store } from '../../../electron/engine/store/database.ts'
import { mappingDifferences } from '../../../shared/model/mappingVersion.ts'
import type { SheetMapping } from '../../../shared/model/source.ts'
import { reasons } from '../../../shared/text/reasons.ts'
import { fileWith, problemOf, proposalsOf, takeIn } from '../../fixtures/delivery.ts'
import { contextOn, emptyStore, temporaryFolder } from '../../fixtures/vault.ts'

const FILE = 'Zaaknr;Datum controle;Kleur;Nationaliteit;Adres\nZ1;01-05-2024;hennep;x;Kade 1\nZ2;02-05-2024;vastgoed;x;Kade 2\n'

const fieldOf = (mapping: SheetMapping | undefined, heading: string) => mapping?.columns.find((column) => column.heading === heading)

/** Takes the file in with its colour read as phenomenon, as a person would settle it. */
async function settle(store: Store): Promise<void> {
  const path = fileWith('controles.csv', FILE)
  const [proposal] = await proposalsOf(contextOn(store), path)
  if (!proposal) throw new Error('no proposal')
  const columns = proposal.columns.map((column) => (column.heading === 'Kleur' ? { ...column, field: 'phenomenon', reason: 'door u gekozen' } : column))
  await importFile(contextOn(store), path, [{ ...proposal, columns }], { dryRun: false })
}

test('what somebody settled is proposed for the same headings, in any order and under any name', async () => {
  const store = emptyStore()
  await settle(store)
  const [next] = await proposalsOf(contextOn(store), fileWith('heel anders.csv', 'Adres;Kleur;Zaaknr;Nationaliteit;Datum controle\nKade 3;hennep;Z3;x;03-05-2024\n'))
  expect(next?.kind).toBe('inspection')
  expect(fieldOf(next, 'Kleur')).toMatchObject({ field: 'phenomenon', reason: 'onthouden van 21-11-2026 (versie 1)' })
  expect(fieldOf(next, 'Adres')).toMatchObject({ field: 'address_line', reason: 'kop komt overeen' })
  expect(fieldOf(next, 'Nationaliteit')).toMatchObject({ field: null })
  const [other] = await proposalsOf(contextOn(store), fileWith('meer.csv', 'Adres;Kleur;Zaaknr;Datum controle;Ruimte\nKade 3;hennep;Z3;03-05-2024;x\n'))
  expect(fieldOf(other, 'Kleur')?.field).toBeNull()
})

test('each change is a version; the same again is none', async () => {
  const store = emptyStore()
  await takeIn(contextOn(store), fileWith('controles.csv', FILE))
  await settle(store)
  await takeIn(contextOn(store), fileWith('later.csv', FILE.replace('Z1', 'Z9')))
  expect(store.all('SELECT version, kind, account FROM saved_mapping ORDER BY version')).toEqual([
    { version: 1, kind: 'inspection', account: 'toets' }, { version: 2, kind: 'inspection', account: 'toets' },
  ])
})

test('mappings go to another vault as a file without values; what is not allowed there stays out', async () => {
  const store = emptyStore()
  await settle(store)
  const target = join(temporaryFolder(), 'toewijzingen.json')
  expect(exportMappings(contextOn(store), target)).toBe(1)
  const text = readFileSync(target, 'utf8')
  expect(text).not.toMatch(/Kade|Toetser|hennep/)
  writeFileSync(target, text.replace(/("heading": "Nationaliteit",\s+"place": 0,\s+"field": )null/, '$1"case_number"'))
  const other = emptyStore()
  expect(await importMappings(contextOn(other), target)).toBe(1)
  expect(await importMappings(contextOn(other), target)).toBe(0)
  const [proposal] = await proposalsOf(contextOn(other), fileWith('c.csv', FILE))
  expect(fieldOf(proposal, 'Kleur')?.field).toBe('phenomenon')
  expect(fieldOf(proposal, 'Nationaliteit')?.field).toBeNull()
  expect(await problemOf(importMappings(contextOn(other), fileWith('x.json', '{"format":"iets"}')))).toBe('mapping-file-unreadable')
  expect(await problemOf(importMappings(contextOn(other), fileWith('y.json', 'geen json')))).toBe('mapping-file-unreadable')
})

test('mended rows add to their delivery, once, read as it was', async () => {
  const store = emptyStore()
  const context = contextOn(store)
  await settle(store)
  const report = await takeIn(context, fileWith('controles v2.csv', `${FILE}Z3;rood;hennep;x;Kade 3\nZ4;;hennep;x;Kade 4\n`))
  expect(report.sheets[0]).toMatchObject({ refused: 2, change: { unchanged: 2, added: 0 } })
  const target = join(temporaryFolder(), 'controles - geweigerd.csv')
  exportRefusals(context, report.sheets[0]?.deliveryId ?? 0, target)
  writeFileSync(target, readFileSync(target, 'utf8').replace('rood', '03-05-2024'))
  const [mended] = await proposalsOf(context, target)
  expect(mended?.follows).toEqual({ deliveryId: 2, isComplete: false })
  expect(fieldOf(mended, 'Reden van weigering')).toMatchObject({ field: null, reason: 'reden van een eerdere weigering; wordt overgeslagen' })
  expect(fieldOf(mended, 'Kleur')?.field).toBe('phenomenon')
  expect((await inspectFile(context, target, [])).sheets[0]?.remarks.join(' ')).toContain('eerder geweigerd')
  expect((await takeIn(context, target)).sheets[0]).toMatchObject({ accepted: 1, refused: 1, change: { added: 1, gone: 0 } })
  // sent once more with the other row right as well, the first counts once
  writeFileSync(target, readFileSync(target, 'utf8').replace('Z4;', 'Z4;04-05-2024'))
  expect((await takeIn(context, target)).sheets[0]?.change).toMatchObject({ added: 1, unchanged: 1 })
  expect(store.all<{ n: string }>('SELECT case_number AS n FROM inspection_record ORDER BY n').map(({ n }) => n)).toEqual(['Z1', 'Z2', 'Z3', 'Z4'])
})

test('thousands of the same remark are one line with a count', async () => {
  const store = emptyStore()
  const rows = Array.from({ length: 400 }, (_, i) => `1112523${String(i).padStart(2, '0')};Vos;01-05-1980;Kade ${i + 1}`)
  const [sheet] = (await takeIn(contextOn(store), fileWith('personen.csv', `BSN;Achternaam;Geboortedatum;Adres\n${rows.join('\n')}\n`))).sheets
  const [group] = sheet?.groups ?? []
  expect(group).toMatchObject({ heading: 'BSN', severity: 'ignored', reason: reasons.notBsn })
  expect(group?.count).toBeGreaterThan(300)
  expect(sheet?.groups.length).toBeLessThan(5)
})

test('every version is kept with who made it, what it changed, and going back makes a new one', async () => {
  const store = emptyStore()
  await takeIn(contextOn(store), fileWith('controles.csv', FILE))
  await settle(store)
  const [shape] = listMappings(store)
  expect(shape?.versions.map(({ version, kindLabel, by }) => [version, kindLabel, by])).toEqual([[2, 'Controles', 'Toetser'], [1, 'Controles', 'Toetser']])
  const [newest, first] = shape?.versions ?? []
  if (!shape || !newest || !first) throw new Error('two versions expected')
  expect(newest.columns.map(({ heading, field }) => [heading, field])).toEqual([
    ['Zaaknr', 'Zaaknummer'], ['Datum controle', 'Gecontroleerd op'], ['Kleur', 'Fenomeen'], ['Nationaliteit', null], ['Adres', 'Adres in één cel'],
  ])
  expect(mappingDifferences(first, newest)).toEqual([{ heading: 'Kleur', before: null, after: 'Fenomeen' }])

  const later = contextOn(store, { actor: { account: 'ander', name: 'Ander', roles: ['analyst'] }, now: '2026-11-22T09:00:00.000Z' })
  expect(store.write((writer) => restoreMapping(writer, shape.shape, 1, later))).toBe(3)
  expect(store.write((writer) => restoreMapping(writer, shape.shape, 1, later))).toBe(3)
  expect(listMappings(store)[0]?.versions.map(({ version, by }) => [version, by])).toEqual([[3, 'Ander'], [2, 'Toetser'], [1, 'Toetser']])
  const [proposal] = await proposalsOf(contextOn(store), fileWith('volgende.csv', FILE.replace('Z1', 'Z7')))
  expect(fieldOf(proposal, 'Kleur')?.field).toBeNull()
})

test('a version that is not there cannot count again, and one with what may never be read does without it', async () => {
  const store = emptyStore()
  await settle(store)
  const [shape] = listMappings(store)
  if (!shape) throw new Error('a shape expected')
  const back = (version: number) => store.write((writer) => restoreMapping(writer, shape.shape, version, contextOn(store)))
  expect(() => back(9)).toThrow('not-found')
  store.write((writer) => writer.run("UPDATE saved_mapping SET columns = replace(columns, '\"Nationaliteit\",\"place\":0,\"field\":null', '\"Nationaliteit\",\"place\":0,\"field\":\"case_number\"')"))
  expect(back(1)).toBe(2)
  expect(listMappings(store)[0]?.versions[0]?.columns.find(({ heading }) => heading === 'Nationaliteit')?.field).toBeNull()
})
