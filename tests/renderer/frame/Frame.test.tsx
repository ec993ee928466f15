import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { OutputOf } from '#shared/contract/index.ts'
import { tell } from '../../../renderer/parts/toasts.tsx'
import { FakeProblem, type FakeAnswers } from '../fakeEngine.ts'
import { answers, closedStatus, hits, openStatus } from '../municipality.ts'
import { askedFor, openWindow } from '../openWindow.tsx'

async function opened(name: string) {
  return screen.findByRole('heading', { level: 1, name })
}

/** Types in the palette, and waits until all of it was asked: what was found for half of it stands there meanwhile, not to be opened. */
async function look({ user, engine }: Pick<ReturnType<typeof openWindow>, 'user' | 'engine'>, words: string, hit: string) {
  await user.type(await screen.findByLabelText('Adres, bedrijf, persoon of scherm'), words)
  await waitFor(() => expect(engine.calls).toContainEqual({ name: 'search.suggest', input: expect.objectContaining({ text: words }) }))
  await screen.findByText(hit)
}

describe('the frame', () => {
  it('shows only the screens a role allows', async () => {
    openWindow({ ...answers, 'vault.status': () => ({ ...openStatus, actor: { account: 'b', name: 'B.', roles: ['admin'] } }) })
    await opened('Overzicht')
    const rail = within(screen.getByRole('navigation', { name: 'Hoofdmenu' }))
    const names = rail.getAllByRole('link').map((link) => link.textContent)
    expect(names).toContain('Verantwoording')
    expect(names).not.toContain('Zoeken')
  })

  it('takes a message along no further than the screen it speaks of; what can be undone there waits for whoever comes back', async () => {
    const undone: string[] = []
    const { user } = openWindow(answers)
    await opened('Overzicht')
    const undo = (what: string) => () => Promise.resolve(undone.push(what) > 1)
    act(() => {
      tell('Eerste van het overzicht', undo('eerste'))
      tell('Tweede van het overzicht', undo('tweede'))
      tell('Nog een van het overzicht')
    })
    expect(await screen.findByText('Nog een van het overzicht')).toBeTruthy()
    act(() => {
      window.location.hash = '#/handboek'
      tell('Van het handboek')
    })
    // before the screen, which may take longer to come than a message stands
    expect(await screen.findByText('Van het handboek')).toBeTruthy()
    await opened('Handboek')
    await waitFor(() => expect(screen.queryByText(/van het overzicht/i)).toBeNull())
    act(() => void (window.location.hash = '#/overzicht'))
    const first = await screen.findByRole('alertdialog', { name: 'Eerste van het overzicht' })
    expect(screen.getAllByRole('alertdialog').map((message) => message.textContent)).toEqual(['Tweede van het overzichtOngedaan maken', 'Eerste van het overzichtOngedaan maken'])
    await user.click(within(first).getByRole('button', { name: 'Ongedaan maken' }))
    // refused the first time, and offered once more
    const again = await screen.findByRole('alertdialog', { name: 'Ongedaan maken is niet gelukt. Eerste van het overzicht' })
    await user.click(within(again).getByRole('button', { name: 'Ongedaan maken' }))
    expect(undone).toEqual(['eerste', 'eerste'])
    await waitFor(() => expect(screen.getAllByRole('alertdialog')).toHaveLength(1))
  })

  it('shows a message that is said again once', async () => {
    openWindow(answers)
    await opened('Overzicht')
    act(() => {
      for (let i = 0; i < 3; i += 1) tell('Het laatste besluit is ingetrokken.')
    })
    expect(await screen.findAllByText('Het laatste besluit is ingetrokken.')).toHaveLength(1)
  })

  it('refuses a screen of another role without asking the engine', async () => {
    const { engine } = openWindow(
      { ...answers, 'vault.status': () => ({ ...openStatus, actor: { account: 'b', name: 'B.', roles: ['admin'] } }) },
      { route: '#/adres/address%3A0034200000123456' },
    )
    expect(await screen.findByText('Dit scherm hoort niet bij uw rol')).toBeTruthy()
    expect(askedFor(engine)).toEqual([])
  })

  it('asks for a purpose by itself, takes the case number, and goes on with what was asked', async () => {
    let purpose = openStatus.purpose
    purpose = null
    const withPurpose: FakeAnswers = {
      ...answers,
      'vault.status': () => ({ ...openStatus, purpose }),
      'purpose.set': ({ id, caseNumber }) => {
        purpose = { id, label: id, ground: '', compartments: ['index'], caseNumber }
        return purpose
      },
      'address.get': (input, call) => {
        if (!purpose) throw new FakeProblem('purpose-missing')
        const get = answers['address.get']
        if (!get) throw new FakeProblem('internal')
        return get(input, call)
      },
    }
    const { user, engine } = openWindow(withPurpose, { route: '#/adres/address%3A0034200000123456' })
    const dialog = await screen.findByRole('dialog', { name: 'Waarvoor raadpleegt u?' })
    await user.click(await within(dialog).findByRole('button', { name: 'Doel kiezen' }))
    expect(within(dialog).getAllByText(/^Voor dit doel is een zaaknummer verplicht\./).length).toBe(2)
    await user.type(within(dialog).getByLabelText('Zaaknummer'), '2026-014{Enter}')
    await opened('Markerkant 12-34')
    expect(engine.calls).toContainEqual({ name: 'purpose.set', input: { id: 'riec-casus', caseNumber: '2026-014' } })
  })

  it('does not take the case number of one purpose along to another', async () => {
    const { user } = openWindow({ ...answers, 'vault.status': () => ({ ...openStatus, purpose: { id: 'riec-casus', label: 'RIEC-casus voorbereiden', ground: '', compartments: ['index'], caseNumber: 'Z-2026-0117' } }) })
    await opened('Overzicht')
    await user.click(screen.getByRole('button', { name: /^Doel/ }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Waarvoor raadpleegt u?' }))
    const number = () => dialog.getByLabelText<HTMLInputElement>('Zaaknummer').value
    const own = await dialog.findByRole('radio', { name: /^RIEC-casus/, checked: true })
    // so that the arrows choose at once
    expect(document.activeElement).toBe(own)
    expect(number()).toBe('Z-2026-0117')
    await user.click(dialog.getByRole('radio', { name: /^Gebieds- en branchebeeld/ }))
    expect(number()).toBe('')
    await user.click(own)
    expect(number()).toBe('Z-2026-0117')
  })

  it('asks once for keys that follow each other', async () => {
    const { user, engine } = openWindow(answers)
    await opened('Overzicht')
    await user.keyboard('{Control>}k{/Control}')
    const field = await screen.findByLabelText('Adres, bedrijf, persoon of scherm')
    // without a wait between them, so that however slow the machine is they make no pause
    for (const typed of ['m', 'mark', 'marker']) fireEvent.change(field, { target: { value: typed } })
    await screen.findByText('Polderglas B.V.')
    expect(engine.calls.filter(({ name }) => name === 'search.suggest')).toHaveLength(1)
  })

  it('finds and goes with Ctrl+K', async () => {
    const { user, engine } = openWindow(answers)
    await opened('Overzicht')
    await user.keyboard('{Control>}k{/Control}')
    await look({ user, engine }, 'marker', 'Polderglas B.V.')
    await user.keyboard('{Enter}')
    await opened('Markerkant 12-34')
  })

  it('opens what a pasted word finds, also when Enter comes before it is found, and never what an earlier text found', async () => {
    const found = Promise.withResolvers<OutputOf<'search.suggest'>>()
    const { user } = openWindow({ ...answers, 'search.suggest': ({ text }) => (text === 'polderglas' ? found.promise : { hits }) })
    await opened('Overzicht')
    await user.keyboard('{Control>}k{/Control}')
    const field = await screen.findByLabelText('Adres, bedrijf, persoon of scherm')
    await user.paste('marker')
    await screen.findByText('Markerkant 12-34')
    await user.clear(field)
    await user.paste('polderglas')
    await user.keyboard('{Enter}')
    expect(screen.getByText('Wordt geopend zodra het zoeken klaar is · Esc sluiten')).toBeTruthy()
    await act(async () => found.resolve({ hits: hits.filter(({ key }) => key === 'company:14') }))
    await opened('Polderglas B.V.')
  })

  it('opens a pasted word that was found already', async () => {
    const { user } = openWindow(answers)
    await opened('Overzicht')
    await user.keyboard('{Control>}k{/Control}')
    await screen.findByLabelText('Adres, bedrijf, persoon of scherm')
    await user.paste('marker')
    await screen.findByText('Polderglas B.V.')
    await user.keyboard('{Enter}')
    await opened('Markerkant 12-34')
  })

  it('does not open unseen what only resembles what was typed: it shows all that was found', async () => {
    const { user } = openWindow({ ...answers, 'search.suggest': () => ({ hits: hits.map((hit) => ({ ...hit, tier: 'fuzzy' })) }) })
    await opened('Overzicht')
    await user.keyboard('{Control>}k{/Control}')
    await screen.findByLabelText('Adres, bedrijf, persoon of scherm')
    await user.paste('maker')
    await user.keyboard('{Enter}')
    await opened('Zoeken')
  })

  it('moves the focus to the title of the screen that Ctrl+K leads to, wherever it was', async () => {
    const { user, engine } = openWindow(answers)
    await opened('Overzicht')
    screen.getByRole('button', { name: /^Doel/ }).focus()
    await user.keyboard('{Control>}k{/Control}')
    await look({ user, engine }, 'marker', 'Polderglas B.V.')
    await user.keyboard('{Enter}')
    await opened('Markerkant 12-34')
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 })))
  })

  it('lists the keys that work, and goes to screens with Alt and a digit', async () => {
    const { user } = openWindow(answers)
    await opened('Overzicht')
    await user.keyboard('?')
    const help = await screen.findByRole('dialog', { name: 'Toetsen' })
    expect(within(help).getByText('Kluis vergrendelen')).toBeTruthy()
    await user.keyboard('{Escape}')
    await user.keyboard('{Alt>}2{/Alt}')
    await opened('Zoeken')
  })

  it('is empty behind the lock', async () => {
    let isOpen = true
    const { user, engine } = openWindow(
      {
        ...answers,
        'vault.status': () => (isOpen ? openStatus : closedStatus),
        'vault.lock': () => {
          isOpen = false
          return {}
        },
      },
      { route: '#/adres/address%3A0034200000123456' },
    )
    await opened('Markerkant 12-34')
    await user.keyboard('{Control>}l{/Control}')
    await waitFor(() => expect(askedFor(engine)).toContain('vault.lock'))
    act(() => engine.announce({ type: 'changed', topics: ['vault'] }))
    await screen.findByRole('heading', { name: 'Kluis openen' })
    expect(window.location.hash).toBe('')
    expect(document.body.textContent).not.toContain('Markerkant')
  })

  it('opens the row behind a fact', async () => {
    const { user, engine } = openWindow(answers, { route: '#/adres/address%3A0034200000123456' })
    await user.click(await screen.findByRole('link', { name: /Kadaster 2026-10\.csv · rij 812/ }))
    const drawer = await screen.findByRole('dialog', { name: 'Bronrij' })
    expect(await within(drawer).findByText('in de bron: ‘POLDERGLAS BV’')).toBeTruthy()
    expect(engine.calls).toContainEqual({ name: 'sources.row', input: { recordId: 812 } })
  })
})

