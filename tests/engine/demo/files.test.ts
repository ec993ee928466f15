import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import * as XLSX from 'xlsx'
import type { Progress } from '#shared/contract/events.ts'
import { encode, misread } from '../../../electron/engine/demo/files/encode.ts'
import { writeDemo, writeTruth } from '../../../electron/engine/demo/index.ts'
import { passesElfproef } from '../../../electron/engine/normalise/elfproef.ts'
import { temporaryFolder } from '../../fixtures/vault.ts'

const hashOf = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex')

describe('the deliveries of the demo municipality', () => {
  test('are the same bytes for the same seed and size, and others for another seed', () => {
    const once = writeDemo(temporaryFolder(), { addresses: 600, seed: 3 })
    const again = writeDemo(temporaryFolder(), { addresses: 600, seed: 3 })
    const other = writeDemo(temporaryFolder(), { addresses: 600, seed: 4 })
    const prints = (demo: typeof once) => demo.files.map(({ name, path }) => [name, hashOf(path)])
    expect(prints(again)).toEqual(prints(once))
    expect(again.truth).toEqual(once.truth)
    expect(prints(other).filter(([name, hash]) => prints(once).some((one) => one[0] === name && one[1] === hash)).map(([name]) => name)).toEqual([
      'gebieden/almere-wijken-2025.geojson',
      'gebieden/almere-buurten-2025.geojson',
      'gebieden/almere-eigen-gebieden.csv',
    ])
  })

  test('say while they are made what is thought up, and of each file how many rows are written', () => {
    const said: Progress[] = []
    const { files } = writeDemo(temporaryFolder(), { addresses: 5_000, seed: 7 }, (progress) => void said.push(progress))
    const perStep = Map.groupBy(said, ({ step }) => step)
    const [thoughtUp = [], written = []] = [/^Demogemeente bedenken: /, /^Bestand /].map((start) => [...perStep.keys()].filter((step) => start.test(step)))
    expect(thoughtUp.map((step) => perStep.get(step))).toEqual(thoughtUp.map((step, i) => [{ step, done: i, total: thoughtUp.length }]))
    expect(written).toEqual(files.map(({ name }, i) => `Bestand ${i + 1} van ${files.length} schrijven: ${name}`))
    const register = written.find((step) => step.includes('bag_adressen')) ?? ''
    expect(perStep.get(register)).toEqual([0, 2_000, 4_000].map((done) => ({ step: register, done, total: null })))
  })

  test('hold no number that passes the elfproef in a column for persons', () => {
    const demo = writeDemo(temporaryFolder(), { addresses: 2_000, seed: 7 })
    const path = demo.files.find(({ kind }) => kind === 'person')?.path ?? ''
    const numbers = readFileSync(path, 'latin1').split('\r\n').slice(1).map((line) => line.split(';')[1] ?? '').filter((bsn) => bsn !== '')
    expect(numbers.length).toBeGreaterThan(2_000)
    expect(numbers.filter(passesElfproef)).toEqual([])
  })

  test('are as dirty as those of real departments', () => {
    const demo = writeDemo(temporaryFolder(), { addresses: 20_000, seed: 7 })
    const texts = demo.files.filter(({ name }) => name.endsWith('.csv')).map(({ path }) => readFileSync(path, 'latin1'))
    const sheets = demo.files.filter(({ name }) => name.endsWith('.xlsx')).map(({ path }) => XLSX.read(readFileSync(path)))
    const cells = sheets.flatMap((book) => Object.values(book.Sheets).flatMap((sheet) => XLSX.utils.sheet_to_json<unknown[]>(sheet, { header: 1 }).flat()))
    const all = `${texts.join('\n')}\n${cells.join('\n')}`
    const forms: Record<string, RegExp> = {
      'lost zeros of a BAG number': /(?<!\d)34200000\d{6}(?!\d)/,
      'power of ten': /3,42E\+13/,
      'KVK with dots': /09\.9\d\d\.\d{3}/,
      'KVK without its zero': /(?<!\d)99\d{5}(?!\d)/,
      'letter behind a space': /[a-z] \d+ [a-z](?=[,;\r\n])/,
      hyphen: /[a-z] \d+-[A-Z]/,
      'bis and hs': /\d[- ](bis|hs)/i,
      range: /\d ?t\/m ?\d/,
      remark: /\((achter|zijingang)/,
      'Excel date': /[;, ]\d{1,2}-(jan|feb|mrt|apr)/,
      'abbreviated street': /str\. \d/,
      'v.d.': /v\.d\. /,
      'question mark for a letter': /[a-z]\?[a-z]/,
      'postcode with hyphen': /13\d\d-[A-Z]{2}/,
      'postcode in small letters': /13\d\d [a-z]{2}/,
      'country before the postcode': /NL-13\d\d/,
      'look-alikes': /[lO]3\d\d ?[A-Z]{2}|13[l\d]O/,
      'part of the city': /Almere[ -](Buiten|Haven|Stad)/,
      missing: /\b(nvt|onbekend|n\.v\.t\.)/,
      'post box': /Postbus \d/,
      elsewhere: /Lelystad/,
      formula: /=zie bijlage/,
      'birth year only': /\d{4}0000/,
      'totals row': /Totaal/,
      'decimal comma': /143\.\d{3},\d{3}/,
      nationality: /Nationaliteit/,
    }
    expect(Object.entries(forms).filter(([, form]) => !form.test(all)).map(([name]) => name)).toEqual([])
    expect(sheets.some((book) => book.Workbook?.Sheets?.some((sheet) => sheet.Hidden === 1))).toBe(true)
    expect(sheets.some((book) => Object.values(book.Sheets).some((sheet) => (sheet['!merges'] ?? []).length > 1))).toBe(true)
  })

  test('come with a truth that names an existing address for every row', () => {
    const folder = temporaryFolder()
    const { truth } = writeDemo(folder, { addresses: 2_000, seed: 7 })
    const bags = new Set(truth.sheets.filter(({ kind }) => kind === 'address').flatMap(({ addresses }) => addresses.bags))
    expect(bags.size).toBe(2_000)
    const others = truth.sheets.filter(({ kind }) => kind !== 'address')
    for (const { addresses } of others) expect(addresses.bags.filter((bag) => bag !== 0 && !bags.has(bag))).toEqual([])
    expect(others.flatMap(({ addresses }) => addresses.bags).filter((bag) => bag === 0).length).toBeGreaterThan(5)
    writeTruth(`${folder}/waarheid`, truth)
    expect(readFileSync(`${folder}/waarheid/adressen.csv`, 'utf8').split('\n')[0]).toBe('bestand;blad;rij;nummeraanduiding;mag_ontbreken')
  })
})

describe('encodings', () => {
  test('Windows-1252 keeps what it can and marks the rest', () => {
    expect([...encode('België € ş', 'windows-1252')]).toEqual([66, 101, 108, 103, 105, 0xeb, 32, 0x80, 32, 63])
    expect(misread('België')).toBe('BelgiÃ«')
  })
})
