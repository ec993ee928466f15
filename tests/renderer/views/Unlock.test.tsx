import { screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { FakeProblem, type FakeAnswers } from '../fakeEngine.ts'
import { answers, closedStatus, openStatus } from '../municipality.ts'
import { askedFor, openWindow } from '../openWindow.tsx'

const closed: FakeAnswers = { ...answers, 'vault.status': () => closedStatus }
const passphrase = 'kaars ladder mossel tram wolk'

/** A vault that is open once it has been made or opened. */
function opening(more: FakeAnswers): FakeAnswers {
  let isOpen = false
  return {
    ...answers,
    'vault.status': () => (isOpen ? openStatus : closedStatus),
    'vault.create': () => {
      isOpen = true
      return openStatus
    },
    'vault.open': () => {
      isOpen = true
      return openStatus
    },
    ...more,
  }
}

describe('Ontgrendelen', () => {
  it('tells a wrong passphrase at the field, and empties it', async () => {
    const { user } = openWindow(closed)
    const field = await screen.findByLabelText('Wachtwoordzin')
    await user.type(field, 'mis{Enter}')
    expect(await screen.findByText(/De wachtwoordzin klopt niet/)).toBeTruthy()
    expect(field.getAttribute('aria-invalid')).toBe('true')
    expect(field).toHaveProperty('value', '')
  })

  it('tells a damaged vault apart from a wrong passphrase', async () => {
    const { user } = openWindow({
      ...closed,
      'vault.open': () => {
        throw new FakeProblem('vault-damaged')
      },
    })
    await user.type(await screen.findByLabelText('Wachtwoordzin'), 'goed{Enter}')
    expect((await screen.findByRole('alert')).textContent).toContain('beschadigd')
  })

  it('opens the chosen vault', async () => {
    const { user, engine } = openWindow(opening({}))
    await user.click(await screen.findByRole('radio', { name: 'Demogemeente' }))
    await user.type(screen.getByLabelText('Wachtwoordzin'), `${passphrase}{Enter}`)
    await waitFor(() => expect(engine.calls).toContainEqual({ name: 'vault.open', input: { file: 'token Demogemeente.kluis', passphrase } }))
  })

  it('makes a vault with name, roles and place, but not with a weak passphrase', async () => {
    const { user, engine } = openWindow(opening({}))
    await user.click(await screen.findByRole('tab', { name: 'Nieuwe kluis' }))
    await user.type(screen.getByLabelText('Uw naam'), 'A. Analist')
    await user.click(screen.getByRole('checkbox', { name: /regisseur/ }))
    await user.click(screen.getByRole('button', { name: /Kiezen/ }))
    await user.type(screen.getByLabelText('Wachtwoordzin'), 'kort')
    await user.type(screen.getByLabelText('Wachtwoordzin herhalen'), 'kort')
    await user.click(screen.getByRole('button', { name: 'Kluis maken' }))
    expect(askedFor(engine)).toEqual([])
    expect(screen.getByText(/Ten minste 12 tekens/)).toBeTruthy()
    await user.clear(screen.getByLabelText('Wachtwoordzin'))
    await user.clear(screen.getByLabelText('Wachtwoordzin herhalen'))
    await user.type(screen.getByLabelText('Wachtwoordzin'), passphrase)
    await user.type(screen.getByLabelText('Wachtwoordzin herhalen'), passphrase)
    await user.click(screen.getByRole('button', { name: 'Kluis maken' }))
    await waitFor(() =>
      expect(engine.calls).toContainEqual({
        name: 'vault.create',
        input: { file: 'token Ondermijning.kluis', passphrase, name: 'A. Analist', roles: ['analyst', 'admin', 'director'] },
      }),
    )
  })

  it('offers the demo municipality to a newcomer, shows its making, and survives a failure of it', async () => {
    let fails = true
    const { user, engine } = openWindow(
      opening({
        'demo.fill': async (_input, call) => {
          call.progress({ step: 'Adressen schrijven', done: 1, total: 2 })
          if (!fails) return { deliveries: 9, set: { id: 1, resultHash: 'b2' } }
          await call.cancelled
          throw new FakeProblem('cancelled')
        },
      }),
      { shell: { recentVaults: async () => [] } },
    )
    await user.click(await screen.findByRole('radio', { name: '2.000' }))
    await user.click(screen.getByRole('button', { name: /Kiezen/ }))
    await user.type(screen.getByLabelText('Wachtwoordzin'), passphrase)
    await user.type(screen.getByLabelText('Wachtwoordzin herhalen'), passphrase)
    await user.click(screen.getByRole('button', { name: 'Demogemeente maken' }))
    engine.announce({ type: 'changed', topics: ['vault'] })
    expect(await screen.findByText('Adressen schrijven')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Afbreken' }))
    expect(await screen.findByText(/nog niet gevuld/)).toBeTruthy()
    fails = false
    await user.click(screen.getByRole('button', { name: 'Opnieuw vullen' }))
    expect(await screen.findByRole('heading', { level: 1, name: 'Overzicht' })).toBeTruthy()
    const fill = { addresses: 2000, seed: 7 }
    expect(engine.calls.filter(({ name }) => name === 'demo.fill').map(({ input }) => input)).toEqual([fill, fill])
  })

  it('stays with the making of the demo municipality when the engine was slow to say that no vault is open', async () => {
    const firstStatus = Promise.withResolvers<typeof closedStatus>()
    let asked = 0
    const { user, engine } = openWindow(
      opening({
        'vault.status': () => (asked++ === 0 ? firstStatus.promise : openStatus),
        'vault.create': () => {
          firstStatus.resolve(closedStatus)
          return openStatus
        },
        'demo.fill': async (_input, call) => {
          call.progress({ step: 'Adressen schrijven', done: 1, total: 2 })
          await call.cancelled
          throw new FakeProblem('cancelled')
        },
      }),
      { shell: { recentVaults: async () => [] } },
    )
    await user.click(await screen.findByRole('button', { name: /Kiezen/ }))
    await user.type(screen.getByLabelText('Wachtwoordzin'), passphrase)
    await user.type(screen.getByLabelText('Wachtwoordzin herhalen'), passphrase)
    await user.click(screen.getByRole('button', { name: 'Demogemeente maken' }))
    engine.announce({ type: 'changed', topics: ['vault'] })
    expect(await screen.findByText('Adressen schrijven')).toBeTruthy()
    expect(screen.queryByRole('navigation')).toBeNull()
  })
})
