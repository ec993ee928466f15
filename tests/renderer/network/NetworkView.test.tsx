import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import type { OutputOf } from '#shared/contract/index.ts'
import type { ShellBridge } from '#shared/contract/bridge.ts'
import { aCaseFile } from '../../fixtures/caseFile.ts'
import { stubCanvas } from '../graph/canvasStub.ts'
import { answers, hits } from '../municipality.ts'
import { FakeProblem, type FakeAnswers } from '../fakeEngine.ts'
import { markerkant, networkAnswers, town } from '../networkAnswers.ts'
import { askedFor, openWindow } from '../openWindow.tsx'

beforeEach(stubCanvas)

const all = { ...answers, ...networkAnswers(markerkant()) }
const press = (keys: Parameters<typeof fireEvent.keyDown>[1]) => fireEvent.keyDown(document.body, keys)

/** The network screen with the surroundings of the first hit on the table. */
async function begin(given = all, shell: Partial<ShellBridge> = {}) {
  const window = openWindow(given, { route: '#/netwerk', shell })
  await window.user.type(await screen.findByLabelText(/Adres, postcode, bedrijfsnaam/), 'mar')
  await window.user.click(await screen.findByRole('option', { name: /^Markerkant 12-34/ }))
  await screen.findByText('4 knopen · 3 verbindingen')
  return window
}

const facts = (text: string) => screen.findByText((_, element) => element?.getAttribute('role') === 'status' && element.textContent === text)

