import { act, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import type { UserAccount } from '#shared/contract/users.ts'
import type { Role } from '#shared/model/access.ts'
import { controlAnswers } from '../controlAnswers.ts'
import { FakeProblem, type FakeAnswers } from '../fakeEngine.ts'
import { answers, openStatus } from '../municipality.ts'
import { openWindow } from '../openWindow.tsx'
import { scoreAnswers } from '../scoreAnswers.ts'

const as = (...roles: Role[]): FakeAnswers => ({ ...answers, ...scoreAnswers, ...controlAnswers, 'vault.status': () => ({ ...openStatus, actor: { account: 'a', name: 'A.', roles } }) })

async function openTab(name: string, given = as('analyst', 'director')) {
  const { user, engine } = openWindow(given, { route: '#/verantwoording' })
  await user.click(await screen.findByRole('tab', { name }))
  return { user, engine, panel: await screen.findByRole('tabpanel', { name }) }
}

describe('Verantwoording of the scores', () => {
  it.each<[Role[], string[]]>([
    [['analyst'], ['Verwijzingen', 'Bewaartermijnen', 'Controlelijsten', 'Scorebord', 'Terugkijken', 'Narekenen', 'Bladen']],
    [['reader'], ['Controlelijsten', 'Narekenen', 'Bladen']],
    [['admin'], ['Logboek', 'Gebruikers', 'Bewaartermijnen', 'Vernietigd']],
    [['privacyOfficer'], ['Logboek', 'Gebruikers', 'Verwijzingen', 'Bewaartermijnen', 'Vernietigd', 'Controlelijsten', 'Scorebord', 'Terugkijken', 'Narekenen', 'Bladen']],
  ])('shows %s only what concerns them', async (roles, names) => {
    openWindow(as(...roles), { route: '#/verantwoording' })
    await screen.findByRole('tablist')
    expect(screen.getAllByRole('tab').map((tab) => tab.textContent)).toEqual(names)
  })

  it('shows what was destroyed, and saves and reads the list that copies of the vault follow', async () => {
    const proof = {
      kind: 'case' as const, subjectId: 2, number: 'C-2026-0002', ground: 'term' as const, motive: 'De bewaartermijn is om.', askedBy: 'A. Analist', askedAt: '2033-01-01T09:00:00.000Z', destroyedBy: 'R. Regisseur', destroyedAt: '2033-01-10T09:00:00.000Z',
      contentHash: 'ab'.repeat(32), held: { subjects: 5, statements: 1 },
    }
    const given = { ...as('privacyOfficer'), 'retention.proofs': () => [proof], 'retention.saveList': () => ({ file: 'Vernietigingslijst.json', proofs: 1 }), 'retention.readList': () => ({ proofs: 4, destroyedAgain: 2 }) }
    const { user, panel } = await openTab('Vernietigd', given)
    expect((await within(panel).findByText('C-2026-0002')).closest('[role=row]')?.textContent).toContain('5 onderwerpen, 1 uitspraak')
    await user.click(within(panel).getByRole('button', { name: 'Lijst opslaan…' }))
    expect(await screen.findByText('1 vernietiging opgeslagen in Vernietigingslijst.json')).toBeTruthy()
    await user.click(within(panel).getByRole('button', { name: 'Lijst inlezen…' }))
    expect(await screen.findByText('2 casussen, signalen, verwijzingen, Bibob-dossiers of sets scores stonden nog in deze kluis en zijn alsnog vernietigd.')).toBeTruthy()
  })

  it('shows every term and what is due, and which sets of scores go or stay; asks with a reason', async () => {
    const set = { id: 4, kind: 'official' as const, label: '', at: '2024-03-01T09:00:00.000Z', by: 'A. Analist', referenceDate: '2024-02-29', indicatorSet: 2, formulas: 'x', resultHash: 'y' }
    const sets = [{ ...set, stays: null }, { ...set, id: 5, label: 'Zonder meldingen', kind: 'what-if' as const, stays: null }, { ...set, id: 6, stays: 'case' as const }, { ...set, id: 7, stays: 'standing' as const }]
    const asked = { subjectId: 1, number: 'A-2026-0001', ground: 'term' as const, motive: 'De termijn van twee jaar is om.', askedBy: 'A.', askedAt: '2026-11-20T10:00:00.000Z', destroyedBy: '', destroyedAt: '', contentHash: '', held: {} }
    const given: FakeAnswers = {
      ...as('analyst', 'director'), 'retention.due': () => ({ cases: 1, signals: 0, references: 0, bibobDossiers: 0, scores: 2, logLines: 0, toReview: 0 }), 'score.terms': () => ({ months: 24, sets, asked: null }), 'score.askDestruction': () => asked,
    }
    const { user, engine, panel } = await openTab('Bewaartermijnen', given)
    const rowOf = async (label: string, row: RegExp) => within(await within(panel).findByRole('table', { name: label })).getByRole('row', { name: row }).textContent
    expect(await rowOf('Wat hoe lang bewaard blijft', /^Afgesloten casus/)).toContain('5 jaar; niets gebleken 1 jaar; archief blijvend')
    expect(await rowOf('Sets scores ouder dan de termijn', /^Zonder meldingen \(wat als\)/)).toContain('te vernietigen')
    expect(within(panel).getAllByText(/^blijft: /).map(({ textContent }) => textContent)).toEqual(['blijft: speelde een rol in een casus', 'blijft: geldt nu'])
    expect(within(panel).getByText(/De set die nu geldt, is ouder dan de termijn/)).toBeTruthy()
    expect(within(panel).getByText('Te vernietigen: 2 sets')).toBeTruthy()
    await user.click(within(panel).getByRole('button', { name: 'Vernietiging vragen…' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Vernietiging vragen' }))
    await user.type(dialog.getByRole('textbox'), asked.motive)
    await user.click(dialog.getByRole('button', { name: 'Vragen' }))
    await waitFor(() => expect(engine.calls).toContainEqual({ name: 'score.askDestruction', input: { motive: asked.motive } }))
  })

  it('shows Bibob dossiers of which the term is over by their case number, asks of each, and lets a second person decide', async () => {
    const asked = { subjectId: 2, number: 'B-2020-5', ground: 'term' as const, motive: 'De termijn na het besluit is om.', askedBy: 'B.', askedAt: '2026-11-20T10:00:00.000Z', destroyedBy: '', destroyedAt: '', contentHash: '', held: {} }
    const dossiers = [{ id: 1, caseNumber: 'B-2019-4', decided: '2019-05-01', keptUntil: '2024-05-01', asked: null }, { id: 2, caseNumber: 'B-2020-5', decided: '2020-05-01', keptUntil: '2025-05-01', asked }]
    const given: FakeAnswers = { ...as('director'), 'bibob.terms': () => ({ years: 5, undecided: 1, dossiers }), 'bibob.askDestruction': () => asked, 'bibob.decideDestruction': () => null }
    const { user, engine, panel } = await openTab('Bewaartermijnen', given)
    const first = within(await within(panel).findByRole('region', { name: 'B-2019-4' }))
    expect(first.getByText('Besluit van 01-05-2019; te bewaren tot en met 01-05-2024.')).toBeTruthy()
    expect(within(panel).getByText('Onder 1 zaaknummer staat geen besluit; daarvoor loopt geen termijn.')).toBeTruthy()
    await user.click(first.getByRole('button', { name: 'Vernietiging vragen…' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Vernietiging vragen' }))
    await user.type(dialog.getByRole('textbox'), asked.motive)
    await user.click(dialog.getByRole('button', { name: 'Vragen' }))
    await waitFor(() => expect(engine.calls).toContainEqual({ name: 'bibob.askDestruction', input: { id: 1, motive: asked.motive } }))
    await user.click(within(within(panel).getByRole('region', { name: 'B-2020-5' })).getByRole('button', { name: 'Dossier vernietigen…' }))
    await user.click(within(await screen.findByRole('alertdialog', { name: 'B-2020-5 vernietigen?' })).getByRole('button', { name: 'Vernietigen' }))
    await waitFor(() => expect(engine.calls).toContainEqual({ name: 'bibob.decideDestruction', input: { id: 2, approve: true } }))
    expect(await screen.findByText('B-2020-5 is vernietigd')).toBeTruthy()
  })

  it('shows which lines of the log are too old and where it begins, and lets a second person decide, who may stop while the log is checked', async () => {
    const head = { until: 4000, untilAt: '2023-11-01T09:00:00.000Z', gone: 3998, kept: 2, askedBy: 'A. Analist', endedBy: 'R. Regisseur', endedAt: '2026-11-02T09:00:00.000Z' }
    const due = { from: 4001, until: 4600, firstAt: '2023-11-02T09:00:00.000Z', lastAt: '2023-11-20T09:00:00.000Z', going: 599, staying: 3 }
    const asked = { subjectId: 4600, number: 'L-2026-0002', ground: 'term' as const, motive: 'De termijn van drie jaar is om.', askedBy: 'B.', askedAt: '2026-11-20T10:00:00.000Z', destroyedBy: '', destroyedAt: '', contentHash: '', held: {}, going: 599 }
    const given: FakeAnswers = { ...as('privacyOfficer'), 'score.terms': () => ({ months: 24, sets: [], asked: null }), 'audit.terms': () => ({ months: 36, destructionMonths: 120, due, head, asked }), 'audit.decideDestruction': () => null }
    const { user, engine, panel } = await openTab('Bewaartermijnen', given)
    expect(await within(panel).findByText('Te oud: regel 4.001 (02-11-2023) tot en met 4.600 (20-11-2023). Weg gaan 599 regels; 3 regels die een vernietiging bewijzen, blijven.')).toBeTruthy()
    expect(within(panel).getByText('Het begint na regel 4.000: 3.998 oudere regels zijn na de bewaartermijn vernietigd op 02-11-2026 door R. Regisseur, op vraag van A. Analist; 2 regels die een vernietiging bewijzen, staan er nog.')).toBeTruthy()
    await user.click(within(panel).getByRole('button', { name: 'Logregels vernietigen…' }))
    await user.click(within(await screen.findByRole('alertdialog', { name: 'L-2026-0002 vernietigen?' })).getByRole('button', { name: 'Vernietigen' }))
    await waitFor(() => expect(engine.calls).toContainEqual({ name: 'audit.decideDestruction', input: { id: 4600, approve: true } }))
    expect(await screen.findByText('L-2026-0002 is vernietigd')).toBeTruthy()

    engine.answer({
      'audit.decideDestruction': async (_input, call) => {
        call.progress({ step: 'Logboek controleren', done: 10_000, total: 4_000_000 })
        await call.cancelled
        throw new FakeProblem('cancelled')
      },
    })
    await user.click(await within(panel).findByRole('button', { name: 'Logregels vernietigen…' }))
    await user.click(within(await screen.findByRole('alertdialog', { name: 'L-2026-0002 vernietigen?' })).getByRole('button', { name: 'Vernietigen' }))
    expect(await within(panel).findByRole('progressbar', { name: 'Logboek controleren' })).toBeTruthy()
    expect(within(panel).queryByRole('button', { name: 'Niet vernietigen' })).toBeNull()
    await user.click(within(panel).getByRole('button', { name: 'Afbreken' }))
    expect(await within(panel).findByText(/Afgebroken\. Er is niets gewijzigd/)).toBeTruthy()
    expect(within(panel).getByRole('button', { name: 'Niet vernietigen' })).toBeTruthy()
  })

  it('lets references be chosen and confirmed with a reason, and asks per department for what is due', async () => {
    const reference = {
      recordId: 4294967297, key: null, subject: 'Kade 1', department: 'Handhaving', kind: 'geur', phenomenon: 'hennep', from: '2024-05-01', to: null, contactRole: 'meldpunt', isGone: false,
      confirmedOn: '2026-03-01', destroyFrom: '2027-03-02', review: { outcome: 'unconfirmed' as const, motive: 'Er kwam geen antwoord.', at: '2026-09-01T09:00:00.000Z', by: 'A. Analist' },
    }
    const departments = [{ department: 'Handhaving', toReview: 1, due: 3 }]
    const given: FakeAnswers = {
      ...as('analyst', 'director'),
      'reference.terms': ({ shown }) => ({ shown, months: { kept: 12, review: 6 }, departments, references: [reference], total: 3, asked: [] }),
      'reference.review': () => ({ count: 1 }),
      'reference.askDestruction': () => ({ subjectId: 1, number: 'R-2026-0001', ground: 'term', motive: 'Al een jaar niet meer genoemd.', askedBy: 'A.', askedAt: '2026-11-20T10:00:00.000Z', destroyedBy: '', destroyedAt: '', contentHash: '', held: {} }),
    }
    const { user, engine, panel } = await openTab('Verwijzingen', given)
    const show = within(panel).queryByRole('button', { name: 'Tonen' })
    if (show) await user.click(show)
    expect(await within(panel).findByText('01-09-2026 A. Analist: niet bevestigd')).toBeTruthy()
    expect(within(panel).getByRole('button', { name: 'Bevestigen…' }).hasAttribute('disabled')).toBe(true)
    await user.click(within(panel).getByRole('button', { name: 'Alles kiezen' }))
    await user.click(within(panel).getByRole('button', { name: 'Bevestigen…' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Verwijzingen bevestigen' }))
    await user.type(dialog.getByRole('textbox'), 'Handhaving houdt haar aan.')
    await user.click(dialog.getByRole('button', { name: 'Bevestigen' }))
    await waitFor(() => expect(engine.calls).toContainEqual({ name: 'reference.review', input: { recordIds: [reference.recordId], outcome: 'confirmed', motive: 'Handhaving houdt haar aan.' } }))
    await user.click(within(panel).getByRole('radio', { name: 'Te vernietigen (3)' }))
    await user.click(await within(panel).findByRole('button', { name: 'Vernietiging vragen…' }))
    const asking = within(await screen.findByRole('dialog', { name: 'Vernietiging vragen' }))
    await user.type(asking.getByRole('textbox'), 'Al een jaar niet meer genoemd.')
    await user.click(asking.getByRole('button', { name: 'Vragen' }))
    await waitFor(() => expect(engine.calls).toContainEqual({ name: 'reference.askDestruction', input: { department: 'Handhaving', motive: 'Al een jaar niet meer genoemd.' } }))
  })

  it('lets an administrator give a colleague roles, and not himself', async () => {
    const known = [
      { account: 'a', name: 'A.', roles: ['admin'], since: '2026-11-21T09:00:00.000Z' },
      { account: 'j.jansen', name: 'J. Jansen', roles: ['reader'], since: '2026-11-21T09:00:00.000Z' },
    ] satisfies UserAccount[]
    const { user, engine, panel } = await openTab('Gebruikers', { ...as('admin'), 'user.list': () => known, 'user.set': () => null })
    const users = within(await within(panel).findByRole('grid', { name: 'Gebruikers' }))
    await user.click(users.getByText('A. (u)'))
    expect(screen.queryByRole('dialog')).toBeNull()
    await user.click(users.getByText('J. Jansen'))
    const dialog = await screen.findByRole('dialog', { name: 'Rollen van j.jansen' })
    await user.click(within(dialog).getByRole('checkbox', { name: /regisseur/ }))
    await user.click(within(dialog).getByRole('button', { name: 'Rollen geven' }))
    await waitFor(() => expect(engine.calls).toContainEqual({ name: 'user.set', input: { account: 'j.jansen', name: 'J. Jansen', roles: ['reader', 'director'] } }))
  })

  it('says how far a change of passphrase is, in the dialog and once that is closed, and stops it', async () => {
    const given: FakeAnswers = {
      ...as('admin'), 'user.list': () => [],
      'vault.changePassphrase': async (_input, call) => {
        call.progress({ step: 'Opnieuw versleutelen (MB)', done: 120, total: 480 })
        await call.cancelled
        throw new FakeProblem('cancelled')
      },
    }
    const { user, panel } = await openTab('Gebruikers', given)
    await user.click(within(panel).getByRole('button', { name: 'Wachtwoordzin wijzigen…' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Wachtwoordzin wijzigen' }))
    await user.type(dialog.getByLabelText('Huidige wachtwoordzin'), 'kaars ladder mossel tram')
    await user.type(dialog.getByLabelText('Nieuwe wachtwoordzin'), 'vijf heel andere woorden samen')
    await user.type(dialog.getByLabelText('Nieuwe wachtwoordzin herhalen'), 'vijf heel andere woorden samen')
    await user.click(dialog.getByRole('button', { name: 'Wijzigen' }))
    expect(await dialog.findByText('120 van 480')).toBeTruthy()
    await user.click(dialog.getByRole('button', { name: 'Sluiten' }))
    expect(await screen.findByText('Wachtwoordzin wijzigen')).toBeTruthy()
    await user.click(await within(panel).findByRole('button', { name: 'Wachtwoordzin wijzigen…' }))
    const again = within(await screen.findByRole('dialog', { name: 'Wachtwoordzin wijzigen' }))
    // what is under way is not left behind by cancelling: that stops it
    await user.click(again.getByRole('button', { name: 'Annuleren' }))
    await waitFor(() => expect(again.queryByText('120 van 480')).toBeNull())
  })

  it('tells at once that a change of passphrase failed after its dialog was closed, on whatever screen, until it is closed; the next dialog begins anew', async () => {
    const answer = Promise.withResolvers<null>()
    const given: FakeAnswers = { ...as('admin'), 'user.list': () => [], 'vault.changePassphrase': () => answer.promise }
    const { user, panel } = await openTab('Gebruikers', given)
    const open = async () => {
      await user.click(await within(panel).findByRole('button', { name: 'Wachtwoordzin wijzigen…' }))
      return within(await screen.findByRole('dialog', { name: 'Wachtwoordzin wijzigen' }))
    }
    const dialog = await open()
    await user.type(dialog.getByLabelText('Huidige wachtwoordzin'), 'kaars ladder mossel tram')
    await user.type(dialog.getByLabelText('Nieuwe wachtwoordzin'), 'vijf heel andere woorden samen')
    await user.type(dialog.getByLabelText('Nieuwe wachtwoordzin herhalen'), 'vijf heel andere woorden samen')
    await user.click(dialog.getByRole('button', { name: 'Wijzigen' }))
    await user.click(dialog.getByRole('button', { name: 'Sluiten' }))
    await act(async () => answer.reject(new FakeProblem('disk-full')))
    const said = 'Wachtwoordzin wijzigen: De schijf is vol. De kluis is als tevoren. Maak ruimte vrij en probeer het opnieuw.'
    expect(await screen.findByText(said)).toBeTruthy()
    expect((await open()).queryByRole('alert')).toBeNull()
    await user.keyboard('{Escape}')
    await user.keyboard('{Alt>}1{/Alt}')
    await screen.findByRole('heading', { level: 1, name: 'Overzicht' })
    await user.click(within(await screen.findByRole('alertdialog', { name: said })).getByRole('button', { name: 'Sluiten' }))
    await waitFor(() => expect(screen.queryByText(said)).toBeNull())
  })

  it('shows who may enter what, says when that was not gone through for a quarter, and records that it was', async () => {
    const known = [
      { account: 'a', name: 'A. Beheer', roles: ['admin'], since: '2026-11-21T09:00:00.000Z' },
      { account: 'b', name: 'B. Bibob', roles: ['bibobOfficer', 'reader'], since: '2026-11-21T09:00:00.000Z' },
    ] satisfies UserAccount[]
    let last: { at: string; by: string; users: number; outcome: string } | null = null
    const { user, engine, panel } = await openTab('Gebruikers', {
      ...as('privacyOfficer'), 'user.list': () => known, 'user.reviewed': () => ({ last, isDue: last === null }),
      'user.review': ({ outcome }) => {
        last = { at: '2026-11-29T09:00:00.000Z', by: 'P. Privacy', users: 2, outcome }
        return { last, isDue: false }
      },
    })
    const access = within(await within(panel).findByRole('table', { name: 'Wie bij welk deel van de kluis mag' }))
    expect(access.getByRole('row', { name: /^Bibob/ }).textContent).toContain('B. Bibob')
    expect(access.getByRole('row', { name: /^Casussen/ }).textContent).toContain('niemand')
    expect(within(panel).getByText('Het is langer dan een kwartaal geleden dat iemand naliep wie wat mag in deze kluis.')).toBeTruthy()
    await user.click(within(panel).getByRole('button', { name: 'Rechten nagelopen…' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Rechten nagelopen' }))
    await user.click(dialog.getByRole('button', { name: 'Vastleggen' }))
    expect(dialog.getByText('Schrijf in ten minste tien tekens wat eruit kwam.')).toBeTruthy()
    await user.type(dialog.getByRole('textbox'), 'B. wordt volgende maand lezer.')
    await user.click(dialog.getByRole('button', { name: 'Vastleggen' }))
    await waitFor(() => expect(engine.calls).toContainEqual({ name: 'user.review', input: { outcome: 'B. wordt volgende maand lezer.' } }))
    act(() => engine.announce({ type: 'changed', topics: ['users'] }))
    expect(await within(panel).findByText('Laatst nagelopen op 29-11-2026 door P. Privacy: B. wordt volgende maand lezer.')).toBeTruthy()
  })

  it('names in the log every purpose, also those of other roles', async () => {
    const { panel } = await openTab('Logboek', { ...as('privacyOfficer'), 'purpose.list': () => [] })
    expect((await within(panel).findAllByText('RIEC-casus voorbereiden')).length).toBeGreaterThan(0)
    expect(within(panel).queryByText('riec-casus')).toBeNull()
  })

  it('draws a list of two halves with a seed', async () => {
    const { user, engine } = await openTab('Controlelijsten')
    await user.click(await screen.findByRole('button', { name: 'Lijst trekken…' }))
    const dialog = await screen.findByRole('dialog', { name: 'Controlelijst trekken' })
    const half = within(dialog).getByLabelText('Adressen per helft')
    await user.clear(half)
    expect(within(dialog).getByText('Een getal van 1 tot en met 200.')).toBeTruthy()
    await user.type(half, '15')
    await user.type(within(dialog).getByLabelText('Startwoord'), 'winter')
    await user.click(within(dialog).getByRole('button', { name: 'Trekken' }))
    await waitFor(() => expect(engine.calls).toContainEqual({ name: 'control.make', input: { phenomenon: 'hennep', half: 15, seed: 'winter' } }))
  })

  it('records an outcome per address and never says why the address is on the list', async () => {
    const { user, engine, panel } = await openTab('Controlelijsten')
    await user.click(await within(panel).findByText('Witwassen'))
    const table = await within(panel).findByRole('table', { name: 'Lijst 2' })
    expect(within(table).getAllByRole('columnheader').map((cell) => cell.textContent)).toEqual(['Nr.', 'Adres', 'Buurt', 'Uitkomst'])
    await user.click(within(table).getByRole('button', { name: /Uitkomst Zandpad 3/ }))
    await user.click(await screen.findByRole('option', { name: 'niet bevestigd' }))
    await waitFor(() => expect(engine.calls).toContainEqual({ name: 'control.record', input: { id: 2, position: 3, outcome: 'not-confirmed' } }))
    expect(document.querySelector('.print-sheet')?.textContent).toContain('Steiger 118')
  })

  it('puts what was chosen by score beside what chance chose', async () => {
    const { panel } = await openTab('Scorebord')
    const [first] = await within(panel).findAllByRole('table')
    if (!first) throw new Error('no table')
    expect(within(first).getAllByRole('row').slice(1).map((row) => row.textContent)).toEqual(['Hennepop score37030 % (11 % – 60 %)', 'Hennepdoor het lot19010 % (2 % – 40 %)'])
    expect(within(panel).getByText(/Nog bezig: 1 lijst\./)).toBeTruthy()
  })

  it('looks back as of a day and says what was known then', async () => {
    const { user, engine, panel } = await openTab('Terugkijken')
    const day = await within(panel).findByLabelText('Stand op')
    await waitFor(() => expect(day.getAttribute('value')).toBe('01-10-2025'))
    await user.click(within(panel).getByRole('button', { name: 'Terugkijken' }))
    expect(await within(panel).findByText(/43 vondsten tussen 01-10-2025 en 01-10-2026/)).toBeTruthy()
    expect(engine.calls).toContainEqual({ name: 'score.backtest', input: { phenomenon: 'hennep', day: '2025-10-01', months: 12 } })
    expect(within(panel).getByRole('row', { name: /Op score/ }).textContent).toBe('Op score56 % (41 % – 70 %)248')
    expect(within(panel).getByText('28-09-2025')).toBeTruthy()
  })

  it('says when too little had been delivered by then', async () => {
    const { user, panel } = await openTab('Terugkijken', { ...as('analyst'), 'score.backtest': () => ({ phenomenon: 'hennep', day: '2025-10-01', until: '2026-10-01', areas: 0, top: 0, findings: 0, methods: [], known: [] }) })
    await user.click(within(panel).getByRole('button', { name: 'Terugkijken' }))
    expect(await within(panel).findByText(/te weinig geleverd om een buurt te scoren/)).toBeTruthy()
  })

  it('computes every set again and says which comes out the same', async () => {
    const { user, panel } = await openTab('Narekenen')
    await user.click(within(panel).getByRole('button', { name: 'Alles narekenen' }))
    const table = await within(panel).findByRole('table', { name: 'Alles narekenen' })
    expect(within(table).getAllByRole('row').slice(1).map((row) => within(row).getAllByRole('cell')[2]?.textContent)).toEqual(['gelijk', 'anders', 'niet te vergelijken'])
    expect(within(table).getAllByRole('row').slice(1).map((row) => within(row).getAllByRole('cell')[3]?.textContent)).toEqual(['zelfde controlegetal', 'niet in het logboek', 'regel vernietigd'])
    expect(within(panel).getByText('klopt')).toBeTruthy()
  })

  it('shows, prints and saves the sheets', async () => {
    const print = vi.fn()
    vi.stubGlobal('print', print)
    const { user, engine, panel } = await openTab('Bladen')
    expect(await within(panel).findByRole('heading', { name: 'H1 Geruimde kwekerijen' })).toBeTruthy()
    await user.click(within(panel).getByRole('tab', { name: 'Algoritmeregister' }))
    expect(await within(panel).findByRole('article', { name: 'Algoritmeregister' })).toBeTruthy()
    await user.click(within(panel).getByRole('button', { name: 'Afdrukken' }))
    expect(print).toHaveBeenCalledOnce()
    await user.click(within(panel).getByRole('button', { name: 'Opslaan…' }))
    await waitFor(() => expect(engine.calls).toContainEqual({ name: 'score.saveSheet', input: { id: 'algoritmeregister', target: 'token Algoritmeregister.docx' } }))
  })
})
