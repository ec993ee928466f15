import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { RecordScanner } from '../../../electron/engine/import/csv/scanner.ts'
import { detectSeparator } from '../../../electron/engine/import/csv/separator.ts'
import { importFile, inspectFile } from '../../../electron/engine/import/index.ts'
import { openWorkbook } from '../../../electron/engine/import/openWorkbook.ts'
import { surveyFile } from '../../../electron/engine/import/survey.ts'
import type { TextReading } from '../../../shared/model/source.ts'
import { reasons } from '../../../shared/text/reasons.ts'
import { fileWith, firstSheet, problemOf, readAll } from '../../fixtures/delivery.ts'
import { contextOn, emptyStore } from '../../fixtures/vault.ts'

const table = [['Straat', 'Nr'], ['Belgiëlaan', '12'], ['Café ’t Hoekje', '€ 5']]

describe('encodings', () => {
  const text = (separator: string) => table.map((row) => row.join(separator)).join('\r\n')
  const utf16be = (content: string) => Buffer.from(content, 'utf16le').swap16()
  test.each<[string, string, Buffer]>([
    ['CSV, puntkomma, UTF-8', 'utf8', Buffer.from(text(';'))],
    ['CSV, puntkomma, UTF-8', 'utf8 with mark', Buffer.from(`\ufeff${text(';')}`)],
    ['CSV, tab, UTF-16', 'utf16le with mark', Buffer.from(`\ufeff${text('\t')}`, 'utf16le')],
    ['CSV, komma, UTF-16', 'utf16le without mark', Buffer.from(text(','), 'utf16le')],
    ['CSV, puntkomma, UTF-16 (big endian)', 'utf16be with mark', utf16be(`\ufeff${text(';')}`)],
  ])('%s (%s)', async (readAs, _, bytes) => {
    const path = fileWith('levering.csv', bytes)
    expect(await readAll(path)).toEqual(expect.objectContaining({ readAs }))
    expect(await firstSheet(path)).toEqual(table)
  })

  test('Windows-1252 where it is not UTF-8, also far into the file', async () => {
    const filler = 'Markerkant;1\r\n'.repeat(20_000)
    const bytes = Buffer.concat([Buffer.from(`Straat;Nr\r\n${filler}Belgi`), Buffer.from([0xeb]), Buffer.from('laan;'), Buffer.from([0x80]), Buffer.from(' 5\r\n')])
    const path = fileWith('levering.csv', bytes)
    expect((await readAll(path)).readAs).toBe('CSV, puntkomma, Windows-1252')
    expect((await firstSheet(path)).at(-1)).toEqual(['Belgiëlaan', '€ 5'])
  })
})

describe('separators', () => {
  test.each([
    [';', 'a;b,c;d\n1;2,5;3\n'],
    [',', 'a,b,c\n1,2,3\n'],
    ['\t', 'a\tb\n1\t2\n'],
    ['|', 'a|b|c\n1|2|3\n'],
    ['\x1f', 'a\x1fb\n1\x1f2,5\n3\x1f4\n'],
    ['~', 'naam~uur\nVink~10:30\nBos~11:45\n'],
    ['^', 'a^b\n1^2\n'],
    [':', 'naam:nummer\nVink:12\nBos:14\n'],
    [';', 'Overzicht per 12:30\na;b\n1;2\n'],
    [';', 'naam;adres\n"Jansen, P.";"Kade 1, Almere"\n'],
  ])('%j', (separator, sample) => expect(detectSeparator(sample, '"')).toBe(separator))

  test('the line sep=; is obeyed and is no row', async () => {
    const { rows } = await readAll(fileWith('levering.csv', 'sep=|\r\na;x|b\r\n1;y|2\r\n'))
    expect(rows['levering']).toEqual([{ row: 2, cells: ['a;x', 'b'] }, { row: 3, cells: ['1;y', '2'] }])
  })
})

