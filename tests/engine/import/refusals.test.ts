import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { exportIssues, exportRefusals } from '../../../electron/engine/import/index.ts'
import { reasons } from '../../../shared/text/reasons.ts'
import { fileWith, firstSheet, takeIn } from '../../fixtures/delivery.ts'
import { contextOn, emptyStore, temporaryFolder } from '../../fixtures/vault.ts'
import { writeWorkbook } from '../../fixtures/workbook.ts'

const HEADINGS = ['Zaaknummer', 'Datum controle', 'Uitkomst', 'Adres', 'Opmerking']
const unreadable = reasons.requiredUnreadable('Gecontroleerd op', reasons.notADate)

describe('refused rows go back in the layout of their source', () => {
  test('CSV with the same separator, a mark, the reason, and no formulas', async () => {
    const store = emptyStore()
    const rows = ['Z1;01-05-2024;akkoord;Kade 1;goed', 'Z2;rood;akkoord;Kade 2;=1+1', '"Z;3";;akkoord;Kade 3;"-twee\nregels"', '007;groen;akkoord;Kade 4;-12,5']
    await takeIn(contextOn(store), fileWith('controles.csv', [HEADINGS.join(';'), ...rows].join('\n')))
    const target = join(temporaryFolder(), 'terug.csv')
    expect(exportRefusals(contextOn(store), 1, target)).toBe(3)
    expect(readFileSync(target, 'utf8').split('\r\n')).toEqual([
      '\ufeffZaaknummer;Datum controle;Uitkomst;Adres;Opmerking;Reden van weigering',
      `Z2;rood;akkoord;Kade 2;'=1+1;Rij 3: ${unreadable}`,
      `"Z;3";;akkoord;Kade 3;"'-twee\nregels";Rij 4: ${reasons.required('Gecontroleerd op')}`,
      `007;groen;akkoord;Kade 4;-12,5;Rij 5: ${unreadable}`,
      '',
    ])
  })

  test('a workbook for a workbook, every cell as text', async () => {
    const store = emptyStore()
    const source = join(temporaryFolder(), 'controles.xlsx')
    writeWorkbook(source, [['Overzicht'], HEADINGS, ['0034', '01-05-2024', 'akkoord', 'Kade 1', 'goed'], ['0035', 'rood', 'akkoord', 'Kade 2', '=1+1']])
    await takeIn(contextOn(store), source)
    const target = join(temporaryFolder(), 'terug.xlsx')
    expect(exportRefusals(contextOn(store), 1, target)).toBe(1)
    expect(await firstSheet(target)).toEqual([['Overzicht'], [...HEADINGS, 'Reden van weigering'], ['0035', 'rood', 'akkoord', 'Kade 2', '=1+1', `Rij 4: ${unreadable}`]])
  })

  test.each([['an apostrophe in front', "'s-Gravenhage"], ['the name Excel keeps for itself', 'History']])('a sheet from another program goes back too: %s', async (_what, sheet) => {
    const store = emptyStore()
    const source = join(temporaryFolder(), 'controles.xlsx')
    writeWorkbook(source, [HEADINGS, ['0034', '01-05-2024', 'akkoord', 'Kade 1', 'goed'], ['0035', 'rood', 'akkoord', 'Kade 2', 'kort']])
    await takeIn(contextOn(store), source)
    store.write((writer) => {
      writer.run('UPDATE delivery SET sheet = ?', sheet)
      writer.run("UPDATE refused_row SET cells = replace(cells, 'kort', ?)", 'x'.repeat(90_000))
    })
    const target = join(temporaryFolder(), 'terug.xlsx')
    expect(exportRefusals(contextOn(store), 1, target)).toBe(1)
    expect((await firstSheet(target))[1]?.[4]).toMatch(/^x+… \(ingekort/)
  })

  test('the title and the encoding of the source come back too, and mended it goes in', async () => {
    const store = emptyStore()
    const text = `Controles team Zuid, België\n\n${HEADINGS.join(';')}\nZ1;rood;akkoord;Belgiëlaan 1;\nZ2;02-05-2024;akkoord;Kade 2;\n`
    await takeIn(contextOn(store), fileWith('controles.csv', Buffer.from(text, 'latin1')))
    const target = join(temporaryFolder(), 'terug.csv')
    exportRefusals(contextOn(store), 1, target)
    const back = readFileSync(target)
    expect(back.toString('latin1').split('\r\n').slice(0, 2)).toEqual(['Controles team Zuid, België', [...HEADINGS, 'Reden van weigering'].join(';')])
    expect(back.toString('latin1')).toContain('Z1;rood;akkoord;Belgiëlaan 1')
    const mended = fileWith('hersteld.csv', Buffer.from(back.toString('latin1').replace('rood', '01-05-2024'), 'latin1'))
    expect((await takeIn(contextOn(store), mended)).sheets[0]).toMatchObject({ accepted: 1, refused: 0 })
  })

  test('a letter that the encoding of the source does not have makes it UTF-8', async () => {
    const store = emptyStore()
    const bytes = Buffer.concat([Buffer.from(`${HEADINGS.join(';')}\nZ1;rood;akkoord;Kade 1;\nZ2;01-05-2024;akkoord;Belgi`), Buffer.from([0xeb]), Buffer.from('laan;\n')])
    await takeIn(contextOn(store), fileWith('controles.csv', bytes))
    store.write((writer) => writer.run("UPDATE refused_row SET cells = replace(cells, 'Kade', 'Łódzkade')"))
    const target = join(temporaryFolder(), 'terug.csv')
    exportRefusals(contextOn(store), 1, target)
    expect(readFileSync(target, 'utf8')).toContain('Łódzkade 1')
  })

  test('mended, they go in', async () => {
    const store = emptyStore()
    await takeIn(contextOn(store), fileWith('controles.csv', `${HEADINGS.join(';')}\nZ1;rood;akkoord;Kade 1;\nZ2;02-05-2024;akkoord;Kade 2;\n`))
    const target = join(temporaryFolder(), 'terug.csv')
    exportRefusals(contextOn(store), 1, target)
    const mended = readFileSync(target, 'utf8').replace('rood', '01-05-2024')
    const report = await takeIn(contextOn(store), fileWith('hersteld.csv', mended))
    expect(report.sheets[0]).toMatchObject({
      accepted: 1, refused: 0, dropped: [{ heading: 'Opmerking', reason: 'empty' }, { heading: 'Reden van weigering', reason: 'not-listed' }],
    })
  })

  test('the apostrophe that kept a formula from running is gone when a mended row comes back', async () => {
    const store = emptyStore()
    await takeIn(contextOn(store), fileWith('controles.csv', `${HEADINGS.join(';')}\n=HH-1;rood;akkoord;Kade 1;\nZ2;02-05-2024;akkoord;Kade 2;\n`))
    const target = join(temporaryFolder(), 'terug.csv')
    exportRefusals(contextOn(store), 1, target)
    expect(readFileSync(target, 'utf8')).toContain("'=HH-1;rood")
    await takeIn(contextOn(store), fileWith('hersteld.csv', readFileSync(target, 'utf8').replace('rood', '01-05-2024')))
    expect(store.all('SELECT case_number FROM inspection_record ORDER BY case_number')).toEqual([{ case_number: '=HH-1' }, { case_number: 'Z2' }])
  })

  test('a row that was given back without its BSN does not go in without one', async () => {
    const store = emptyStore()
    const headings = 'BSN;Achternaam;Voornamen;Geboortedatum;Adres;Ingangsdatum'
    const bewoners = fileWith('bewoners.csv', `${headings}\n111222333;Vink;Anna;;;\n123456782;Bos;Bram;02-05-1980;Kade 2;\n`)
    await takeIn(contextOn(store), bewoners)
    const masked = fileWith('bewoners hersteld.csv', `${headings};Reden van weigering\n•••••2333;Vink;Anna;01-05-1980;Kade 1;;Rij 2: geweigerd\n`)
    const report = await takeIn(contextOn(store), masked)
    expect(report.sheets[0]).toMatchObject({ accepted: 0, refused: 1, groups: [expect.objectContaining({ severity: 'refused', reason: reasons.maskedBsn })] })
  })

  test('a delivery that is not there', async () => {
    expect(() => exportRefusals(contextOn(emptyStore()), 9, join(temporaryFolder(), 'x.csv'))).toThrow('not-found')
  })
})

test('everything there was to remark goes out as a list, with sheet, row, column, value and reason', async () => {
  const store = emptyStore()
  const rows = ['Z1;rood;akkoord;Kade 1;goed', 'Z2;;akkoord;Kade 2;', 'Z3;01-05-24;akkoord;Kade 3;"=1+1"', ';;;;losse regel']
  await takeIn(contextOn(store), fileWith('controles.csv', [HEADINGS.join(';'), ...rows].join('\n')))
  const target = join(temporaryFolder(), 'opmerkingen.csv')
  expect(exportIssues(contextOn(store), 1, target)).toBe(4)
  expect(readFileSync(target, 'utf8').split('\r\n')).toEqual([
    '\ufeffBestand;Blad;Rij;Kolom;Kop;Waarde;Gevolg;Reden',
    `controles.csv;controles;2;B;Datum controle;rood;geweigerd;${unreadable}`,
    `controles.csv;controles;3;B;Datum controle;;geweigerd;${reasons.required('Gecontroleerd op')}`,
    `controles.csv;controles;4;B;Datum controle;01-05-24;hersteld;${reasons.shortYear}`,
    `controles.csv;controles;5;;;losse regel;genegeerd;${reasons.note}`,
    '',
  ])
})
