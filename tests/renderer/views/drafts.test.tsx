import { act, cleanup, screen, waitFor, within } from '@testing-library/react'
import type { UserEvent } from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import type { CaseFile } from '#shared/contract/dossier.ts'
import { aBibobChart } from '../../fixtures/bibob.ts'
import { aCaseFile } from '../../fixtures/caseFile.ts'
import type { FakeAnswers } from '../fakeEngine.ts'
import { answers, closedStatus, openStatus } from '../municipality.ts'
import { openWindow } from '../openWindow.tsx'

const route = '#/casussen/1'
const withCase: FakeAnswers = { ...answers, 'case.get': () => aCaseFile() }
const typed = 'De melder belde gisteren terug.'

async function openTab(user: UserEvent, name: RegExp) {
  await user.click(await screen.findByRole('tab', { name }))
}

const valueOf = (name: RegExp | string) => screen.getByRole('textbox', { name }).textContent

describe('what is typed in a form', () => {
  it('stands in a case after a visit to another tab and another screen, and says that it is not saved', async () => {
    const { user } = openWindow(withCase, { route })
    await openTab(user, /^Overzicht/)
    await user.type(screen.getByRole('textbox', { name: 'Doel' }), typed)
    const before = valueOf('Doel')
    await openTab(user, /^Aanpak/)
    expect(screen.queryByRole('textbox', { name: 'Doel' })).toBeNull()
    await openTab(user, /^Overzicht, niet opgeslagen/)
    expect(valueOf('Doel')).toBe(before)
    window.location.hash = '#/casussen'
    await screen.findByRole('row', { name: /Leegstand Steiger/ })
    window.location.hash = route
    expect((await screen.findByRole('textbox', { name: 'Doel' })).textContent).toBe(before)
    expect(screen.getByText('Nog niet opgeslagen')).toBeTruthy()
  })

  it('is thrown away when that is asked for, and comes back with undo', async () => {
    const { user } = openWindow(withCase, { route })
    await openTab(user, /^Overzicht/)
    const saved = valueOf('Aanleiding')
    await user.type(screen.getByRole('textbox', { name: 'Aanleiding' }), typed)
    await user.click(screen.getByRole('link', { name: 'Weggooien' }))
    expect(valueOf('Aanleiding')).toBe(saved)
    expect(screen.queryByText('Nog niet opgeslagen')).toBeNull()
    await user.click(screen.getByRole('link', { name: 'Ongedaan maken' }))
    await waitFor(() => expect(valueOf('Aanleiding')).toBe(`${saved}${typed}`))
  })

  it('gives way to what was saved, as the engine wrote it', async () => {
    let file: CaseFile = aCaseFile({ goal: '' })
    const { user, engine } = openWindow({ ...withCase, 'case.get': () => file, 'case.update': () => file }, { route })
    await openTab(user, /^Overzicht/)
    await user.type(screen.getByRole('textbox', { name: 'Doel' }), `${typed}  `)
    await user.click(screen.getByRole('button', { name: 'Opslaan' }))
    await waitFor(() => expect(screen.queryByText('Nog niet opgeslagen')).toBeNull())
    expect(valueOf('Doel')).toBe(`${typed}  `)
    file = { ...file, goal: typed, changedAt: '2026-11-21T09:01:00.000Z' }
    act(() => engine.announce({ type: 'changed', topics: ['cases'] }))
    await waitFor(() => expect(valueOf('Doel')).toBe(typed))
    expect(screen.queryByText('Nog niet opgeslagen')).toBeNull()
  })

  it('stands in a police report of one address, and not of another', async () => {
    const { user } = openWindow(withCase, { route })
    await openTab(user, /^Rapportage/)
    await user.type(screen.getByRole('textbox', { name: /Motivering/ }), typed)
    await user.click(screen.getByRole('button', { name: /Markerkant 12/ }))
    await user.click(await screen.findByRole('option', { name: 'Kerkgracht 8 A' }))
    expect(valueOf(/Motivering/)).toBe('')
    await openTab(user, /^Overzicht/)
    await openTab(user, /^Rapportage/)
    expect(screen.getByRole('button', { name: /Kerkgracht 8 A/ })).toBeTruthy()
    await user.click(screen.getByRole('button', { name: /Kerkgracht 8 A/ }))
    await user.click(await screen.findByRole('option', { name: 'Markerkant 12' }))
    expect(valueOf(/Motivering/)).toBe(typed)
  })

  it('stands in a dialog that was closed with Esc, and not in one that was cancelled', async () => {
    const { user } = openWindow(withCase, { route })
    await openTab(user, /^Feiten/)
    const open = async () => {
      await user.click(screen.getByRole('button', { name: /^Hypothese/ }))
      return within(await screen.findByRole('dialog', { name: /[Hh]ypothese/ }))
    }
    await user.type((await open()).getByRole('textbox', { name: 'Wat veronderstelt u?' }), typed)
    await user.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    const again = await open()
    expect(again.getByRole('textbox', { name: 'Wat veronderstelt u?' }).textContent).toBe(typed)
    expect(again.getByText(/Dit typte u eerder/)).toBeTruthy()
    await user.click(again.getByRole('button', { name: 'Annuleren' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect((await open()).getByRole('textbox', { name: 'Wat veronderstelt u?' }).textContent).toBe('')
  })

  it('stands in a Bibob dossier', async () => {
    const officer: FakeAnswers = {
      ...answers, 'vault.status': () => ({ ...openStatus, actor: { account: 'b.bibob', name: 'B. Bibob', roles: ['bibobOfficer'] } }),
      'bibob.relations': () => aBibobChart(), 'bibob.application': () => null, 'bibob.partnerships': () => ({ set: [], suggestions: [] }),
    }
    const { user } = openWindow(officer, { route: '#/bibob/company%3A1' })
    await openTab(user, /^Aanvraag/)
    await user.type(await screen.findByRole('textbox', { name: /Motivering/ }), typed)
    await openTab(user, /^Opmerkingen/)
    await openTab(user, /^Aanvraag.*, niet opgeslagen/)
    expect((await screen.findByRole('textbox', { name: /Motivering/ })).textContent).toBe(typed)
  })

  it('is not closed away with the window without a word; with nothing typed the window closes at once', async () => {
    const close = vi.spyOn(window, 'close').mockImplementation(() => undefined)
    const isHeld = async () => {
      const unload = new Event('beforeunload', { cancelable: true })
      await act(async () => void window.dispatchEvent(unload))
      return unload.defaultPrevented
    }
    const { user } = openWindow(withCase, { route })
    await openTab(user, /^Overzicht/)
    expect(await isHeld()).toBe(false)
    await user.type(screen.getByRole('textbox', { name: 'Doel' }), typed)
    expect(await isHeld()).toBe(true)
    const asked = async () => within(await screen.findByRole('alertdialog', { name: 'Venster sluiten?' }))
    expect((await asked()).getByText(/in 1 formulier\./)).toBeTruthy()
    await user.click((await asked()).getByRole('button', { name: 'Annuleren' }))
    expect(valueOf('Doel')).toContain(typed)
    expect(await isHeld()).toBe(true)
    await user.click((await asked()).getByRole('button', { name: 'Toch sluiten' }))
    expect(close).toHaveBeenCalledOnce()
    expect(await isHeld()).toBe(false)
    close.mockRestore()
  })

  it('is not locked away without a word, and does not outlive the lock', async () => {
    let isOpen = true
    const lock: FakeAnswers = { 'vault.status': () => (isOpen ? openStatus : closedStatus), 'vault.lock': () => ((isOpen = false), {}) }
    const { user, engine } = openWindow({ ...withCase, ...lock }, { route })
    await openTab(user, /^Overzicht/)
    await user.type(screen.getByRole('textbox', { name: 'Doel' }), typed)
    await user.keyboard('{Control>}l{/Control}')
    const asked = within(await screen.findByRole('alertdialog', { name: 'Kluis vergrendelen?' }))
    expect(asked.getByText(/in 1 formulier\./)).toBeTruthy()
    expect(engine.calls.some(({ name }) => name === 'vault.lock')).toBe(false)
    await user.click(asked.getByRole('button', { name: 'Toch vergrendelen' }))
    act(() => engine.announce({ type: 'changed', topics: ['vault'] }))
    await screen.findByRole('heading', { name: 'Kluis openen' })
    cleanup()
    openWindow(withCase, { route })
    const goal = await screen.findByRole('textbox', { name: 'Doel' })
    expect(goal.textContent).toBe(aCaseFile().goal)
  })
})
