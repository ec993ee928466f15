import { expect, test } from 'vitest'
import { recordId } from '#shared/model/recordId.ts'
import { createCase, readCase } from '../../../electron/engine/dossier/index.ts'
import { addCompany } from '../../fixtures/entities.ts'
import { fillCaseVault, WRITTEN_BSN } from '../../fixtures/caseVault.ts'
import { contextOn, emptyStore } from '../../fixtures/vault.ts'

function aCase() {
  const store = emptyStore()
  const context = contextOn(store)
  const { picture, keys } = fillCaseVault(store)
  createCase(context, { title: 'Tijdlijn', phenomenon: 'hennep', occasion: '', goal: '', picture })
  return { context, keys }
}

test('the timeline holds every dated row about the subjects, oldest first, in the words of the source', () => {
  const { context } = aCase()
  expect(readCase(context, 1).timeline.map(({ date, until, category, text }) => [date, until, category, text])).toEqual([
    ['2011', '2020-11-15', 'ownership', 'een natuurlijk persoon buiten dit dossier: eigendom van Markerkant 12'],
    ['2018', '2020-12-31', 'establishment', 'Buurman Bouw B.V.: gevestigd op Markerkant 12'],
    ['2019-05', null, 'residence', 'S. Testveld: ingeschreven op Kerkgracht 8 A'],
    ['2020-11-15', null, 'ownership', 'Zuiderdiep Holding B.V.: eigendom van Markerkant 12, koopsom € 450.000, hypotheek € 300.000 van een natuurlijk persoon'],
    ['2021-02', null, 'office', 'Zuiderdiep Holding B.V.: aandeelhouder van Polderglas B.V., aandeel 1/1'],
    ['2021-02-01', null, 'establishment', 'Polderglas B.V.: gevestigd op Markerkant 12'],
    ['2021-02-01', '2024-06-30', 'office', 'S. Testveld: bestuurder van Polderglas B.V.'],
    ['2022', null, 'office', 'een natuurlijk persoon buiten dit dossier: gevolmachtigde van Polderglas B.V.'],
    ['2023-03-01', null, 'permit', 'Polderglas B.V.: aanvraag exploitatievergunning voor Markerkant 12, geweigerd [Z-9]'],
    ['2024-03-02', null, 'signal', 'Markerkant 12: signaal van Toezicht overlast [S-118]'],
    ['2024-04-11', null, 'inspection', 'Markerkant 12: integrale controle door Toezicht, niet binnengekomen'],
    ['2025-01-20', '2025-04-20', 'measure', 'Markerkant 12: sluiting (art. 13b Opiumwet) [Z-2025-07]'],
  ])
})

test('each entry names its subjects and its row; rows without a date are counted', () => {
  const { context, keys } = aCase()
  const { timeline, remarks } = readCase(context, 1)
  expect(timeline.find(({ category }) => category === 'permit')).toMatchObject({ subjects: [keys.company, keys.address], source: { recordId: recordId(2, 50), file: 'registers.xlsx', sheet: 'Blad1', row: 50 } })
  expect(remarks).toEqual(['1 bronregel zonder datum staat niet in de tijdlijn.'])
})

test('whoever is in nobody’s picture is not named, and who lives at an address without being a subject is not read', () => {
  const { context } = aCase()
  const text = JSON.stringify(readCase(context, 1))
  expect(text).not.toContain('Buitenstaander')
  expect(text).not.toContain('Geldschieter')
  expect(readCase(context, 1).timeline.filter(({ category }) => category === 'residence')).toHaveLength(1)
})

test('a shared building does not flood the timeline', () => {
  const { context, keys } = aCase()
  context.store.write((writer) => {
    for (let id = 100; id < 140; id++) {
      addCompany(writer, id, `Brievenbus ${id} B.V.`)
      writer.run(
        "INSERT INTO branch_location (company_id, name, address_id, sbi, sbi_version, started, record_id) VALUES (?, '', ?, '', '', '2020-01-01', ?)",
        id, Number(keys.address.slice('address:'.length)), recordId(2, 1000 + id),
      )
    }
  })
  const { timeline, remarks } = readCase(context, 1)
  expect(timeline.filter(({ category }) => category === 'establishment')).toHaveLength(1)
  expect(remarks).toContain('Op Markerkant 12 staan nog 41 andere vestigingen ingeschreven; die staan niet in de tijdlijn.')
})

test('signals open with their content, without who reported and without a BSN; an expired one stays shut', () => {
  const { context } = aCase()
  const { signals } = readCase(context, 1)
  expect(signals.map(({ number, department, subject, content }) => [number, department, subject, content])).toEqual([
    ['S-200', 'Belastingen', 'Polderglas B.V.', 'Aanslag onbetaald.'],
    ['S-118', 'Toezicht', 'Markerkant 12', 'Geur in de nacht; melder noemt •••••2333.'],
  ])
  expect(JSON.stringify(signals)).not.toMatch(new RegExp(`${WRITTEN_BSN}|burger|Verlopen`))
})