describe('Netwerk', () => {
  it('begins with what is linked to the first node, and expands with E and with a digit', async () => {
    const { engine } = await begin()
    expect(askedFor(engine)).toContain('network.layout')
    press({ key: 'a', ctrlKey: true })
    press({ key: 'e' })
    await facts('9 knopen · 10 verbindingen')
    press({ key: '4', code: 'Digit4' })
    await facts('10 knopen · 11 verbindingen')
  })

  it('begins with what a pasted word finds, also when Enter comes before it is found, and never with what an earlier text found', async () => {
    const found = Promise.withResolvers<OutputOf<'search.suggest'>>()
    const { user, engine } = openWindow({ ...all, 'search.suggest': ({ text }) => (text === 'polderglas' ? found.promise : { hits }) }, { route: '#/netwerk' })
    const field = await screen.findByLabelText(/Adres, postcode, bedrijfsnaam/)
    await user.click(field)
    await user.paste('marker')
    await screen.findByRole('option', { name: /^Markerkant 12-34/ })
    await user.clear(field)
    await user.paste('polderglas')
    await user.keyboard('{Enter}')
    expect(screen.getByText('Wordt gekozen zodra het zoeken klaar is.')).toBeTruthy()
    await act(async () => found.resolve({ hits: hits.filter(({ key }) => key === 'company:14') }))
    await waitFor(() => expect(engine.calls).toContainEqual({ name: 'network.expand', input: expect.objectContaining({ keys: ['company:14'] }) }))
  })

  it('does not begin by itself with what is found at a second try, after the first one failed', async () => {
    let isBroken = true
    const suggest: FakeAnswers['search.suggest'] = () => {
      if (isBroken) throw new FakeProblem('internal')
      return { hits }
    }
    const { user, engine } = openWindow({ ...all, 'search.suggest': suggest }, { route: '#/netwerk' })
    await user.click(await screen.findByLabelText(/Adres, postcode, bedrijfsnaam/))
    await user.paste('marker')
    await user.keyboard('{Enter}')
    const retry = await screen.findByRole('button', { name: 'Opnieuw proberen' })
    isBroken = false
    await user.click(retry)
    await screen.findByRole('option', { name: /^Markerkant 12-34/ })
    expect(askedFor(engine)).not.toContain('network.expand')
  })

  it('keeps the focus when the first node comes and the field it was looked for with goes', async () => {
    const { user } = await begin()
    expect(document.activeElement).toBe(screen.getByRole('group', { name: 'Netwerk' }))
    await user.tab()
    expect(document.activeElement).toBe(screen.getByRole('listbox', { name: /^Netwerkbeeld/ }))
  })

  it('opened to show something, it has the focus on its title, not on a field that goes', async () => {
    const { user } = openWindow(all, { route: '#/adres/address%3A0034200000123456' })
    await user.click(await screen.findByRole('button', { name: 'In netwerk tonen' }))
    expect(await screen.findByRole('listbox', { name: /^Netwerkbeeld/ })).toBeTruthy()
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1, name: 'Netwerk' }))
  })

  it('hides with H, lists every step, and undoes and redoes', async () => {
    const { user } = await begin()
    press({ key: 'h' })
    await facts('3 knopen · geen verbindingen · 1 verborgen')
    await user.click(await screen.findByRole('tab', { name: /Stappen/ }))
    const steps = screen.getByRole('list', { name: 'Stappen' })
    expect(within(steps).getAllByRole('button').map((button) => button.textContent)).toEqual([
      'Markerkant 12-34 verborgennu in beeld', 'Markerkant 12-34 met omgeving toegevoegd', 'Leeg beeld',
    ])
    press({ key: 'z', ctrlKey: true })
    await facts('4 knopen · 3 verbindingen')
    press({ key: 'y', ctrlKey: true })
    await facts('3 knopen · geen verbindingen · 1 verborgen')
    press({ key: 'h', altKey: true })
    await facts('4 knopen · 3 verbindingen')
  })

  it('closes for good only after it has said so; what was copied stays for the next network', async () => {
    const { user } = await begin()
    press({ key: 'c', ctrlKey: true })
    const close = async (button: string) => {
      await user.click(screen.getByRole('button', { name: 'Meer' }))
      await user.click(await screen.findByRole('menuitem', { name: /Netwerk sluiten/ }))
      const dialog = await screen.findByRole('dialog', { name: 'Netwerk sluiten?' })
      expect(dialog.textContent).toContain('de stap ernaartoe')
      await user.click(within(dialog).getByRole('button', { name: button }))
    }
    await close('Annuleren')
    await facts('4 knopen · 3 verbindingen')
    await close('Netwerk sluiten')
    await screen.findByLabelText(/Adres, postcode, bedrijfsnaam/)
    // out of the field, whose keys are its own
    await user.click(screen.getByRole('heading', { level: 1 }))
    press({ key: 'z', ctrlKey: true })
    expect(screen.queryByRole('tab', { name: /Stappen/ })).toBeNull()
    press({ key: 'v', ctrlKey: true })
    await facts('1 knoop · geen verbindingen')
  })

  it('says so when measures are of a picture that has changed since, and ranks no person', async () => {
    const measured: FakeAnswers = {
      'network.measures': ({ keys }) => ({
        nodes: keys.filter((key) => !key.startsWith('person')).map((key) => ({ key, degree: 2, betweenness: 0.25, passing: 0.1, isCutPoint: false })),
        parts: [[...keys]], communities: [[...keys]], modularity: 0, bridges: [],
      }),
    }
    const { user } = await begin({ ...all, ...measured })
    await user.click(await screen.findByRole('tab', { name: 'Maten' }))
    await user.click(screen.getByRole('button', { name: 'Berekenen voor dit beeld' }))
    await screen.findByText('Alles in dit beeld hangt samen.')
    expect(screen.getAllByText('25 %').length).toBeGreaterThan(0)
    const stale = 'Het beeld is daarna veranderd: dit gaat over het beeld van toen.'
    expect(screen.queryByText(stale)).toBeNull()
    press({ key: 'h' })
    expect(await screen.findByText(stale)).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Opnieuw berekenen' }))
    await waitFor(() => expect(screen.queryByText(stale)).toBeNull())
  })

  it('shows the same as tables, and what is chosen there is what the buttons work on', async () => {
    const { user } = await begin()
    await user.click(screen.getByRole('radio', { name: 'Tabel' }))
    const table = await screen.findByRole('grid', { name: 'Knopen' })
    expect(within(table).getAllByRole('row')).toHaveLength(5)
    await user.click(within(table).getByText('Polderglas B.V.'))
    await user.click(screen.getAllByRole('button', { name: /^Uitbreiden/ })[0] ?? table)
    await facts('6 knopen · 6 verbindingen')
    await user.click(screen.getByRole('tab', { name: /Verbindingen/ }))
    const links = await screen.findByRole('grid', { name: 'Verbindingen' })
    await user.click(within(links).getAllByText('bestuurder van')[0] ?? links)
    expect((await screen.findAllByText('15-03-2019 – heden', { exact: false })).length).toBeGreaterThan(1)
  })

  it('asks the departments about a chosen address after a moment, and not about others', async () => {
    const { engine } = await begin()
    expect(await screen.findByRole('rowheader', { name: 'Sociale recherche' })).toBeTruthy()
    expect(engine.calls.filter(({ name }) => name === 'reference.lookup')).toHaveLength(1)
    expect(screen.getAllByRole('link', { name: /Bronrij openen/ }).length).toBe(3)
  })

  it('finds a path between two and, without one of its nodes, says that there is none', async () => {
    const { user } = await begin()
    press({ key: '4', code: 'Digit4' })
    await facts('10 knopen · 11 verbindingen')
    press({ key: 'w' })
    const dialog = await screen.findByRole('dialog', { name: 'Pad zoeken' })
    await user.type(within(dialog).getByRole('combobox', { name: 'Naar' }), 'Appel')
    await user.click(await screen.findByRole('option', { name: /^M. Appelman/ }))
    await user.click(within(dialog).getByRole('button', { name: 'Zoeken' }))
    const path = await screen.findByRole('region', { name: 'Gemarkeerd pad' })
    expect(path.textContent).toContain('2 stappen')
    await user.click(within(path).getByRole('button', { name: /Kiem & Co V.O.F. mijdt/ }))
    await waitFor(() => expect(screen.getByRole('region', { name: 'Gemarkeerd pad' }).textContent).toContain('3 stappen'))
    await user.click(screen.getByRole('button', { name: /Stichting Noordkade mijdt/ }))
    expect((await screen.findByRole('alert')).textContent).toContain('geen verbinding')
  })

  it('asks which links when there are many, with counts, and offers a list', async () => {
    const { user, engine } = await begin()
    press({ key: '4', code: 'Digit4' })
    await facts('10 knopen · 11 verbindingen')
    await user.click(screen.getByRole('radio', { name: 'Tabel' }))
    await user.click(within(await screen.findByRole('grid', { name: 'Knopen' })).getByText('Botter 5'))
    press({ key: 'e' })
    const dialog = await screen.findByRole('dialog', { name: 'Uitbreiden met voorwaarden' })
    expect(await within(dialog).findByText('vestigingsadres van: 1')).toBeTruthy()
    await user.type(within(dialog).getByLabelText('Vanaf jaar'), '2020')
    await user.click(within(dialog).getByRole('button', { name: 'Uitbreiden' }))
    await waitFor(() => expect(engine.calls).toContainEqual({ name: 'network.expand', input: expect.objectContaining({ depth: 1, filter: { from: '2020', to: null }, limit: 250 }) }))
  })

  it('turns kinds off in the legend and fades what lies outside the years', async () => {
    const { user } = await begin()
    await user.click(screen.getByRole('button', { name: /^bedrijven/ }))
    await facts('1 knoop · geen verbindingen')
    press({ key: 'z' })
    await facts('4 knopen · 3 verbindingen')
    const until = screen.getByRole('slider', { name: /Tot en met jaar/ })
    fireEvent.change(until, { target: { value: '2022' } })
    expect(await screen.findByText('2 buiten de periode')).toBeTruthy()
  })

  it('saves the picture where the user says, and tells the line in the log', async () => {
    const { user, engine } = await begin(all, { chooseSave: async (suggestion) => ({ token: 'gekozen', name: suggestion, bytes: 0 }) })
    await user.click(screen.getByRole('button', { name: 'Meer' }))
    await user.click(await screen.findByRole('menuitem', { name: /Opslaan als afbeelding/ }))
    await user.click(await screen.findByRole('button', { name: /Plaats kiezen/ }))
    expect(await screen.findByText('Netwerk.png opgeslagen, logregel 4.219')).toBeTruthy()
    expect(engine.calls.find(({ name }) => name === 'network.picture')?.input).toMatchObject({
      title: 'Netwerk rond Markerkant 12-34', format: 'png', confidentiality: 'confidential', target: 'gekozen', picture: { nodes: { length: 4 }, links: { length: 3 } },
    })
  })

  it('notes and suppositions lie on a layer of their own, that no export sees', async () => {
    const { user, engine } = await begin(all, { chooseSave: async (suggestion) => ({ token: 'gekozen', name: suggestion, bytes: 0 }) })
    press({ key: 'n' })
    await user.type(await screen.findByLabelText('Wat wilt u onthouden?'), 'Navragen bij Wijkteam.')
    await user.click(screen.getByRole('button', { name: 'Opslaan' }))
    expect(await screen.findByText('Navragen bij Wijkteam.')).toBeTruthy()
    press({ key: 'a', ctrlKey: true })
    press({ key: 'h', altKey: true })
    press({ key: 'x' })
    await user.click(await screen.findByRole('button', { name: /Plaats kiezen/ }))
    await waitFor(() => expect(engine.calls.some(({ name }) => name === 'network.export')).toBe(true))
    expect(JSON.stringify(engine.calls.find(({ name }) => name === 'network.export')?.input)).not.toContain('Navragen')
  })

  it('groups by key, opens again, and asks a reason before anything is removed', async () => {
    const { user } = await begin()
    press({ key: 'a', ctrlKey: true })
    press({ key: 'g' })
    await facts('geen knopen · geen verbindingen')
    press({ key: 'z', ctrlKey: true })
    await facts('4 knopen · 3 verbindingen')
    press({ key: 'a', ctrlKey: true })
    press({ key: 'Delete', shiftKey: true })
    const dialog = await screen.findByRole('dialog', { name: 'Uit het beeld verwijderen' })
    await user.click(within(dialog).getByRole('button', { name: 'Verwijderen' }))
    expect(within(dialog).getByText('Geef een reden.')).toBeTruthy()
    await user.type(within(dialog).getByLabelText('Reden'), 'hoort er niet bij')
    await user.click(within(dialog).getByRole('button', { name: 'Verwijderen' }))
    await user.click(await screen.findByRole('tab', { name: /Stappen/ }))
    expect(await screen.findByText(/verwijderd: hoort er niet bij/)).toBeTruthy()
  })

  it('shows the state of one day and the difference between two', async () => {
    const { user } = await begin()
    await user.click(screen.getByRole('radio', { name: 'Stand op' }))
    await user.type(screen.getByLabelText('Stand op'), '01-01-2020')
    expect(await screen.findByText('1 verbinding op die dag, 2 niet')).toBeTruthy()
    await user.click(screen.getByRole('radio', { name: 'Verschil' }))
    await user.type(screen.getByLabelText('Eerste datum'), '01-01-2020')
    await user.type(screen.getByLabelText('Tweede datum'), '01-01-2026')
    expect(await screen.findByText('1 erbij (dik), 0 weg (gestippeld), 1 gelijk')).toBeTruthy()
  })

  it('makes a case of what is shown and goes there', async () => {
    const { user, engine } = await begin()
    await user.click(screen.getByRole('button', { name: 'Naar casus…' }))
    const dialog = await screen.findByRole('dialog', { name: 'Naar een nieuwe casus' })
    await user.click(within(dialog).getByRole('button', { name: 'Casus maken' }))
    expect(within(dialog).getByText('Kies een fenomeen.')).toBeTruthy()
    await user.click(within(dialog).getByRole('button', { name: /Fenomeen/ }))
    await user.click(await screen.findByRole('option', { name: 'Witwassen' }))
    await user.click(within(dialog).getByRole('button', { name: 'Casus maken' }))
    await waitFor(() => expect(window.location.hash).toBe('#/casussen/8'))
    expect(engine.calls.find(({ name }) => name === 'case.create')?.input).toMatchObject({ phenomenon: 'witwassen', picture: { nodes: { length: 4 } } })
  })

  it('makes a case of what is chosen alone', async () => {
    const { user, engine } = await begin()
    press({ key: 'a', ctrlKey: true })
    await user.click(await screen.findByRole('button', { name: 'Naar casus…' }))
    const dialog = await screen.findByRole('dialog', { name: 'Naar een nieuwe casus' })
    expect(within(dialog).getByRole('button', { name: /de 4 gekozen knopen/ })).toBeTruthy()
    await user.click(within(dialog).getByRole('button', { name: /Fenomeen/ }))
    await user.click(await screen.findByRole('option', { name: 'Witwassen' }))
    await user.click(within(dialog).getByRole('button', { name: 'Casus maken' }))
    await waitFor(() => expect(window.location.hash).toBe('#/casussen/8'))
    expect(engine.calls.find(({ name }) => name === 'case.create')?.input).toMatchObject({ picture: { nodes: { length: 4 }, links: { length: 3 } } })
  })

  it('keeps what lies on the table with a case, as its picture too when asked, which can be taken back', async () => {
    const before = aCaseFile()
    const { user, engine } = await begin({
      ...all, 'case.get': () => before, 'view.list': () => [{ id: 3, name: 'Netwerk rond Markerkant 12-34', isRemoved: false, versions: [{ version: 2, at: '2026-11-20T10:00:00.000Z', by: 'Toetser' }] }],
      'view.save': () => ({ id: 3, version: 3 }), 'case.savePicture': () => ({ kept: null }),
    })
    press({ key: 's', ctrlKey: true })
    const dialog = await screen.findByRole('dialog', { name: 'Weergave bewaren in een casus' })
    await user.click(within(dialog).getByRole('button', { name: 'Bewaren' }))
    expect(within(dialog).getByText('Kies een casus.')).toBeTruthy()
    await user.click(within(dialog).getByRole('button', { name: /Casus/ }))
    await user.click(await screen.findByRole('option', { name: /Leegstand Steiger/ }))
    expect(await within(dialog).findByText(/dit wordt versie 3/)).toBeTruthy()
    await user.click(within(dialog).getByRole('checkbox', { name: /Ook als beeld van de casus/ }))
    await user.click(within(dialog).getByRole('button', { name: 'Bewaren' }))
    const told = await screen.findByRole('alertdialog', { name: /is vervangen/ })
    await user.click(within(told).getByRole('button', { name: 'Ongedaan maken' }))
    const saved = engine.calls.filter(({ name }) => name === 'view.save' || name === 'case.savePicture').map(({ input }) => input)
    expect(saved).toMatchObject([{ caseId: 6, name: 'Netwerk rond Markerkant 12-34', content: { picture: { nodes: { length: 4 } }, groups: [] } }, { id: 6, picture: { nodes: { length: 4 } } }, { id: 6, picture: before.picture }])
  })

  it('walks with Shift to choose together, and with Alt to move what is chosen', async () => {
    await begin()
    const stage = screen.getByRole('listbox', { name: /^Netwerkbeeld/ })
    fireEvent.keyDown(stage, { key: 'ArrowDown', shiftKey: true })
    expect((await screen.findAllByText('2 knopen gekozen')).length).toBeGreaterThan(0)
    fireEvent.keyDown(stage, { key: 'ArrowRight', altKey: true })
    fireEvent.keyDown(stage, { key: 'ArrowRight', altKey: true })
    fireEvent.click(screen.getByRole('tab', { name: /Stappen/ }))
    expect(screen.getAllByText('2 knopen verplaatst')).toHaveLength(1)
  })

  it('fills the screen for people round a table, and Esc gives the frame back', async () => {
    const full: boolean[] = []
    await begin(all, { setFullScreen: (on) => void full.push(on) })
    press({ key: 'v' })
    expect(await screen.findByRole('heading', { level: 1, name: 'Netwerk rond Markerkant 12-34' })).toBeTruthy()
    expect(screen.queryByRole('navigation', { name: 'Hoofdmenu' })).toBeNull()
    press({ key: 'Escape' })
    expect(await screen.findByRole('navigation', { name: 'Hoofdmenu' })).toBeTruthy()
    expect(full).toEqual([true, false])
  })

  it('says what it is showing to who cannot see it, and walks by arrow keys', async () => {
    await begin()
    const stage = screen.getByRole('listbox', { name: /^Netwerkbeeld/ })
    expect(stage.getAttribute('aria-label')).toContain('Netwerk met 1 adres, 3 bedrijven.')
    expect(await screen.findByText('Markerkant 12-34, adres, 3 verbindingen in beeld')).toBeTruthy()
    for (const key of ['ArrowUp', 'ArrowLeft', 'ArrowRight', 'ArrowDown']) fireEvent.keyDown(stage, { key })
    expect(await screen.findByText(/bedrijf, 1 verbinding in beeld/)).toBeTruthy()
    fireEvent.keyDown(stage, { key: 'F10', shiftKey: true })
    expect(await screen.findByRole('menuitem', { name: /Anderen verbergen/ })).toBeTruthy()
  })

  it('shows a town of 100 and finds a node in it', async () => {
    const window = openWindow({ ...answers, ...networkAnswers(town(100), true) }, { route: '#/netwerk' })
    await window.user.type(await screen.findByLabelText(/Adres, postcode, bedrijfsnaam/), 'mar')
    await window.user.click(await screen.findByRole('option', { name: /^Markerkant 12-34/ }))
    await facts('100 knopen · 113 verbindingen')
    press({ key: 'f', ctrlKey: true })
    const field = await screen.findByRole('textbox', { name: 'Zoek in het beeld' })
    await window.user.type(field, 'havenzicht{Enter}{Enter}')
    expect(await screen.findByText(/^2 van \d+$/)).toBeTruthy()
    expect(await screen.findByText(/^Havenzicht Holding B.V., bedrijf/)).toBeTruthy()
  })
})
