import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { placer } from '../../../electron/engine/score/branchCourse.ts'
import { runScores, trend } from '../../../electron/engine/score/index.ts'
import { addDelivery, addRecord } from '../../fixtures/register.ts'
import { fillTown } from '../../fixtures/scoreTown.ts'
import { contextOn, emptyStore } from '../../fixtures/vault.ts'

const pair = (former: string, code: string) => ({ '2008': former, '2025': code })

describe('whether a code of the other version lies in a branch', () => {
  const belongs = placer([pair('5610', '56110'), pair('5621', '56210'), pair('5621', '10890'), pair('4711', '47110')], { version: '2025', start: '56' })

  it.each([
    ['2025', '56110', 'own'], ['2025', '47110', 'other'], ['2008', '5610', 'own'], ['2008', '4711', 'other'], ['2008', '5621', 'unplaced'], ['2008', '9999', 'unplaced'], ['2008', '56', 'unplaced'], ['', '5610', 'other'], ['2008', '', 'other'],
  ])('SBI %s, %s: %s', (version, sbi, place) => expect(belongs(version, sbi)).toBe(place))

  it('without a concordance no code of the other version is placed; with one that keeps every code it lies where it lay', () => {
    const codes = fc.stringMatching(/^[0-9]{5}$/)
    fc.assert(
      fc.property(codes, fc.integer({ min: 2, max: 4 }), fc.array(codes, { maxLength: 12 }), (code, length, others) => {
        const start = code.slice(0, length)
        expect(placer([], { version: '2025', start })('2008', code)).toBe('unplaced')
        const same = placer([code, ...others].map((one) => pair(one, one)), { version: '2025', start })
        for (const one of [code, ...others]) expect(same('2008', one)).toBe(one.startsWith(start) ? 'own' : 'other')
      }),
    )
  })
})

describe('the course of a branch over the change of the SBI', () => {
  /** Half of the cafés got their codes of 2025, the others ended before and have those of 2008 for good. */
  function mixedTown() {
    const store = emptyStore()
    fillTown(store, (town) => {
      const area = town.area('BU00340101', 'Proefbuurt', null)
      for (let i = 0; i < 40; i += 1) {
        const isOld = i % 2 === 0
        const address = town.address(area, 'bijeenkomstfunctie')
        const company = town.company(address, i % 4 < 2 ? (isOld ? '5610' : '56110') : isOld ? '5621' : '47110', { started: '2012-05-01' })
        town.writer.run('UPDATE company SET sbi_version = ? WHERE id = ?', isOld ? '2008' : '2025', company)
        town.record('inspection_record', { address_id: address, company_id: company, inspected: isOld ? '2024-03-01' : '2026-03-01', outcome: 'geen-bijzonderheden' })
      }
    })
    const context = contextOn(store)
    runScores(context)
    const course = () => trend(context, { level: 'division', phenomenon: 'hennep', code: '2025:56', indicator: 'controledichtheid-branche' })
    const half = (from: string) => course().periods.find((period) => period.from === from)
    const reason = () => course().breaks.find(({ date }) => date === '2025-09-08')?.reason
    return { store, half, reason }
  }

  it('is not drawn through it without a concordance', () => {
    const { half, reason } = mixedTown()
    expect(half('2024-01-01')).toMatchObject({ observed: 0, unplaced: 20 })
    expect(half('2026-01-01')).toMatchObject({ observed: 10, unplaced: 0 })
    expect(reason()).toBe('Overgang van SBI 2008 naar SBI 2025; zonder schakelschema zijn de versies niet te vergelijken.')
  })

  it('with one it counts the codes that went over as a whole, and names those that were divided', () => {
    const { store, half, reason } = mixedTown()
    store.write((writer) => {
      addDelivery(writer, 30, { kind: 'sbi', supplier: 'CBS' })
      for (const [row, [former, code]] of [['5610', '56110'], ['5621', '56210'], ['5621', '10890']].entries()) {
        addRecord(writer, 'sbi_code', 30, row + 1, { sbi_version: '2025', sbi: code ?? '', title: '', former_sbi: former ?? '' })
      }
    })
    expect(half('2024-01-01')).toMatchObject({ observed: 10, unplaced: 10 })
    expect(reason()).toBe('Overgang van SBI 2008 naar SBI 2025; codes uit de andere versie zijn omgerekend met het schakelschema; verdeeld over meer codes, en daarom niet omgerekend: 5621.')
    store.write((writer) => writer.run("DELETE FROM sbi_code WHERE sbi = '10890'"))
    expect(half('2024-01-01')).toMatchObject({ observed: 20, unplaced: 0 })
    expect(reason()).toBe('Overgang van SBI 2008 naar SBI 2025; codes uit de andere versie zijn omgerekend met het schakelschema.')
  })
})
