import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { SavedApplication } from '#shared/contract/bibobApplication.ts'
import type { BibobApplication, BibobDays } from '#shared/model/bibobApplication.ts'
import { aBibobChart } from '../../fixtures/bibob.ts'
import { aSource } from '../../fixtures/caseFile.ts'
import { FakeProblem, type FakeAnswers } from '../fakeEngine.ts'
import { answers, openStatus } from '../municipality.ts'
import { askedFor, openWindow } from '../openWindow.tsx'

const officer: FakeAnswers = {
  ...answers,
  'vault.status': () => ({ ...openStatus, actor: { account: 'b.bibob', name: 'B. Bibob', roles: ['bibobOfficer'] } }),
  'bibob.relations': () => aBibobChart(),
}
const route = '#/bibob/company%3A1'

describe('Bibob', () => {
  it('is not there for an analyst', async () => {
    const { engine } = openWindow({ ...officer, 'vault.status': () => openStatus }, { route })
    await screen.findByRole('navigation')
    expect(screen.queryByRole('link', { name: /Bibob/ })).toBeNull()
    expect(askedFor(engine)).not.toContain('bibob.relations')
  })

  it('finds the applicant among companies and persons', async () => {
    const { user, engine } = openWindow(officer, { route: '#/bibob' })
    // not typed key by key: the list moves its virtual focus while it is drawn, which user-event takes for leaving the field
    fireEvent.change(await screen.findByPlaceholderText(/naam van de betrokkene/), { target: { value: 'polder' } })
    await screen.findByRole('option', { name: /^Polderglas B\.V\./ })
    expect(screen.queryByRole('option', { name: /^Markerkant 12-34/ })).toBeNull()
    await user.click(screen.getByRole('option', { name: /^Polderglas B\.V\./ }))
    expect(await screen.findByRole('heading', { level: 1, name: 'Polderglas B.V.' })).toBeTruthy()
    expect(engine.calls).toContainEqual({ name: 'bibob.relations', input: { applicant: 'company:14' } })
  })

  it('reminds its officer of dossiers of which the term is over, and is silent when there are none', async () => {
    const dossier = { id: 1, caseNumber: 'B-2019-4', decided: '2019-05-01', keptUntil: '2024-05-01', asked: null }
    const due: FakeAnswers = { ...officer, 'retention.due': () => ({ cases: 0, signals: 0, references: 0, bibobDossiers: 1, scores: 0, logLines: 0, toReview: 0 }), 'bibob.terms': () => ({ years: 5, undecided: 0, dossiers: [dossier] }) }
    const { user, engine } = openWindow(due, { route: '#/overzicht' })
    expect(await screen.findByText('1 Bibob-dossier wacht op een besluit over vernietiging.')).toBeTruthy()
    await user.click(screen.getByRole('link', { name: 'Naar Bibob' }))
    expect(await screen.findByRole('region', { name: 'B-2019-4' })).toBeTruthy()
    engine.answer({ 'bibob.terms': () => ({ years: 5, undecided: 0, dossiers: [] }) })
    act(() => engine.announce({ type: 'changed', topics: ['cases'] }))
    await waitFor(() => expect(screen.queryByRole('region', { name: 'Bibob-dossiers' })).toBeNull())
  })

  it('shows role, share, end, what has been, and hit or no hit; nobody is ranked', async () => {
    openWindow(officer, { route })
    const row = async (name: RegExp) => (await screen.findByRole('row', { name })).textContent
    expect(await row(/^Zuiderdiep Holding/)).toContain('Zeggenschaphebbende, vermogensverschaffer')
    expect(await row(/^Zuiderdiep Holding/)).toContain('1/2')
    expect(await row(/^S\. Testveld/)).toContain('is geweest')
    expect(await row(/^M\. van Voorbeeld/)).toContain('natuurlijk persoon')
    expect(await row(/^P\. Geldschieter/)).toContain('niet bevraagd')
    expect(screen.getByRole('img', { name: /^Relatieschema met 6 knopen/ })).toBeTruthy()
    expect(screen.getByText(/Zakelijke samenwerkingsverbanden worden niet afgeleid/)).toBeTruthy()
  })

  it('opens the way to a relation, step by step with its source', async () => {
    const { user } = openWindow(officer, { route })
    await user.click(await screen.findByRole('link', { name: 'M. van Voorbeeld' }))
    const drawer = within(await screen.findByRole('dialog', { name: 'M. van Voorbeeld' }))
    expect(drawer.getAllByRole('listitem').map((step) => step.textContent)).toEqual([
      'Zuiderdiep Holding B.V. aandeelhouder van Polderglas B.V. (aandelen 1/2)sinds 01-02-2021 · bevestigdkvk_uittreksel_q3.xlsx · Blad1 · rij 102',
      'M. van Voorbeeld bestuurder van Zuiderdiep Holding B.V.sinds 2023 · vermoedkvk_uittreksel_q3.xlsx · Blad1 · rij 104',
    ])
  })

  it('names departments with a hit and whom to call, never what they know', async () => {
    const { user } = openWindow(officer, { route })
    await user.click(await screen.findByRole('tab', { name: 'Verwijzindex' }))
    const table = screen.getAllByRole('rowgroup').at(-1)?.textContent ?? ''
    expect(table).toContain('Vergunningen, toezicht en handhaving · coördinator handhaving')
    expect(table).not.toContain('handhavingszaak')
  })

  it('keeps the application: days as they are typed, a wrong one is not saved, and the clock comes back', async () => {
    const days: BibobDays = { received: null, complete: null, adviceAsked: '2026-01-05', isExtended: false, stops: [], adviceReceived: null, intention: null, view: null, decided: null }
    const application: BibobApplication = { applicant: 'company:1', decision: '', occasion: '', prosecutorTip: false, riecAdvice: false, isOpen: null, questions: '', annexes: '', days, danger: { a: null, b: null }, motive: '', outcome: null }
    const clock = { adviceDue: '2026-03-02', adviceUsableUntil: '2028-02-20', stoppedDays: 0, stoppedSince: null, suspended: { from: '2026-01-05', to: null } }
    let saved: SavedApplication | null = null
    const save = (): SavedApplication => (saved = { application, applicantLabel: 'Polderglas B.V.', clock, changedAt: '2026-01-06T10:00:00.000Z', changedBy: 'B. Bibob' })
    const { user, engine } = openWindow({ ...officer, 'bibob.application': () => saved, 'bibob.saveApplication': save }, { route })
    await user.click(await screen.findByRole('tab', { name: 'Aanvraag en termijnen' }))
    const asked = await screen.findByLabelText('Advies gevraagd aan het LBB')
    await user.type(asked, '31-02-2026')
    expect(screen.getByRole('button', { name: 'Aanvraag opslaan' })).toHaveProperty('disabled', true)
    await user.clear(asked)
    await user.type(asked, '05-01-2026')
    await user.click(screen.getByRole('button', { name: 'Aanvraag opslaan' }))
    await waitFor(() => expect(engine.calls).toContainEqual({ name: 'bibob.saveApplication', input: application }))
    act(() => engine.announce({ type: 'changed', topics: ['cases'] }))
    expect((await screen.findByRole('complementary', { name: 'Termijnen' })).textContent).toContain('02-03-2026')
    expect(screen.getByText('tot en met 20-02-2028')).toBeTruthy()
    expect(document.activeElement).toBe(screen.getByRole('group', { name: 'Aanvraag en termijnen' }))
  })

  it('says it when the applicant is not there, and leads back', async () => {
    const { user } = openWindow({ ...officer, 'bibob.relations': () => { throw new FakeProblem('not-found', { what: 'Het bedrijf' }) } }, { route })
    expect(await screen.findByRole('heading', { level: 1, name: 'Bibob' })).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Andere betrokkene' }))
    expect(await screen.findByPlaceholderText(/naam van de betrokkene/)).toBeTruthy()
  })

  it('says it when the index was asked of nobody', async () => {
    const chart = aBibobChart()
    const { user } = openWindow({ ...officer, 'bibob.relations': () => ({ ...chart, relations: chart.relations.map((one) => ({ ...one, departments: [] })) }) }, { route })
    await user.click(await screen.findByRole('tab', { name: 'Verwijzindex' }))
    expect(screen.getByText(/Van geen enkele relatie is een adres bekend/)).toBeTruthy()
  })

  it('saves the page to print into a folder', async () => {
    const files = [{ format: 'html' as const, name: 'bibob-relaties-regel7.html', bytes: 200_000, sha256: 'ab' }]
    const { user, engine } = openWindow({ ...officer, 'bibob.export': () => ({ files, skipped: [], logLine: 7 }) }, { route })
    await user.click(await screen.findByRole('button', { name: 'Opslaan in map…' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Afdrukken' }))
    await user.click(dialog.getByRole('button', { name: 'Map kiezen…' }))
    expect(dialog.getByText('Kies een antwoord.')).toBeTruthy()
    await user.click(dialog.getByRole('button', { name: /Speelde een aandachtscore/ }))
    await user.click(await screen.findByRole('option', { name: 'Nee' }))
    await user.click(dialog.getByRole('button', { name: 'Map kiezen…' }))
    await waitFor(() => expect(engine.calls).toContainEqual({ name: 'bibob.export', input: { applicant: 'company:1', folder: 'token Dossiers', role: { played: 'none', explanation: '' } } }))
    expect(await screen.findByText('bibob-relaties-regel7.html')).toBeTruthy()
  })
})

describe('a zakelijk samenwerkingsverband', () => {
  const suggestion = { partner: 'company:5', label: 'Verhuur Almere B.V.', detail: 'besloten vennootschap', grounds: [{ ground: 'rent' as const, through: '', source: aSource(2, 105) }] }

  it('is established with a motivation only', async () => {
    const { user, engine } = openWindow({ ...officer, 'bibob.partnerships': () => ({ set: [], suggestions: [suggestion] }), 'bibob.setPartnership': () => null }, { route })
    await user.click(await screen.findByRole('tab', { name: /^Samenwerking/ }))
    expect(await screen.findByText('Nog geen samenwerkingsverband vastgesteld.')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Vaststellen: Verhuur Almere B.V.' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Samenwerkingsverband met Verhuur Almere B.V.' }))
    await user.click(dialog.getByRole('button', { name: 'Vaststellen' }))
    expect(dialog.getByText('Schrijf ten minste 20 tekens.')).toBeTruthy()
    await user.type(dialog.getByLabelText('Motivering'), 'Bepaalt de inkoop zonder rol in het register.')
    await user.click(dialog.getByRole('button', { name: 'Vaststellen' }))
    const partnership = { partner: 'company:5', motive: 'Bepaalt de inkoop zonder rol in het register.', start: null, end: null }
    await waitFor(() => expect(engine.calls).toContainEqual({ name: 'bibob.setPartnership', input: { applicant: 'company:1', partnership } }))
  })
})

describe('outside the compartment', () => {
  it('the sheet of the applicant says that an investigation is under way, and no more', async () => {
    openWindow({ ...answers, 'bibob.status': () => 'running' }, { route: '#/bedrijf/company%3A14' })
    const card = await screen.findByRole('region', { name: 'Bibob' })
    expect(card.textContent).toContain('loopt')
    expect(card.textContent).toContain('afgeschermd')
  })

  it('and is not asked for under a purpose without a case', async () => {
    const forArea = { ...openStatus, purpose: { id: 'gebiedsbeeld', label: 'Gebieds- en branchebeeld', ground: '', compartments: ['index' as const], caseNumber: '' } }
    const { engine } = openWindow({ ...answers, 'vault.status': () => forArea, 'bibob.status': () => 'running' }, { route: '#/bedrijf/company%3A14' })
    await screen.findByRole('region', { name: 'Gegevens' })
    expect(askedFor(engine)).not.toContain('bibob.status')
  })
})
