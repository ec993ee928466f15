import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { addressSheet, answers, openStatus } from '../municipality.ts'
import { askedFor, openWindow } from '../openWindow.tsx'

describe('Overzicht', () => {
  it('shows what to do first when the vault is empty', async () => {
    openWindow({ ...answers, 'vault.status': () => ({ ...openStatus, counts: { ...openStatus.counts, deliveries: 0 } }) })
    expect(await screen.findByRole('heading', { name: 'Aan de slag' })).toBeTruthy()
  })

  it('shows counts, classes, deliveries and cases, and runs the two steps', async () => {
    const { user, engine } = openWindow({ ...answers, 'link.run': () => new Promise(() => undefined) })
    expect(await screen.findByText('96.204')).toBeTruthy()
    expect(await screen.findByTitle('17 hoger, 141 gemiddeld, 61 lager, 19 onvoldoende gegevens')).toBeTruthy()
    expect(await screen.findByText('Glashandel Markerkant')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Koppelen: starten' }))
    await waitFor(() => expect(askedFor(engine)).toContain('link.run'))
    expect(screen.getAllByText('Koppelen').length).toBeGreaterThan(1)
  })

  it('says after linking what it met', async () => {
    const report = {
      addresses: { bag: 0, exact: 3, normalised: 0, fuzzy: 0, ambiguous: 0, none: 0, notGiven: 0, decided: 0 }, nodes: { address: 3, company: 1, person: 1 }, links: {},
      pairs: { compared: 0, linked: 0, proposed: 0, refused: 0 }, clusters: [], remarks: ['12 rijen noemen niemand.'],
    }
    const { user } = openWindow({ ...answers, 'link.run': () => report })
    await user.click(await screen.findByRole('button', { name: 'Koppelen: starten' }))
    expect(await screen.findByText('12 rijen noemen niemand.')).toBeTruthy()
  })

  it('warns when the log no longer holds', async () => {
    openWindow({ ...answers, 'vault.status': () => ({ ...openStatus, log: { lines: 9, intact: false } }) })
    expect((await screen.findByRole('alert')).textContent).toContain('Het logboek klopt niet meer')
  })
})

describe('what came to light when the vault was opened', () => {
  it.each([
    [{ isFirstHere: true, destroyedAgain: 0, clearedChange: false }, /niet eerder geopend/],
    [{ isFirstHere: false, destroyedAgain: 0, clearedChange: true }, /wijziging van de wachtwoordzin is onderweg afgebroken/],
    [{ isFirstHere: false, destroyedAgain: 0, clearedChange: true }, /wijziging van de wachtwoordzin is onderweg afgebroken/],
    [{ isFirstHere: false, destroyedAgain: 1, clearedChange: false }, /1 casus, signaal, verwijzing, Bibob-dossier of set scores stond er nog in en is bij het openen opnieuw vernietigd/],
  ])('says so (%o)', async (opening, words) => {
    openWindow({ ...answers, 'vault.status': () => ({ ...openStatus, opening }) })
    expect(await screen.findByText(words)).toBeTruthy()
  })

  it('leads whoever may change the passphrase to where that is done', async () => {
    const opening = { isFirstHere: false, destroyedAgain: 0, clearedChange: true }
    const { user } = openWindow({ ...answers, 'user.list': () => [], 'vault.status': () => ({ ...openStatus, opening, actor: { account: 'b', name: 'B.', roles: ['admin'] } }) })
    await user.click(await screen.findByRole('link', { name: 'Naar Gebruikers' }))
    expect(await screen.findByRole('tab', { name: 'Gebruikers', selected: true })).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Wachtwoordzin wijzigen…' })).toBeTruthy()
  })
})

describe('Zoeken', () => {
  it('groups hits by how they were found, and opens one from the keyboard', async () => {
    const { user } = openWindow(answers, { route: '#/zoeken' })
    // not typed through user-event: it would dispatch a change event in the middle of the field's unmounting
    fireEvent.change(await screen.findByLabelText('Adres, postcode, bedrijfsnaam, KVK-nummer of naam'), { target: { value: 'markerkant' } })
    await screen.findByText('Gevonden in een andere schrijfwijze')
    const groups = screen.getAllByRole('group').filter((group) => within(group).queryAllByRole('option').length > 0)
    expect(groups.map((group) => within(group).getAllByRole('option').length)).toEqual([2, 4, 1])
    expect(screen.getByText('7 gevonden')).toBeTruthy()
    await user.keyboard('{ArrowDown}{ArrowUp}{Enter}')
    expect(await screen.findByRole('heading', { level: 1, name: 'Markerkant 12-34' })).toBeTruthy()
  })

  it('asks nothing without a purpose', async () => {
    const { user, engine } = openWindow({ ...answers, 'vault.status': () => ({ ...openStatus, purpose: null }) }, { route: '#/zoeken' })
    await user.type(await screen.findByLabelText('Adres, postcode, bedrijfsnaam, KVK-nummer of naam'), 'markerkant')
    expect(screen.getByText('Kies eerst een doel')).toBeTruthy()
    expect(askedFor(engine)).toEqual([])
  })

  it('says that persons are left out where the purpose does not open them, and does not ask for persons alone', async () => {
    const purpose = { id: 'gebiedsbeeld', label: 'Gebieds- en branchebeeld', ground: '', compartments: ['sources' as const, 'index' as const], caseNumber: '' }
    const { user, engine } = openWindow({ ...answers, 'vault.status': () => ({ ...openStatus, purpose }) }, { route: '#/zoeken' })
    fireEvent.change(await screen.findByLabelText('Adres, postcode, bedrijfsnaam, KVK-nummer of naam'), { target: { value: 'markerkant' } })
    expect(await screen.findByText(/^Personen zijn niet doorzocht/)).toBeTruthy()
    const asked = engine.calls.length
    await user.click(screen.getByRole('radio', { name: 'Personen' }))
    expect(await screen.findByText('Onder dit doel zoekt u geen personen')).toBeTruthy()
    expect(engine.calls.slice(asked).filter(({ name }) => name === 'search.suggest')).toEqual([])
  })
})

describe('Adresblad', () => {
  it('shows hits before no-hits, with contact role and without content', async () => {
    openWindow(answers, { route: '#/adres/address%3A0034200000123456' })
    const departments = within(await screen.findByRole('region', { name: 'Bekend bij afdelingen' }))
    const rows = departments.getAllByRole('rowheader').map((cell) => cell.textContent)
    expect(rows.slice(0, 2)).toEqual(['Vergunningen, toezicht en handhaving', 'Sociale recherche'])
    expect(departments.getByText('balie sociale recherche')).toBeTruthy()
  })

  it('leads to the other addresses of the object, says which departments know those, and that the address was withdrawn', async () => {
    const other = { key: 'address:0034200000123457', label: 'Markerkant 12-36, Almere' }
    const [first, ...rest] = addressSheet.departments.filter(({ isHit }) => !isHit)
    const sheet = {
      ...addressSheet, withdrawn: 'Dit adres is in de BAG ingetrokken op 01-05-2018.', sameObject: [{ ...other, isMain: true }],
      departments: first ? [{ ...first, alsoAt: [other] }, ...rest] : rest,
    }
    openWindow({ ...answers, 'address.get': () => sheet }, { route: '#/adres/address%3A0034200000123456' })
    const departments = within(await screen.findByRole('region', { name: 'Bekend bij afdelingen' }))
    expect(departments.getByText(/hit op ander adres van dit object/).textContent).toContain('Markerkant 12-36, Almere')
    expect(screen.getAllByRole('link', { name: other.label })).toHaveLength(2)
    expect(screen.getByText(/\(hoofdadres\)/)).toBeTruthy()
    expect(screen.getByText(sheet.withdrawn)).toBeTruthy()
  })

  it('has the succession as a chart and as a table', async () => {
    const { user } = openWindow(answers, { route: '#/adres/address%3A0034200000123456' })
    expect(await screen.findByText('periode onbekend')).toBeTruthy()
    await user.click(screen.getByRole('radio', { name: 'Tabel' }))
    expect(screen.getByRole('grid', { name: 'Opvolging en feiten' }).getAttribute('aria-rowcount')).toBe('11')
  })
})

describe('Verantwoording', () => {
  it('pages through the log, filters it, and reads keys in words', async () => {
    const { user, engine } = openWindow(answers, { route: '#/verantwoording' })
    expect(await screen.findByText('200 van 4.218 regels')).toBeTruthy()
    expect((await screen.findAllByText('adres 0034200000123456')).length).toBeGreaterThan(0)
    await user.type(screen.getByLabelText('Naam, onderwerp of zaaknummer'), 'markerkant')
    await waitFor(() => expect(engine.calls).toContainEqual({ name: 'audit.list', input: { limit: 200, text: 'markerkant' } }))
  })

  it('says which line breaks the chain', async () => {
    const { user } = openWindow(
      { ...answers, 'audit.verify': () => ({ lines: 4218, intact: false, brokenAt: 2107, clockBackAt: 2100, anchor: 'log-shorter', head: null, isHeadSound: false, lastHash: '' }) },
      { route: '#/verantwoording' },
    )
    await user.click(await screen.findByRole('button', { name: 'Logboek controleren' }))
    const alert = await screen.findByRole('alert')
    expect(alert.textContent).toContain('Regel 2.107 volgt niet')
    expect(alert.textContent).toContain('ontbreken regels')
    expect(alert.textContent).toContain('Het begin van het logboek is verlegd')
    expect(alert.textContent).toContain('Regel 2.100 zegt ouder te zijn')
  })
})
