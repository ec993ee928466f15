import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { RecordScanner } from '../../../electron/engine/import/csv/scanner.ts'
import { detectSeparator } from '../../../electron/engine/import/csv/separator.ts'
import { reasons } from '../../../shared/text/reasons.ts'
import { fileWith, firstSheet, problemOf, readAll } from '../../fixtures/delivery.ts'

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
    [';', 'naam;adres\n"Jansen, P.";"Kade 1, Almere"\n'],
  ])('%j', (separator, sample) => expect(detectSeparator(sample)).toBe(separator))

  test('the line sep=; is obeyed and is no row', async () => {
    const { rows } = await readAll(fileWith('levering.csv', 'sep=|\r\na;x|b\r\n1;y|2\r\n'))
    expect(rows['levering']).toEqual([{ row: 2, cells: ['a;x', 'b'] }, { row: 3, cells: ['1;y', '2'] }])
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
  const scanner = new RecordScanner(separator, {
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
