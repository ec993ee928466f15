import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openParts, Partner, ProposalPart, Urgency, type CaseProposal, type PartnerRequest } from '#shared/model/caseProposal.ts'
import { addStatement, closeCase, createCase, readCase, removeRequest, saveProposal, saveRequest } from '../../../electron/engine/dossier/index.ts'
import { removeCase } from '../../../electron/engine/store/cases.ts'
import { fillCaseVault, NO_SCORE, WRITTEN_BSN } from '../../fixtures/caseVault.ts'
import { codeOf } from '../../fixtures/codeOf.ts'
import { contextOn, emptyStore, NOW } from '../../fixtures/vault.ts'

const proposal: CaseProposal = {
  processStep: 'Huisvesting en stroom; de netbeheerder en de verhuurder kunnen blokkeren.', urgency: 'danger', urgencyReason: 'Brandgevaar onder woningen.', proportionality: 'Alleen wat over het pand gaat.',
  subsidiarity: 'De gemeente alleen ziet de geldstroom niet.', lead: 'Regisseur ondermijning',
}
const request: PartnerRequest = { partner: 'tax-authority', reason: 'De omzet past niet bij het pand.', information: 'Aangiften omzetbelasting over 2024 en 2025.', ground: 'Wgs' }
const closing = { result: 'Het pand is gesloten.', retentionClass: 'regular', monitoringUntil: '2026-12-31' } as const

function prepared() {
  const store = emptyStore()
  const context = contextOn(store)
  const { picture } = fillCaseVault(store)
  const { id } = createCase(context, { title: 'Loods', phenomenon: 'hennep', occasion: 'Twee signalen.', goal: '', picture })
  return { store, context, id }
}

describe('the proposal of a case', () => {
  test('is read back as it was written, without a BSN, and a later one takes its place', () => {
    const { context, id } = prepared()
    expect(readCase(context, id)).toMatchObject({ proposal: null, partnerRequests: [] })
    saveProposal(context, id, { ...proposal, lead: `Regisseur ${WRITTEN_BSN}` })
    expect(readCase(context, id).proposal).toEqual({ ...proposal, lead: expect.not.stringContaining(WRITTEN_BSN), changedAt: NOW, changedBy: 'Toetser' })
    saveProposal(context, id, proposal)
    expect(readCase(context, id).proposal).toMatchObject(proposal)
  })

  test('asks each partner one thing, in the order of the covenant, and takes it back', () => {
    const { context, id } = prepared()
    saveRequest(context, id, request)
    saveRequest(context, id, { ...request, partner: 'police', information: `Meldingen over ${WRITTEN_BSN}.` })
    saveRequest(context, id, { ...request, information: 'Aangiften over 2025.' })
    const asked = readCase(context, id).partnerRequests
    expect(asked.map(({ partner, information }) => [partner, information])).toEqual([['police', expect.not.stringContaining(WRITTEN_BSN)], ['tax-authority', 'Aangiften over 2025.']])
    removeRequest(context, id, 'police')
    expect(codeOf(() => removeRequest(context, id, 'police'))).toBe('not-found')
    expect(readCase(context, id).partnerRequests).toHaveLength(1)
  })

  test('exchanges nothing without a ground: the vault itself refuses it', () => {
    const { context, id } = prepared()
    expect(() => saveRequest(context, id, { ...request, ground: '  ' })).toThrow('CHECK')
  })

  test('is read only once the case is closed, and goes with it', () => {
    const { store, context, id } = prepared()
    saveProposal(context, id, proposal)
    saveRequest(context, id, request)
    closeCase(context, id, closing, NO_SCORE)
    expect(codeOf(() => saveProposal(context, id, proposal))).toBe('case-closed')
    expect(codeOf(() => saveRequest(context, id, request))).toBe('case-closed')
    expect(codeOf(() => removeRequest(context, id, request.partner))).toBe('case-closed')
    expect(codeOf(() => saveProposal(context, 99, proposal))).toBe('not-found')
    store.write((writer) => removeCase(writer, id))
    expect(store.all('SELECT case_id FROM case_proposal UNION ALL SELECT case_id FROM case_partner_request')).toEqual([])
  })

  test('says what it lacks, also of the case itself', () => {
    const { context, id } = prepared()
    expect(openParts(readCase(context, id))).toEqual(ProposalPart.options.filter((part) => part !== 'occasion' && part !== 'subjects'))
    saveProposal(context, id, proposal)
    saveRequest(context, id, request)
    addStatement(context, { id, type: 'hypothesis', text: 'Een katvanger.', sources: [] })
    expect(openParts(readCase(context, id))).toEqual(['goal', 'facts'])
  })
})

test('an urgency is said once it has a reason; what is regular needs none', () => {
  const typed = fc.record({ urgency: fc.constantFrom(null, ...Urgency.options), urgencyReason: fc.constantFrom('', ' ', 'Kinderen in huis.') })
  const rest = { occasion: 'a', goal: 'b', subjects: [1], statements: [{ type: 'fact' as const }], partnerRequests: Partner.options }
  fc.assert(
    fc.property(typed, (given) => {
      const isSaid = given.urgency === 'regular' || (given.urgency !== null && given.urgencyReason.trim() !== '')
      expect(openParts({ ...rest, proposal: { ...proposal, ...given } })).toEqual(isSaid ? [] : ['urgency'])
    }),
  )
})
