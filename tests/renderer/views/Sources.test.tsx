import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { FakeProblem } from '../fakeEngine.ts'
import { answers } from '../municipality.ts'
import { askedFor, openWindow } from '../openWindow.tsx'
import { staleSet } from '../scoreAnswers.ts'
import { outcome, sourcesAnswers, textView } from '../sourcesAnswers.ts'

const route = '#/bronnen'
const known = { ...answers, ...sourcesAnswers }

/** The screen with the one workbook of the fake shell chosen. */
async function withFile(more = {}) {
  const opened = openWindow({ ...known, ...more }, { route })
  await opened.user.click(await screen.findByRole('button', { name: /Bestanden kiezen/ }))
  return opened
}

describe('Bronnen', () => {
  test('invites to drop files, and N chooses them', async () => {
    const { user, engine } = openWindow(known, { route })
    await screen.findByText('Sleep hier de bestanden van de afdelingen naartoe')
    await user.keyboard('n')
    expect(await screen.findByRole('heading', { name: 'Horeca 2026.xlsx' })).toBeDefined()
    expect(askedFor(engine)).toContain('sources.inspect')
  })

  test('shows how the file was read, each column with its reason, and what never goes in', async () => {
    await withFile()
    expect(await screen.findByText('Excel-werkmap (XLSX) · 184 kB')).toBeDefined()
    const row = screen.getByRole('row', { name: /Datum controle/ })
    expect(within(row).getByText('01-05-2026 · 02-05-26 · mei')).toBeDefined()
    expect(within(row).getByText('kop komt overeen; 98 % van de waarden past, die op rij 14 bijvoorbeeld niet')).toBeDefined()
    expect(screen.getByText('Nooit ingelezen: Nationaliteit. Deze gegevens mogen niet in de kluis.')).toBeDefined()
  })

  test('headings that come again half-way are no values', async () => {
    const [one] = textView(null).sheets
    if (!one) throw new Error('no sheet')
    const [title = [], day = [], headings = [], first = [], ...rest] = one.sample
    await withFile({ 'sources.inspect': () => ({ ...textView(null), sheets: [{ ...one, sample: [title, day, headings, first, headings, ...rest] }] }) })
    expect(within(await screen.findByRole('row', { name: /Datum controle/ })).getByText('01-05-2026 · 02-05-26 · mei')).toBeDefined()
  })

  test('a file for which a purpose is asked waits for it, and is not looked at', async () => {
    let isChosen = false
    const { user } = await withFile({
      'purpose.list': () => [{ id: 'gegevensbeheer', label: 'Leveringen innemen', ground: '', compartments: ['index'], roles: ['analyst', 'director'], needsCaseNumber: false }],
      'purpose.set': () => {
        isChosen = true
        return null
      },
      'sources.inspect': (input: never, call: never) => {
        if (!isChosen) throw new FakeProblem('purpose-missing')
        return Reflect.apply(sourcesAnswers['sources.inspect'] ?? (() => undefined), undefined, [input, call])
      },
    })
    const list = await screen.findByRole('list', { name: 'Bestanden in bewerking', hidden: true })
    expect(await within(list).findByText('wacht op een doel')).toBeDefined()
    await user.click(await screen.findByRole('button', { name: 'Doel kiezen' }))
    expect(await within(list).findByText('bekeken')).toBeDefined()
  })

  test('a field chosen by hand goes along in the dry run, and the real one follows it', async () => {
    const { user, engine } = await withFile()
    await user.click(await screen.findByRole('button', { name: /Veld voor kolom Handelsregister/ }))
    await user.click(await screen.findByRole('option', { name: 'KVK-nummer' }))
    expect(await screen.findByText('door u gekozen')).toBeDefined()
    await user.click(screen.getByRole('button', { name: 'Proefinlezing' }))
    expect(await screen.findByText('Proefinlezing: er is nog niets ingenomen')).toBeDefined()
    const asked = engine.calls.find(({ name }) => name === 'sources.preview')?.input
    expect(asked).toMatchObject({
      file: 'token Horeca 2026.xlsx',
      sheets: [{ sheet: '2026', columns: expect.arrayContaining([expect.objectContaining({ heading: 'Handelsregister', field: 'kvk' })]) }, { sheet: '2025' }],
    })
    await user.click(screen.getByRole('button', { name: 'Innemen' }))
    expect(await screen.findByRole('button', { name: 'Koppelen en scoren' })).toBeDefined()
  })

  test('a workbook with nothing in it is said to be empty, without a choice to make', async () => {
    const empty = textView(null)
    await withFile({ 'sources.inspect': () => ({ ...empty, sheets: empty.sheets.map((one) => ({ ...one, rows: 0, proposal: null, remarks: ['Dit blad is leeg.'] })) }) })
    expect(await screen.findByText('In dit bestand is geen blad met gegevens gevonden.')).toBeDefined()
    expect(screen.queryByRole('button', { name: /Soort levering/ })).toBeNull()
  })

  test('what there was to remark is saved as a list, also when nothing was refused', async () => {
    const report = () => ({ file: 'controles.csv', hash: 'ab'.repeat(32), sheets: [{ ...outcome('controles', 41), refused: 0 }] })
    const { user, engine } = await withFile({ 'sources.import': report })
    await user.click(await screen.findByRole('button', { name: 'Proefinlezing' }))
    await user.click(await screen.findByRole('button', { name: 'Innemen' }))
    await user.click(await screen.findByRole('button', { name: 'Opmerkingen opslaan' }))
    expect(await screen.findByText('21 opmerkingen opgeslagen, elk met blad, rij, kolom, waarde en reden.')).toBeDefined()
    expect(screen.queryByRole('button', { name: 'Geweigerde rijen opslaan' })).toBeNull()
    expect(engine.calls).toContainEqual({ name: 'sources.exportIssues', input: expect.objectContaining({ deliveryId: 41 }) })
  })

  test('areas that a delivery of areas does not have are named, before and after', async () => {
    const report = () => ({ file: 'buurten.geojson', hash: 'ab'.repeat(32), sheets: [{ ...outcome('buurten', 41), areasLeft: ['Buurt 1', 'Buurt 2', 'Buurt 3', 'Buurt 4'] }] })
    const { user } = await withFile({ 'sources.preview': report, 'sources.import': report })
    await user.click(await screen.findByRole('button', { name: 'Proefinlezing' }))
    const words = '4 gebieden die niet in dit bestand staan, blijven bestaan: Buurt 1, Buurt 2, Buurt 3 en nog 1. Is dit bestand de hele stand, '
    expect(await screen.findByText(`${words}kies dat dan bij ‘Deze levering is’, als vervolg op de eerdere levering.`)).toBeDefined()
    await user.click(screen.getByRole('button', { name: 'Innemen' }))
    expect(await screen.findByText(`${words}trek deze levering dan in en neem haar opnieuw in als hele stand.`)).toBeDefined()
  })

  test('refusals can be saved once the rows are in', async () => {
    const { user, engine } = await withFile()
    await user.click(await screen.findByRole('button', { name: 'Proefinlezing' }))
    await screen.findByText('Proefinlezing: er is nog niets ingenomen')
    expect(screen.queryByRole('button', { name: 'Geweigerde rijen opslaan' })).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Innemen' }))
    await user.click((await screen.findAllByRole('button', { name: 'Geweigerde rijen opslaan' }))[0] ?? document.body)
    await waitFor(() => expect(engine.calls.at(-1)).toEqual({ name: 'sources.exportRefusals', input: { deliveryId: 41, target: 'token Horeca 2026 - geweigerd.xlsx' } }))
  })

  test('after taking in, one button links and scores, says what linking met, and that findings were looked for anew', async () => {
    const { user, engine } = await withFile({
      'link.run': () => ({ addresses: { exact: 1, normalised: 0, fuzzy: 0, ambiguous: 0, none: 0 }, nodes: { address: 1, company: 0, person: 0 }, links: {}, remarks: ['Eén BSN staat bij veel verschillende namen.'] }),
      'score.run': () => staleSet,
    })
    await user.click(await screen.findByRole('button', { name: 'Proefinlezing' }))
    await user.click(await screen.findByRole('button', { name: 'Innemen' }))
    await user.click(await screen.findByRole('button', { name: 'Koppelen en scoren' }))
    await waitFor(() => expect(askedFor(engine)).toEqual(expect.arrayContaining(['link.run', 'score.run'])))
    expect(askedFor(engine).indexOf('link.run')).toBeLessThan(askedFor(engine).indexOf('score.run'))
    expect((await screen.findByText('Opgevallen bij het koppelen')).parentElement?.textContent).toContain('Eén BSN staat bij veel verschillende namen.')
    expect(screen.getByText('Gekoppeld en gescoord. Ook naar bevindingen is opnieuw gezocht.')).toBeDefined()
    await user.click(screen.getByRole('button', { name: 'Naar de bevindingen' }))
    expect(window.location.hash).toBe('#/bevindingen')
  })

  test('a file that cannot be read says why and can be looked at again', async () => {
    let tries = 0
    const { user } = await withFile({
      'sources.inspect': (input: never, call: never) => {
        tries += 1
        if (tries === 1) throw new FakeProblem('file-encrypted')
        return Reflect.apply(sourcesAnswers['sources.inspect'] ?? (() => undefined), undefined, [input, call])
      },
    })
    expect(await screen.findByText(/met een wachtwoord beveiligd/)).toBeDefined()
    await user.click(screen.getByRole('button', { name: 'Opnieuw bekijken' }))
    expect(await screen.findByText('Excel-werkmap (XLSX) · 184 kB')).toBeDefined()
  })

  test('another kind is proposed anew', async () => {
    const { user, engine } = await withFile()
    await user.click(await screen.findByRole('button', { name: /Soort levering/ }))
    await user.click(await screen.findByRole('option', { name: 'Maatregelen en ruimingen' }))
    await waitFor(() =>
      expect(engine.calls.findLast(({ name }) => name === 'sources.inspect')?.input).toEqual({
        file: 'token Horeca 2026.xlsx', choices: [{ sheet: '2026', kind: 'measure', headerRow: 3 }],
      }),
    )
  })

  test('garbled letters are mended unless the user leaves them', async () => {
    const { user, engine } = await withFile()
    await user.click(await screen.findByRole('checkbox', { name: 'Verminkte letters herstellen' }))
    await user.click(screen.getByRole('button', { name: 'Proefinlezing' }))
    await waitFor(() => expect(engine.calls.findLast(({ name }) => name === 'sources.preview')?.input).toMatchObject({ sheets: [{ sheet: '2026', keepsGarbled: true }, {}] }))
  })

  test('a text file is read again with another separator', async () => {
    const reading = { separator: ';', quote: '"', encoding: 'windows-1252' } as const
    const { user, engine } = await withFile({ 'sources.inspect': () => textView(reading) })
    await user.click(await screen.findByRole('button', { name: /Scheidingsteken/ }))
    await user.click(await screen.findByRole('option', { name: 'tab' }))
    await waitFor(() =>
      expect(engine.calls.findLast(({ name }) => name === 'sources.inspect')?.input).toEqual({
        file: 'token Horeca 2026.xlsx', choices: [{ sheet: 'Controles', kind: null, headerRow: null, text: { ...reading, separator: '\t' } }],
      }),
    )
  })

  test('a kind somebody chose stays when the file is read again in another way, and the choice keeps the focus', async () => {
    const reading = { separator: ';', quote: '"', encoding: 'windows-1252' } as const
    const { user, engine } = await withFile({ 'sources.inspect': () => textView(reading) })
    const kind = await screen.findByRole('button', { name: /Soort levering/ })
    kind.focus()
    await user.keyboard('{Enter}')
    await screen.findByRole('option', { name: 'Maatregelen en ruimingen' })
    await user.keyboard('maat{Enter}')
    await waitFor(() => expect(engine.calls.filter(({ name }) => name === 'sources.inspect')).toHaveLength(2))
    await waitFor(() => expect(screen.getByRole('button', { name: /Soort levering/ })).toBe(document.activeElement))
    await user.click(screen.getByRole('button', { name: /Scheidingsteken/ }))
    await user.click(await screen.findByRole('option', { name: 'tab' }))
    await waitFor(() =>
      expect(engine.calls.findLast(({ name }) => name === 'sources.inspect')?.input).toMatchObject({ choices: [{ sheet: 'Controles', kind: 'measure', text: { ...reading, separator: '\t' } }] }),
    )
  })

  test('deliveries open to what happened to their rows', async () => {
    const { user, engine } = openWindow(known, { route })
    await user.click(await screen.findByRole('radio', { name: 'Leveringen' }))
    const [, first] = await screen.findAllByRole('row')
    await user.click(first ?? document.body)
    expect(await screen.findByRole('grid', { name: 'Wat er met de rijen gebeurde' })).toBeDefined()
    expect(askedFor(engine)).toContain('sources.issues')
  })

  test('what is remembered opens version by version, and going back says first what it changes', async () => {
    const columns = (field: string | null) => [{ heading: 'Adres', field: 'Adres in één cel' }, { heading: 'Kleur', field }]
    const version = (number: number, field: string | null) => ({ version: number, kind: 'inspection', kindLabel: 'Controles', headerRow: 1, by: 'A. Analist', at: `2026-11-2${number}T09:00:00.000Z`, columns: columns(field) })
    const { user, engine } = openWindow(
      { ...known, 'sources.mappings': () => [{ shape: 'ab12', versions: [version(2, 'Fenomeen'), version(1, null)] }], 'sources.restoreMapping': () => ({ version: 3 }) },
      { route },
    )
    await user.click(await screen.findByRole('radio', { name: 'Leveringen' }))
    await user.click(await screen.findByRole('button', { name: 'Toewijzingen bekijken' }))
    await user.click(await screen.findByText('Controles', { selector: 'summary strong' }))
    expect(screen.getByText('2 koppen · versie 2 van 22-11-2026, A. Analist')).toBeDefined()
    expect(screen.getByText('Anders dan versie 1:').nextElementSibling?.textContent).toBe('Kleur: niet inlezen → Fenomeen')
    await user.click(screen.getByRole('button', { name: 'Weer gebruiken' }))
    expect(screen.getByText('Dit verandert er aan de versie die nu geldt:').nextElementSibling?.textContent).toBe('Kleur: Fenomeen → niet inlezen')
    expect(askedFor(engine)).not.toContain('sources.restoreMapping')
    await user.click(screen.getByRole('button', { name: 'Versie 1 weer gebruiken' }))
    await waitFor(() => expect(engine.calls).toContainEqual({ name: 'sources.restoreMapping', input: { shape: 'ab12', version: 1 } }))
    expect(await screen.findByText('Versie 1 geldt weer, als versie 3.')).toBeDefined()
  })

  test('files dropped on the screen are taken up', async () => {
    openWindow(known, { route })
    const title = await screen.findByText('Sleep hier de bestanden van de afdelingen naartoe')
    const drop = new Event('drop', { bubbles: true })
    Object.defineProperty(drop, 'dataTransfer', { value: { files: [new File(['x'], 'Horeca 2026.xlsx')], types: ['Files'] } })
    title.dispatchEvent(drop)
    expect(await screen.findByRole('heading', { name: 'Horeca 2026.xlsx' })).toBeDefined()
  })
})
