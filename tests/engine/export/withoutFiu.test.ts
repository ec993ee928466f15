import { describe, expect, test } from 'vitest'
import { withoutFiu } from '../../../electron/engine/export/withoutFiu.ts'
import { namesFiu } from '../../../electron/engine/normalise/fiu.ts'
import { aCaseFile, aSource, aStatement } from '../../fixtures/caseFile.ts'

describe('no data of the FIU leaves with a case', () => {
  test.each(['FIU', 'volgens de fiu-Nederland', 'De Financial Intelligence Unit meldt', '(FIU)'])('‘%s’ names it', (text) => expect(namesFiu(text)).toBe(true))
  test.each(['', 'Fiumstraat 4', 'confiuur', 'de fiets', 'FIUME B.V.'])('‘%s’ does not', (text) => expect(namesFiu(text)).toBe(false))

  test('a signal goes without the content that names it', () => {
    const signal = { ...aCaseFile().signals[0], number: 'S-1', department: 'Toezicht', kind: 'fraude', phenomenon: 'witwassen', from: null, to: null, subject: 'Markerkant 12', content: 'De FIU verklaarde drie transacties verdacht.', source: aSource(3, 19) }
    const [first, second] = withoutFiu(aCaseFile({ signals: [...aCaseFile().signals, signal] })).signals
    expect(first).toEqual(aCaseFile().signals[0])
    expect(second).toEqual({ ...signal, content: 'Niet opgenomen: de inhoud noemt de FIU.' })
  })

  test('what was written by hand has to be put otherwise, and the places are named', () => {
    const file = aCaseFile({ occasion: 'Melding van de FIU.', statements: [aStatement(1, 'fact', 'Volgens de FIU verdacht.', [aSource(1, 101)]), aStatement(2, 'hypothesis', 'Witwassen.', [])] })
    expect(() => withoutFiu(file)).toThrow(expect.objectContaining({ problem: { code: 'export-fiu', params: { places: 'Aanleiding, Feiten' } } }))
  })

  test('a partner may be asked about it', () => {
    const asked = { partner: 'fiscal-investigation' as const, reason: 'Zicht op geld.', information: 'Is er iets bekend bij de FIU?', ground: 'Wgs', changedAt: '', changedBy: '' }
    expect(withoutFiu(aCaseFile({ partnerRequests: [asked] })).partnerRequests).toEqual([asked])
  })
})