describe('how a file is read can be said', () => {
  const read = async (content: string | Buffer, text?: TextReading) => {
    const path = fileWith('levering.csv', content)
    const workbook = await openWorkbook(path, await surveyFile(path, () => undefined), text)
    const rows: unknown[][] = []
    await workbook.read('levering', { row: (_, cells) => rows.push([...cells]) > 0, bad: () => undefined, beat: () => undefined })
    return { rows, readAs: workbook.readAs, text: workbook.text }
  }

  test('an unusual separator is found, a control sign as well', async () => {
    expect(await read('a\x1fb\n1\x1f2\n')).toMatchObject({ readAs: 'CSV, scheidingsteken 0x1F, UTF-8', rows: [['a', 'b'], ['1', '2']] })
    expect((await read('a~b\n1~2\n')).readAs).toBe('CSV, tilde, UTF-8')
  })
  test('single quotes are found, and names that begin with one are none', async () => {
    expect(await read("'naam';'plaats'\n'Vink; Bos';'’s-Gravenhage'\n'het ''t Hoekje';'Ede'\n")).toMatchObject({
      readAs: 'CSV, puntkomma, enkele aanhalingstekens, UTF-8', rows: [['naam', 'plaats'], ['Vink; Bos', '’s-Gravenhage'], ["het 't Hoekje", 'Ede']],
    })
    expect((await read("naam;plaats\nVink;'s-Gravenhage\nBos;'t Goy\n")).rows[1]).toEqual(['Vink', "'s-Gravenhage"])
  })
  test('separator, quotes and encoding as chosen', async () => {
    const bytes = Buffer.from('a,b;c\n1,"2";\xeb\n', 'latin1')
    const chosen: TextReading = { separator: ',', quote: '', encoding: 'windows-1252' }
    expect(await read(bytes, chosen)).toMatchObject({ rows: [['a', 'b;c'], ['1', '"2";ë']], text: { reading: chosen, isOwnChoice: true } })
    expect((await read(bytes)).text).toMatchObject({ reading: { separator: ';', quote: '"', encoding: 'windows-1252' }, isOwnChoice: false })
  })
  test('the same file read otherwise is another delivery', async () => {
    const context = contextOn(emptyStore())
    const path = fileWith('controles.csv', 'Zaaknummer;Datum controle;Uitkomst;Adres\nZ1;01-05-2024;akkoord;"Kade 1"\n')
    const take = async (text?: TextReading) => {
      const { sheets } = await inspectFile(context, path, [{ sheet: 'controles', kind: 'inspection', headerRow: null, text }])
      return (await importFile(context, path, sheets.flatMap(({ proposal }) => (proposal ? [{ ...proposal, follows: null }] : [])), { dryRun: false })).sheets[0]
    }
    expect(await take()).toMatchObject({ isRepeat: false })
    expect(await take({ separator: ';', quote: '"', encoding: 'utf-8' })).toMatchObject({ isRepeat: true })
    expect(await take({ separator: ';', quote: '', encoding: 'utf-8' })).toMatchObject({ isRepeat: false, accepted: 1 })
  })
})

test('rows keep the numbers a spreadsheet shows: blank lines count, lines inside quotes do not', async () => {
  const { rows } = await readAll(fileWith('levering.csv', 'a;b\n\n"1\n1";2\n\n\n3;4\n'))
  expect(rows['levering']?.map(({ row }) => row)).toEqual([1, 3, 6])
})

test.each(['\n', '\r\n', '\r'])('line ends %j', async (end) => {
  expect(await firstSheet(fileWith('levering.csv', ['a;b', '1;2', '3;4'].join(end)))).toEqual([['a', 'b'], ['1', '2'], ['3', '4']])
})

