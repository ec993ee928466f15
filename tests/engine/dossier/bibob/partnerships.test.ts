import { describe, expect, test } from 'vitest'
import { BusinessPartnership } from '#shared/model/businessPartnership.ts'
import { recordId } from '#shared/model/recordId.ts'
import { bibobRelations, establishPartnership, readPartnerships, withdrawPartnership } from '../../../../electron/engine/dossier/bibob/index.ts'
import { codeOf } from '../../../fixtures/codeOf.ts'
import { fillBibobVault } from '../../../fixtures/bibobVault.ts'
import { addCompany, addEdge } from '../../../fixtures/entities.ts'
import { contextOn, emptyStore, NOW } from '../../../fixtures/vault.ts'

const motive = 'Hij bepaalt de inkoop en tekent de huur, zonder rol in het register.'

/** The applicant of the fixture with a neighbour at its address, led by the same holding. */
function prepared(caseNumber = 'B-2026-4') {
  const store = emptyStore()
  const { applicant, holding, premises } = fillBibobVault(store)
  const neighbour = store.write((writer) => {
    const made = addCompany(writer, 8, 'Buur Beheer B.V.')
    addEdge(writer, { from: made, to: premises, kind: 'established-at', record: recordId(2, 90), label: 'vestiging', start: '2022' })
    addEdge(writer, { from: holding, to: made, kind: 'director', record: recordId(2, 91), label: 'bestuurder', start: '2022' })
    return made
  })
  const context = contextOn(store, { purpose: { id: 'bibob-onderzoek', label: 'Bibob', ground: '', compartments: ['bibob'], caseNumber } })
  return { store, context, applicant, neighbour }
}

describe('a zakelijk samenwerkingsverband', () => {
  test('is only suggested: who has an address, a director, a loan or a lease in common, in order of name, with the row that says so', () => {
    const { context, applicant } = prepared()
    const { set, suggestions } = readPartnerships(context, applicant)
    expect(set).toEqual([])
    expect(suggestions.map(({ label, grounds }) => [label, grounds.map(({ ground, through }) => [ground, through])])).toEqual([
      ['Buur Beheer B.V.', [['address', 'Markerkant 12'], ['director', 'Polder Holding B.V.']]],
      ['Polderbank N.V.', [['loan', '']]],
      ['Verhuur Almere B.V.', [['rent', '']]],
    ])
    expect(suggestions.every(({ grounds }) => grounds.every(({ source }) => source.file === 'registers.xlsx'))).toBe(true)
  })

  test('is established by a human with a motivation, and never becomes a link or a relation', () => {
    const { store, context, applicant, neighbour } = prepared()
    const links = () => store.get('SELECT count(*) AS n FROM link')
    const [before, relations] = [links(), bibobRelations(context, applicant)]
    expect(BusinessPartnership.safeParse({ partner: neighbour, motive: 'omdat', start: null, end: null }).success).toBe(false)
    establishPartnership(context, applicant, { partner: neighbour, motive, start: '2022', end: null })
    const { set, suggestions } = readPartnerships(context, applicant)
    expect(set).toEqual([{ partner: neighbour, label: 'Buur Beheer B.V.', detail: expect.any(String), motive, start: '2022', end: null, by: 'Toetser', at: NOW }])
    expect(suggestions.map(({ partner }) => partner)).not.toContain(neighbour)
    expect(links()).toEqual(before)
    expect(bibobRelations(context, applicant)).toEqual(relations)
    expect(() => store.write((writer) => writer.run("UPDATE bibob_partnership SET motive = 'omdat'"))).toThrow('CHECK')
  })

  test('belongs to the case number, can be said anew and taken back', () => {
    const { context, applicant, neighbour } = prepared()
    const other = { ...context, purpose: { ...context.purpose, caseNumber: 'B-2026-5' } }
    const given = { partner: neighbour, motive, start: null, end: null }
    establishPartnership(context, applicant, given)
    establishPartnership(context, applicant, { ...given, motive: `${motive} Zo blijkt uit 999990019.` })
    expect(readPartnerships(context, applicant).set.map((one) => one.motive)).toEqual([`${motive} Zo blijkt uit •••••0019.`])
    expect(readPartnerships(other, applicant).set).toEqual([])
    expect(codeOf(() => withdrawPartnership(other, applicant, neighbour))).toBe('not-found')
    withdrawPartnership(context, applicant, neighbour)
    expect(readPartnerships(context, applicant).set).toEqual([])
  })

  test('is with a company or person of the vault, and not with oneself', () => {
    const { context, applicant } = prepared()
    const given = { motive, start: null, end: null }
    expect(codeOf(() => establishPartnership(context, applicant, { ...given, partner: applicant }))).toBe('bad-input')
    expect(codeOf(() => establishPartnership(context, applicant, { ...given, partner: 'address:0034200000000001' }))).toBe('bad-input')
    expect(codeOf(() => establishPartnership(context, applicant, { ...given, partner: 'company:999' }))).toBe('not-found')
  })
})
