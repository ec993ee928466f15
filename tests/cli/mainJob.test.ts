import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as XLSX from 'xlsx'
import { temporaryFolder } from '../fixtures/vault.ts'
import { noPrinter, type, type Typed } from './terminal.ts'

const SIZE = ['--adressen', '900', '--zaad', '7']
const printed: string[] = []
/** A printer that remembers what it was given. */
const printer = async (html: string) => {
  printed.push(html)
  return new TextEncoder().encode('%PDF-1.7 toets')
}

/** The report without what may differ: times, paths that hold the folder, and whether there was a printer. */
function comparable(typed: Typed, folder: string): unknown {
  const { seconden: _times, ...report } = typed.json()
  const withoutPrints = (key: string, value: unknown) => (key === 'pdf' || key === 'overgeslagen' ? undefined : value)
  return JSON.parse(JSON.stringify(report, withoutPrints).replaceAll(folder, 'MAP'))
}

describe('hoofdtaak', () => {
  let folder: string
  let typed: Typed

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'signaal-'))
    typed = await type(['hoofdtaak', '--uit', folder, ...SIZE, '--json'], {}, printer)
  }, 300_000)

  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test('is done, and prints one JSON object with everything that was asked for', () => {
    expect(typed).toMatchObject({ code: 0, error: [] })
    expect(typed.out).toHaveLength(1)
    expect(Object.keys(typed.json())).toEqual(expect.arrayContaining(['bronnen', 'adressen', 'koppelingen', 'scores', 'casus', 'log', 'seconden']))
  })

  test('takes every delivery in and says what became of the rows', () => {
    const sources = typed.json()['bronnen']
    expect(new Set(Array.isArray(sources) ? sources.map((source: { soort: string }) => source.soort) : [])).toEqual(
      new Set(['area', 'own-area', 'address', 'person', 'company', 'office', 'ownership', 'permit', 'inspection', 'measure', 'signal']),
    )
    for (const source of Array.isArray(sources) ? sources : []) {
      expect(source.gelezen).toBe(source.geaccepteerd + source.geweigerd + source.overgeslagen)
      expect(source.geaccepteerd).toBeGreaterThan(0)
    }
  })

  test('matches addresses without a single wrong one', () => {
    expect(typed.json()['adressen']).toMatchObject({ precisie: 1, fout: 0 })
    expect(typed.json()).toHaveProperty('adressen.recall')
    expect(Number(Reflect.get(Object(typed.json()['adressen']), 'recall'))).toBeGreaterThan(0.99)
  })

  test('finds what it looks for, writes the dossier in every form, and the log holds', () => {
    const report = typed.json()
    expect(report['zoeken']).toMatchObject({ bovenaan: true })
    expect(report['log']).toMatchObject({ geverifieerd: true })
    const casus = Object(report['casus'])
    for (const form of ['docx', 'pdf', 'xlsx', 'png', 'svg']) expect(existsSync(String(Reflect.get(casus, form)))).toBe(true)
    expect(Reflect.get(casus, 'overgeslagen')).toEqual([])
    const book = XLSX.read(readFileSync(String(Reflect.get(casus, 'xlsx'))))
    expect(book.SheetNames.length).toBeGreaterThan(2)
    const html = printed.join('\n')
    expect(html).toContain('Stapeladres in de demogemeente')
    expect(html).toContain('Het adres wordt gebruikt om vennootschappen een inschrijving te geven')
    expect(Object(report['bibob'])).toMatchObject({ overgeslagen: [] })
    expect(Number(Reflect.get(Object(report['bibob']), 'eindpersonen'))).toBeGreaterThan(0)
  })

  test('leaves no word of the deliveries readable in the vault', () => {
    const bytes = readFileSync(join(folder, 'demo.kluis')).toString('latin1')
    expect(bytes).not.toContain('SQLite format')
    expect(bytes).not.toContain('hennep')
  })

  test('gives the same report again for the same seed, two years later as well; without a printer all but the PDF', async () => {
    const other = temporaryFolder()
    const again = await type(['hoofdtaak', '--uit', other, ...SIZE, '--json'], {}, noPrinter, null, '2028-11-21T09:00:00.000Z')
    expect(again).toMatchObject({ code: 0, error: [] })
    expect(comparable(again, other)).toEqual(comparable(typed, folder))
    const prints = (place: string) => readdirSync(place).toSorted().map((name) => [name, createHash('sha256').update(readFileSync(join(place, name))).digest('hex')])
    expect(prints(join(other, 'waarheid'))).toEqual(prints(join(folder, 'waarheid')))
    expect(Object(again.json()['casus'])).toMatchObject({ overgeslagen: [{ vorm: 'pdf' }] })
    expect(readdirSync(join(other, 'dossier')).map((name) => name.replace(/.*\./, '')).toSorted()).toEqual(['docx', 'png', 'svg', 'xlsx'])
  }, 300_000)
})
