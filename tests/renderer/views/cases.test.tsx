import { act, cleanup, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { Destruction } from '#shared/model/destruction.ts'
import { aCaseFile, aPicture, aSource } from '../../fixtures/caseFile.ts'
import { FakeProblem, type FakeAnswers } from '../fakeEngine.ts'
import { answers, openStatus } from '../municipality.ts'
import { stubCanvas } from '../graph/canvasStub.ts'
import { openWindow } from '../openWindow.tsx'

const suggestion = { text: 'M. van Voorbeeld is bestuurder van Zuiderdiep Holding B.V., 2023 – heden.', source: aSource(1, 104) }
const withCase: FakeAnswers = { ...answers, 'case.get': () => aCaseFile({ suggestions: [suggestion] }) }
const route = '#/casussen/1'

async function openTab(name: RegExp) {
  const opened = openWindow(withCase, { route })
  await opened.user.click(await screen.findByRole('tab', { name }))
  return opened
}

describe('Casussen', () => {
  it('lists cases with their status, and opens one', async () => {
    const { user } = openWindow({ ...withCase, 'case.get': () => aCaseFile() }, { route: '#/casussen' })
    const row = await screen.findByRole('row', { name: /Leegstand Steiger/ })
    expect(row.textContent).toContain('voorgesteld')
    await user.click(row)
    expect(await screen.findByRole('heading', { level: 1, name: 'Glashandel en vastgoed aan de Markerkant' })).toBeTruthy()
  })

  it('says how a case begins when there is none', async () => {
    openWindow({ ...answers, 'case.list': () => [] }, { route: '#/casussen' })
    expect(await screen.findByRole('heading', { name: 'Nog geen casussen' })).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Naar Netwerk' })).toBeTruthy()
  })

  it('says it when a case is not there', async () => {
    openWindow({ ...answers, 'case.get': () => { throw new FakeProblem('not-found', { what: 'De casus' }) } }, { route })
    expect((await screen.findByRole('alert')).textContent).toContain('De casus is niet gevonden')
    // with a heading of its own and a way back
    expect(screen.getByRole('heading', { level: 1, name: 'Casussen' })).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Alle casussen' })).toBeTruthy()
  })
})

describe('the end of a case', () => {
  const proof: Destruction = {
    subjectId: 1, number: 'C-2026-0007', ground: 'term', motive: 'De bewaartermijn van vijf jaar is om.', askedBy: 'A. Analist', askedAt: '2026-11-20T10:00:00.000Z',
    destroyedBy: '', destroyedAt: '', contentHash: '', held: {},
  }

  it('is asked for with a reason, once it has been kept long enough', async () => {
    openWindow(withCase, { route })
    await screen.findByRole('tab', { name: 'Overzicht' })
    expect(screen.queryByRole('button', { name: 'Vernietiging vragen…' })).toBeNull()
    cleanup()
    openWindow({ ...answers, 'case.get': () => aCaseFile({ status: 'closed', keptUntil: '2031-11-30' }) }, { route })
    await screen.findByRole('button', { name: 'Heropenen' })
    expect(screen.queryByRole('button', { name: 'Vernietiging vragen…' })).toBeNull()
    cleanup()
    const { user, engine } = openWindow({ ...answers, 'case.get': () => aCaseFile({ status: 'closed', isDue: true, isListed: true }), 'case.destructions': () => [], 'case.askDestruction': () => proof }, { route })
    await user.click(await screen.findByRole('button', { name: 'Vernietiging vragen…' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Vernietiging vragen' }))
    await user.type(dialog.getByLabelText('Waarom mag de casus weg?'), 'te kort')
    await user.click(dialog.getByRole('button', { name: 'Vragen' }))
    expect(dialog.getByText(/ten minste 20 tekens/)).toBeTruthy()
    await user.type(dialog.getByLabelText('Waarom mag de casus weg?'), ' was het, nu niet meer')
    await user.click(dialog.getByRole('button', { name: 'Vragen' }))
    await waitFor(() => expect(engine.calls).toContainEqual({ name: 'case.askDestruction', input: { id: 1, motive: 'te kort was het, nu niet meer', ground: 'term' } }))
  })

  it('comes earlier on request of who it is about', async () => {
    const { user, engine } = openWindow({ ...answers, 'case.get': () => aCaseFile({ status: 'closed', keptUntil: '2031-11-30' }), 'case.destructions': () => [], 'case.askDestruction': () => ({ ...proof, ground: 'request' }) }, { route })
    await user.click(await screen.findByRole('button', { name: 'Wissen op verzoek…' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Wissen op verzoek vragen' }))
    await user.type(dialog.getByRole('textbox'), 'Verzoek AVG-2026-11 is ingewilligd.')
    await user.click(dialog.getByRole('button', { name: 'Vragen' }))
    await waitFor(() => expect(engine.calls).toContainEqual({ name: 'case.askDestruction', input: { id: 1, motive: 'Verzoek AVG-2026-11 is ingewilligd.', ground: 'request' } }))
    cleanup()
    openWindow({ ...answers, 'case.get': () => aCaseFile({ status: 'closed', keptUntil: '2031-11-30' }), 'case.destructions': () => [{ ...proof, ground: 'request' }] }, { route })
    expect(await screen.findByText(/op verzoek van een betrokkene \(art\. 17 AVG\)/)).toBeTruthy()
  })

  it('is decided by a director, who is asked whether he is sure', async () => {
    const asDirector = { ...openStatus, actor: { account: 'r', name: 'R. Regisseur', roles: ['director' as const] } }
    const { user, engine } = openWindow(
      { ...answers, 'vault.status': () => asDirector, 'case.get': () => aCaseFile({ status: 'closed', isDue: true, isListed: true }), 'case.destructions': () => [proof], 'case.decideDestruction': () => null },
      { route },
    )
    await user.click(await screen.findByRole('button', { name: 'Casus vernietigen…' }))
    const sure = within(await screen.findByRole('alertdialog', { name: 'C-2026-0007 vernietigen?' }))
    await user.click(sure.getByRole('button', { name: 'Vernietigen' }))
    await waitFor(() => expect(engine.calls).toContainEqual({ name: 'case.decideDestruction', input: { id: 1, approve: true } }))
  })
})

describe('Casussen on the overview', () => {
  it('are counted, and named under a purpose that opens them', async () => {
    openWindow(answers, { route: '#/overzicht' })
    const card = await screen.findByRole('region', { name: 'Casussen' })
    expect(await within(card).findByText('1 voorgesteld')).toBeTruthy()
    expect(await within(card).findByText('Leegstand Steiger en omgeving')).toBeTruthy()
  })

  it('are not named under another purpose, nor asked for', async () => {
    const purpose = { id: 'gebiedsbeeld', label: 'Gebieds- en branchebeeld', ground: '', compartments: ['sources' as const, 'index' as const], caseNumber: '' }
    const { engine } = openWindow({ ...answers, 'vault.status': () => ({ ...openStatus, purpose }) }, { route: '#/overzicht' })
    const card = await screen.findByRole('region', { name: 'Casussen' })
    expect(await within(card).findByText('1 in behandeling')).toBeTruthy()
    expect(card.textContent).toContain('Titels ziet u onder een doel dat casussen opent.')
    expect(engine.calls.map(({ name }) => name)).not.toContain('case.list')
  })
})

describe('a case', () => {
  it('saves words and status only when they changed and the title holds', async () => {
    const { user, engine } = openWindow({ ...withCase, 'case.update': () => aCaseFile() }, { route })
    const save = await screen.findByRole('button', { name: 'Opslaan' })
    expect(save.hasAttribute('disabled')).toBe(true)
    await user.clear(screen.getByLabelText('Titel'))
    expect(screen.getByText('Geef een titel van ten minste drie tekens.')).toBeTruthy()
    await user.type(screen.getByLabelText('Titel'), 'Glas')
    await user.click(save)
    await waitFor(() => expect(engine.calls).toContainEqual({ name: 'case.update', input: expect.objectContaining({ id: 1, title: 'Glas', status: 'proposed' }) }))
  })

  it('keeps the focus when its words are made anew from what was saved', async () => {
    let kept = aCaseFile()
    const { user, engine } = openWindow({ ...withCase, 'case.get': () => kept, 'case.update': ({ goal }) => (kept = { ...kept, goal, changedAt: '2026-11-21T10:00:00.000Z' }) }, { route })
    await user.type(await screen.findByLabelText('Doel'), ' En snel.')
    await user.click(screen.getByRole('button', { name: 'Opslaan' }))
    await waitFor(() => expect(engine.calls.some(({ name }) => name === 'case.update')).toBe(true))
    act(() => engine.announce({ type: 'changed', topics: ['cases'] }))
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('group', { name: 'Delen van de casus' })))
  })

  it('keeps the focus when E leaves the part that had it', async () => {
    const { user } = openWindow(withCase, { route })
    const close = await screen.findByRole('button', { name: 'Afsluiten…' })
    close.focus()
    await user.keyboard('e')
    await screen.findByRole('button', { name: 'Exporteren' })
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('group', { name: 'Delen van de casus' })))
  })

  it('shows every subject with its role, and the picture with a table twin', async () => {
    const { user } = await openTab(/Onderwerpen/)
    expect(screen.getByText('bestuurder van Polderglas B.V. (tot 30-06-2024)')).toBeTruthy()
    await user.click(screen.getByRole('tab', { name: /^Netwerk/ }))
    expect(screen.getByRole('img', { name: /6 knopen en 6 verbindingen/ })).toBeTruthy()
    expect(within(screen.getByRole('grid', { name: 'Relaties in het beeld' })).getAllByRole('row')).toHaveLength(7)
  })

  it('lists saved views, opens one in the network, puts an older version back, and takes removing back', async () => {
    const content = { title: 'Rond de Markerkant', picture: aCaseFile().picture, hidden: [], path: null, filter: { offKinds: [], offLinks: [], from: null, to: null, compare: null, showsLayer: true }, groups: [], notes: [], hypotheses: [] }
    const version = (number: number) => ({ version: number, at: '2026-11-20T10:00:00.000Z', by: 'Toetser' })
    const { user, engine } = await openTab(/^Netwerk/)
    engine.answer({ 'view.get': () => content, 'view.save': () => ({ id: 1, version: 3 }), 'view.remove': () => ({}), 'view.restore': () => ({}), 'view.list': () => [{ id: 1, name: 'Begin', isRemoved: false, versions: [version(2), version(1)] }, { id: 2, name: 'Oud', isRemoved: true, versions: [version(1)] }] })
    engine.announce({ type: 'changed', topics: ['cases'] })
    await user.click(await screen.findByRole('button', { name: 'Versie 1 van Begin terugzetten' }))
    await waitFor(() => expect(engine.calls).toContainEqual({ name: 'view.save', input: { caseId: 1, name: 'Begin', content } }))
    await user.click(screen.getByRole('button', { name: 'Weergave Begin verwijderen' }))
    await waitFor(() => expect(engine.calls).toContainEqual({ name: 'view.remove', input: { id: 1 } }))
    await user.click(screen.getByRole('button', { name: 'Weergave Oud terughalen' }))
    await waitFor(() => expect(engine.calls).toContainEqual({ name: 'view.restore', input: { id: 2 } }))
    stubCanvas()
    await user.click(screen.getByRole('button', { name: 'Versie 2 van Begin openen' }))
    expect(await screen.findByDisplayValue('Rond de Markerkant')).toBeTruthy()
  })

  it('puts its picture on the table with what became known since, and takes the newer one back', async () => {
    stubCanvas()
    const { picture } = aCaseFile()
    const { user, engine } = await openTab(/^Netwerk/)
    engine.answer({ 'network.expand': () => ({ ...picture, nodes: picture.nodes.map(({ x: _x, y: _y, pinned: _pinned, ...node }) => node), truncated: false, hubs: [] }), 'network.layout': () => [], 'view.save': () => ({ id: 1, version: 1 }), 'case.savePicture': () => ({ kept: 1 }) })
    await user.click(screen.getByRole('button', { name: 'Vernieuwen in Netwerk' }))
    await waitFor(() => expect(engine.calls).toContainEqual({ name: 'network.expand', input: expect.objectContaining({ keys: picture.nodes.map(({ key }) => key), depth: 0 }) }))
    await user.click(await screen.findByRole('button', { name: 'Weergave bewaren…' }))
    const dialog = await screen.findByRole('dialog', { name: 'Weergave bewaren in een casus' })
    await user.click(within(dialog).getByRole('button', { name: 'Bewaren' }))
    await waitFor(() => expect(engine.calls).toContainEqual({ name: 'case.savePicture', input: expect.objectContaining({ id: 1, picture: expect.objectContaining({ links: expect.any(Array) }) }) }))
  })

  it('tells what it shares with another case, each with the row that shows it', async () => {
    const { user, engine } = await openTab(/Onderwerpen/)
    const { picture } = aCaseFile()
    const [link] = picture.links
    if (!link) throw new Error('a link was expected')
    engine.answer({ 'case.common': () => ({ nodes: picture.nodes.map(({ x: _x, y: _y, pinned: _pinned, ...node }) => node), links: [link], shared: [link.to], between: [link.from] }) })
    await user.click(await screen.findByRole('button', { name: /Andere casus/ }))
    await user.click(await screen.findByRole('option', { name: /Leegstand/ }))
    expect(await screen.findByText('1 onderwerp in beide, 1 verbindende schakel ertussen.')).toBeTruthy()
    expect(within(screen.getByRole('table', { name: 'Verbonden met een onderwerp van elk' })).getAllByRole('row')).toHaveLength(2)
  })

  it('has the timeline as a chart and a list, to choose from by kind, and offers an entry as a fact', async () => {
    const { user } = await openTab(/Tijdlijn/)
    expect(screen.getByRole('img', { name: 'Gebeurtenissen per soort van 2019 tot 2026' })).toBeTruthy()
    expect(screen.getAllByRole('region').map((part) => part.getAttribute('aria-label')).filter((name) => /^\d{4}$/.test(name ?? ''))).toEqual(['2019', '2020', '2021', '2024', '2025'])
    await user.click(screen.getByRole('button', { name: /^Als feit opnemen: Markerkant 12: sluiting/ }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Feit toevoegen' }))
    expect(dialog.getByDisplayValue('Markerkant 12: sluiting (art. 13b Opiumwet) [Z-2025-07] (20-01-2025).')).toBeTruthy()
    expect(dialog.getByText('1 bronregel gekozen')).toBeTruthy()
  })

  it('opens the content of signals, with the word that it is a report', async () => {
    await openTab(/Signalen/)
    expect(screen.getByText(/sterke geur/)).toBeTruthy()
    expect(screen.getByText(/Een signaal is een melding, geen vaststelling/)).toBeTruthy()
  })

  it('explains the scores around it and says what they are not', async () => {
    const { user } = await openTab(/Context/)
    expect(screen.getByText(/zijn geen vermoeden, en veranderen nooit de status/)).toBeTruthy()
    expect(screen.getByRole('row', { name: /Starters en stoppers 11 op 1.170 4,2 0,60 \+0,82/ })).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Toon in de ranglijst' }))
    expect(decodeURIComponent(window.location.hash)).toBe('#/gebieden/witwassen buurt BU00340707')
  })
})

describe('the export of a case', () => {
  const made = {
    files: [{ format: 'docx' as const, name: 'C-2026-0001-dossier-regel42.docx', bytes: 39_000, sha256: 'ab'.repeat(32) }],
    skipped: [{ format: 'pdf', reason: 'Op deze computer kan geen PDF worden gemaakt. Druk het Word-document af.' }],
    logLine: 42,
  }

  it('asks for recipients and a folder, then shows what was made, what not, and the way to it', async () => {
    const revealed: string[] = []
    const { user, engine } = openWindow({ ...withCase, 'case.export': () => made }, { route, shell: { reveal: (token) => void revealed.push(token) } })
    await user.click(await screen.findByRole('tab', { name: /Export/ }))
    await user.click(screen.getByRole('button', { name: 'Exporteren' }))
    expect(screen.getByText('Noem ten minste één ontvanger.')).toBeTruthy()
    expect(screen.getByText('Kies een map.')).toBeTruthy()
    expect(screen.getByText('Kies een antwoord.')).toBeTruthy()
    await user.type(screen.getByLabelText('Bestemd voor'), 'RIEC Midden-Nederland')
    await user.click(screen.getByRole('button', { name: /Speelde een aandachtscore/ }))
    await user.click(await screen.findByRole('option', { name: 'Nee' }))
    await user.click(screen.getByRole('button', { name: 'Map kiezen…' }))
    await user.click(screen.getByRole('button', { name: 'Exporteren' }))
    await waitFor(() => expect(engine.calls).toContainEqual({ name: 'case.export', input: { id: 1, folder: 'token Dossiers', recipients: 'RIEC Midden-Nederland', scoreRole: { played: 'none', explanation: '' } } }))
    expect(await screen.findByText('Geschreven in Dossiers; logregel 42.')).toBeTruthy()
    expect(screen.getByText('Op deze computer kan geen PDF worden gemaakt. Druk het Word-document af.')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Map tonen' }))
    expect(revealed).toEqual(['token Dossiers'])
  })

  it('shows progress and can be cancelled', async () => {
    const { user } = openWindow(
      {
        ...withCase,
        'case.export': async (_input, call) => {
          call.progress({ step: 'PDF afdrukken', done: 3, total: 6 })
          await call.cancelled
          throw new FakeProblem('cancelled')
        },
      },
      { route },
    )
    await user.click(await screen.findByRole('tab', { name: /Export/ }))
    await user.type(screen.getByLabelText('Bestemd voor'), 'RIEC')
    await user.click(screen.getByRole('button', { name: /Speelde een aandachtscore/ }))
    await user.click(await screen.findByRole('option', { name: 'Nee' }))
    await user.click(screen.getByRole('button', { name: 'Map kiezen…' }))
    await user.click(screen.getByRole('button', { name: 'Exporteren' }))
    expect((await screen.findAllByText('PDF afdrukken')).length).toBeGreaterThan(0)
    await user.click(within(screen.getByRole('main')).getByRole('button', { name: 'Afbreken' }))
    expect(await screen.findByText(/Afgebroken\. Er is niets gewijzigd/)).toBeTruthy()
  })

  it('keeps a ledger of who got what', async () => {
    const exports = [{ at: '2026-11-20T15:30:00Z', by: 'A. Analist', recipients: 'RIEC', files: [{ name: 'dossier.docx', sha256: 'ab' }], contentHash: 'cd'.repeat(32), logLine: 1042 }]
    const { user } = openWindow({ ...answers, 'case.get': () => aCaseFile({ exports }) }, { route })
    await user.click(await screen.findByRole('tab', { name: /Export/ }))
    expect(screen.getByRole('row', { name: /20-11-2026 16:30 A. Analist RIEC dossier.docx 1.042 cdcdcdcdcdcdcdcd…/ })).toBeTruthy()
  })
})

describe('a report of the police in a case', () => {
  it('counts what is answered, and offers no closure until it is said whether minors are there', async () => {
    const { user, engine } = openWindow({ ...withCase, 'case.saveReport': () => null }, { route })
    await user.click(await screen.findByRole('tab', { name: /^Rapportage/ }))
    expect(screen.getByText('0 van 12 vragen beantwoord')).toBeTruthy()
    const advices = async () => {
      await user.click(screen.getByRole('button', { name: /Advies over art. 13b/ }))
      const found = (await screen.findAllByRole('option')).map(({ textContent }) => textContent)
      await user.keyboard('{Escape}')
      return found
    }
    expect(await advices()).toEqual(['nog geen advies', 'art. 13b Opiumwet niet toepassen'])
    await user.click(screen.getByRole('button', { name: /Zijn er minderjarigen/ }))
    await user.click(await screen.findByRole('option', { name: 'niet aanwezig' }))
    expect(screen.getByText('1 van 12 vragen beantwoord')).toBeTruthy()
    expect(await advices()).toContain('sluiting')
    await user.type(screen.getByLabelText('Soort drugs'), 'hennep')
    await user.click(screen.getByRole('button', { name: /Grondslag voor strafrechtelijke gegevens/ }))
    await user.click(await screen.findByRole('option', { name: /Wpg of de Wjsg/ }))
    await user.click(screen.getByRole('button', { name: 'Rapportage opslaan' }))
    await waitFor(() => expect(engine.calls.find(({ name }) => name === 'case.saveReport')?.input).toMatchObject({ id: 1, report: { address: aPicture.nodes[0]?.key, criminalGround: 'police-data', minors: 'absent', advice: null, answers: { substance: 'hennep' } } }))
  })

  it('marks the ground that is not chosen yet, once saving is refused for it', async () => {
    const { user } = openWindow({ ...withCase, 'case.saveReport': () => { throw new FakeProblem('report-ground') } }, { route })
    await user.click(await screen.findByRole('tab', { name: /^Rapportage/ }))
    const wanted = 'Kies op welke grondslag u deze gegevens hebt.'
    expect(screen.queryByText(wanted)).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Rapportage opslaan' }))
    expect(await screen.findByText(wanted)).toBeTruthy()
    await user.click(screen.getByRole('button', { name: /Grondslag voor strafrechtelijke gegevens/ }))
    await user.click(await screen.findByRole('option', { name: /Wpg of de Wjsg/ }))
    expect(screen.queryByText(wanted)).toBeNull()
  })
})

describe('what has been kept long enough', () => {
  it('stands in a list of its own, and the overview reminds of it', async () => {
    const due = (list: typeof answers) => ({ ...list, 'case.list': () => [{ ...aCaseFile(), id: 4, number: 'C-2020-0004', title: 'Oude zaak', status: 'closed' as const, keptUntil: '2026-01-31', isDue: true, isListed: true }, { ...aCaseFile(), id: 5, title: 'Loopt nog' }], 'retention.due': () => ({ cases: 1, signals: 2, references: 0, bibobDossiers: 0, scores: 0, logLines: 0, toReview: 0 }) })
    const { user } = openWindow(due(answers), { route: '#/overzicht' })
    expect(await screen.findByText('1 casus en 2 signalen wachten op een besluit over vernietiging.')).toBeTruthy()
    await user.click(screen.getByRole('link', { name: 'Naar Casussen' }))
    await user.click(await screen.findByRole('radio', { name: 'Te vernietigen (1)' }))
    expect((await screen.findByText('Oude zaak')).closest('[role=row]')?.textContent).toContain('31-01-2026')
    expect(screen.queryByText('Loopt nog')).toBeNull()
  })
})

describe('closing a case', () => {
  it('asks for a result, how long it is kept and when monitoring ends', async () => {
    const { user, engine } = openWindow({ ...withCase, 'case.close': () => null }, { route })
    await user.click(await screen.findByRole('button', { name: 'Afsluiten…' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Casus afsluiten' }))
    await user.click(dialog.getByRole('button', { name: 'Afsluiten' }))
    for (const wanting of ['Schrijf ten minste 20 tekens.', 'Kies hoe lang de casus bewaard blijft.', 'Een dag als 31-12-2026.']) expect(dialog.getByText(wanting)).toBeTruthy()
    await user.type(dialog.getByLabelText('Resultaat'), 'De vergunning is ingetrokken.')
    await user.click(dialog.getByRole('button', { name: /Bewaren/ }))
    await user.click(await screen.findByRole('option', { name: '5 jaar' }))
    await user.type(dialog.getByLabelText('Monitoring eindigt op'), '28-2-2027')
    await user.click(dialog.getByRole('button', { name: /Speelde een aandachtscore/ }))
    await user.click(await screen.findByRole('option', { name: 'Ja, in de onderbouwing' }))
    await user.click(dialog.getByRole('button', { name: 'Afsluiten' }))
    expect(engine.calls.map(({ name }) => name)).not.toContain('case.close')
    await user.type(dialog.getByLabelText('Toelichting'), 'De branche staat hoger dan haar groep.')
    await user.click(dialog.getByRole('button', { name: 'Afsluiten' }))
    await waitFor(() => expect(engine.calls).toContainEqual({ name: 'case.close', input: { id: 1, closing: { result: 'De vergunning is ingetrokken.', retentionClass: 'regular', monitoringUntil: '2027-02-28' }, scoreRole: { played: 'grounds', explanation: 'De branche staat hoger dan haar groep.' } } }))
  })

  it('the status before it does not offer it, and a closed case shows with what it closed', async () => {
    const closing = { result: 'De vergunning is ingetrokken.', retentionClass: 'regular' as const, monitoringUntil: '2027-02-28', years: 5, keptUntil: '2032-02-28', closedAt: '2026-11-21T09:00:00.000Z', closedBy: 'Toetser' }
    const { user } = openWindow(withCase, { route })
    await user.click(await screen.findByRole('button', { name: /^Status|Status$/ }))
    expect((await screen.findAllByRole('option')).map(({ textContent }) => textContent)).not.toContain('afgesloten')
    cleanup()
    openWindow({ ...withCase, 'case.get': () => aCaseFile({ status: 'closed', closing }), 'case.destructions': () => [] }, { route })
    const card = within(await screen.findByRole('region', { name: 'Afsluiting' }))
    expect(card.getByText('tot en met 28-02-2032')).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Afsluiten…' })).toBeNull()
  })

  it('and is read, not written in, until it is opened again', async () => {
    const { user, engine } = openWindow({ ...withCase, 'case.get': () => aCaseFile({ status: 'closed' }), 'case.update': () => aCaseFile() }, { route })
    expect((await screen.findByLabelText('Titel')).hasAttribute('readonly')).toBe(true)
    const deeds = ['Als feit opnemen', 'Feit toevoegen', 'Hypothese toevoegen', 'Overnemen', 'verwijderen', 'Vernieuwen in Netwerk', 'Weghalen']
    for (const tab of ['Feiten en interpretatie', 'Tijdlijn', 'Signalen', 'Netwerk']) {
      await user.click(screen.getByRole('tab', { name: new RegExp(tab) }))
      const names = screen.getAllByRole('button').map((button) => button.getAttribute('aria-label') ?? button.textContent ?? '')
      expect([tab, names.filter((name) => deeds.some((deed) => name.includes(deed)))]).toEqual([tab, []])
    }
    await user.keyboard('f')
    expect(screen.queryByRole('dialog')).toBeNull()
    await user.click(screen.getByRole('tab', { name: 'Overzicht' }))
    await user.click(screen.getByRole('button', { name: /^Status|Status$/ }))
    await user.click(await screen.findByRole('option', { name: 'monitoring' }))
    await user.click(screen.getByRole('button', { name: 'Heropenen' }))
    await waitFor(() => expect(engine.calls).toContainEqual({ name: 'case.update', input: expect.objectContaining({ id: 1, status: 'monitoring' }) }))
  })
})