describe('a vault that closes by itself', () => {
  /** A vault that is gone from the disk once `take` is called. */
  function vanishing(): { answers: FakeAnswers; take: () => void } {
    let isGone = false
    return {
      take: () => (isGone = true),
      answers: {
        ...answers,
        'vault.status': () => (isGone ? closedStatus : openStatus),
        'company.get': () => {
          throw new FakeProblem('vault-missing')
        },
      },
    }
  }

  it('says that the file is gone', async () => {
    const vault = vanishing()
    openWindow(vault.answers)
    await opened('Overzicht')
    vault.take()
    act(() => void (window.location.hash = '#/bedrijf/company%3A14'))
    await screen.findByRole('heading', { name: 'Kluis openen' })
    expect(screen.getByRole('alert').textContent).toContain('Het kluisbestand is er niet meer')
  })

  it('says that the engine stopped, and that it comes back', async () => {
    const vault = vanishing()
    const { engine } = openWindow(vault.answers)
    await opened('Overzicht')
    vault.take()
    act(() => engine.announce({ type: 'stopped', willRestart: true }))
    await screen.findByRole('heading', { name: 'Kluis openen' })
    expect(screen.getByRole('alert').textContent).toContain('De rekenkern is gestopt')
  })

  it('says so too when it stops in the very moment the vault opens', async () => {
    const vault = vanishing()
    const { engine } = openWindow(vault.answers)
    // what the window shows is there before the effects of showing it
    const watcher = new MutationObserver(() => {
      if (!screen.queryByRole('navigation', { name: 'Hoofdmenu' })) return
      watcher.disconnect()
      vault.take()
      act(() => engine.announce({ type: 'stopped', willRestart: true }))
    })
    watcher.observe(document.body, { childList: true, subtree: true })
    await screen.findByRole('heading', { name: 'Kluis openen' })
    expect(screen.getByRole('alert').textContent).toContain('De rekenkern is gestopt')
  })
})