describe('quotes', () => {
  const rest = Array.from({ length: 200 }, (_, i) => `${i};x;y`)
  const read = (lines: string[]) => readAll(fileWith('levering.csv', lines.join('\n')))

  test('a quote that is never closed costs its own line only', async () => {
    const { rows, bad } = await read(['a;b;c', '1;"open;3', ...rest])
    expect(bad).toEqual([{ row: 2, reason: reasons.brokenQuotes, cells: ['1', '"open', '3'] }])
    expect(rows['levering']).toHaveLength(1 + rest.length)
    expect(rows['levering']?.at(-1)).toEqual({ row: 202, cells: ['199', 'x', 'y'] })
  })

  test('nor does it borrow the quotes of a later line', async () => {
    const { rows, bad } = await read(['a;b;c', '1;"open;3', '2;"x";4', '5;6;7'])
    expect(bad.map(({ row }) => row)).toEqual([2])
    expect(rows['levering']?.map(({ cells }) => cells)).toEqual([['a', 'b', 'c'], ['2', 'x', '4'], ['5', '6', '7']])
  })

  test('the same in Windows-1252 and behind a mark', async () => {
    const latin = Buffer.from(['a;b;c', '\xeb;"open;3', '2;x;\xeb'].join('\n'), 'latin1')
    expect((await readAll(fileWith('levering.csv', latin))).rows['levering']?.at(-1)).toEqual({ row: 3, cells: ['2', 'x', 'ë'] })
    expect((await read(['\ufeffa;b;c', '1;"open;3', '2;x;4'])).rows['levering']?.at(-1)).toEqual({ row: 3, cells: ['2', 'x', '4'] })
  })

  test('a quote inside a value stays', async () => {
    const { rows, bad } = await read(['a;b', 'Café "De Hoek";x', '"Café ""De Hoek""";"Bar" Almere'])
    expect(bad).toEqual([])
    expect(rows['levering']?.slice(1).map(({ cells }) => cells)).toEqual([['Café "De Hoek"', 'x'], ['Café "De Hoek"', '"Bar" Almere']])
  })

  test('a file of open quotes is no table', async () => {
    expect(await problemOf(read(Array.from({ length: 600 }, () => '1;"open;3')))).toBe('file-damaged')
  })
})

test('a cell of 40 MB', async () => {
  expect(await problemOf(readAll(fileWith('levering.csv', `a;b\n1;${'x'.repeat(40_000_000)}\n`)))).toBe('cell-too-large')
})

test.each([['', 'file-empty'], ['  \r\n ', 'file-empty']])('%j', async (content, code) => {
  expect(await problemOf(readAll(fileWith('levering.csv', content)))).toBe(code)
})

test('what is written properly is read back, whatever stands in it', async () => {
  const cell = fc.string({ unit: fc.constantFrom(...'ab;,"\n é|\t'), maxLength: 8 })
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 6 }), async (rows) => {
      const quoted = rows.map((row) => row.map((text) => `"${text.replaceAll('"', '""')}"`).join(';'))
      const expected = rows.filter((row) => row.some((text) => text !== ''))
      const path = fileWith('levering.csv', ['kop;kop;kop', ...quoted].join('\n'))
      const { rows: read, bad } = await readAll(path)
      expect(bad).toEqual([])
      expect(read['levering']?.slice(1).map(({ cells }) => cells)).toEqual(expected)
    }),
    { numRuns: 60 },
  )
})

/** What a scanner makes of bytes that come in these pieces. */
function scanned(pieces: readonly Buffer[], separator: string): unknown[] {
  const found: unknown[] = []
  const scanner = new RecordScanner({ separator, quote: '"' }, {
    record: (cells) => found.push(cells) > 0,
    broken: (line) => found.push({ broken: line }) > 0,
    endless: () => new Error('endless'),
  })
  for (const piece of pieces) scanner.push(piece)
  scanner.end()
  return found
}

test('where the bytes are cut in pieces makes no difference', () => {
  const text = fc.string({ unit: fc.constantFrom(...'aé;"\n\r', '""', ';"', '"\r\n', '¦'), maxLength: 40 })
  fc.assert(
    fc.property(text, fc.array(fc.nat(60), { maxLength: 5 }), fc.constantFrom(';', '¦'), (content, cuts, separator) => {
      const bytes = Buffer.from(content)
      const places = [0, ...cuts.filter((cut) => cut < bytes.length).sort((a, b) => a - b), bytes.length]
      const pieces = places.slice(1).map((end, i) => bytes.subarray(places[i], end))
      expect(scanned(pieces, separator)).toEqual(scanned([bytes], separator))
    }),
    { numRuns: 2000 },
  )
})

test('records without loose quotes are those of another reader', () => {
  const cell = fc.oneof(fc.string({ unit: fc.constantFrom(...'ab ,é'), maxLength: 5 }), fc.string({ unit: fc.constantFrom(...'a;"\n\r'), maxLength: 6 }).map((one) => `"${one.replaceAll('"', '""')}"`))
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 }), fc.constantFrom('\n', '\r\n'), (rows, end) => {
      const text = rows.map((row) => row.join(';')).join(end)
      expect(scanned([Buffer.from(text)], ';')).toEqual(parse(text, { delimiter: ';', relax_column_count: true, record_delimiter: end }))
    }),
    { numRuns: 500 },
  )
})
