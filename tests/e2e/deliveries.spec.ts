import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { writeWorkbook } from '../fixtures/workbook.ts'
import { ask } from './demoVault.ts'
import { beginAtSources, drop } from './intake.ts'
import type { Application } from './launch.ts'
import { inOneSitting } from './sitting.ts'

/** One source over time, as the person who takes deliveries in lives it; each test goes on where the one before it stopped. */
test.describe.configure({ mode: 'serial', timeout: 120_000 })

let application: Application

inOneSitting(async (opened) => {
  application = opened
  await beginAtSources(application)
})

const HEADINGS = ['Zaaknr.', 'Datum controle', 'Soort', 'Bevindingen', 'Kleur vlag', 'Adres', 'Nationaliteit']

async function inspections(page: Page): Promise<unknown> {
  const reply = await ask(page, 'sources.deliveries', {})
  return reply.ok ? reply.value : reply.problem
}

test('a dirty book is dropped: one column is corrected, the refusals are looked at, and it is taken in', async () => {
  const { page, folder } = application
  const book = join(folder, 'Controles handhaving 2025-09.xlsx')
  writeWorkbook(book, [
    ['Controles team Handhaving, september 2025'],
    [],
    HEADINGS,
    ['HH-1', '3-9-2025', 'horeca', 'geen bijzonderheden', 'vastgoed', 'Markerkant 12, 1314 AN Almere', 'x'],
    ['HH-2', '31-09-2025', 'horeca', 'overtr.', 'hennep', 'Markerkant 14', 'x'],
    ['HH-3', '9-9-2025', 'horeca', 'niet thuis', 'hennep', 'Markerkant 16', 'x'],
    ['Totaal', 3, null, null, null, null, null],
  ])
  await drop(page, book)
  await expect(page.getByRole('heading', { level: 2, name: 'Controles handhaving 2025-09.xlsx' })).toBeVisible()
  await expect(page.getByText('Nooit ingelezen: Nationaliteit.')).toBeVisible()
  await expect(page.getByRole('row', { name: /Kleur vlag/ })).toContainText('geen veld met deze kop')
  await page.getByRole('button', { name: /Veld voor kolom Kleur vlag/ }).click()
  await page.getByRole('option', { name: 'Fenomeen' }).click()

  await page.getByRole('button', { name: 'Proefinlezing' }).click()
  const trial = page.getByRole('region', { name: 'Proefinlezing: er is nog niets ingenomen' })
  await expect(trial.getByRole('row', { name: /geweigerd/ })).toContainText('31-09-2025')
  await page.getByRole('button', { name: 'Innemen', exact: true }).click()
  const taken = page.getByRole('region', { name: 'Ingenomen', exact: true })
  await application.answerSave(join(folder, 'terug.xlsx'))
  await taken.getByRole('button', { name: 'Geweigerde rijen opslaan' }).click()
  await expect(page.getByText('1 geweigerde rij opgeslagen')).toBeVisible()
  expect(readFileSync(join(folder, 'terug.xlsx')).subarray(0, 2).toString()).toBe('PK')
})

test('the next delivery follows it, with the mapping remembered, and shows what changed before it is accepted', async () => {
  const { page, folder } = application
  const csv = join(folder, 'Controles handhaving 2025-10.csv')
  const rows = [
    HEADINGS, ['HH-1', '3-9-2025', 'horeca', 'overtreding', 'vastgoed', 'Markerkant 12, 1314 AN Almere', ''],
    ['HH-4', '8-10-2025', 'horeca', 'kwekerij', '', 'Markerkant 20', ''],
  ]
  writeFileSync(csv, rows.map((row) => `${row.map((cell) => (cell.includes(',') ? `"${cell}"` : cell)).join(',')}\r\n`).join(''))
  await drop(page, csv)
  await page.getByRole('button', { name: /Controles handhaving 2025-10.csv/ }).first().click()
  await expect(page.getByRole('row', { name: /Kleur vlag/ })).toContainText('onthouden van')
  await expect(page.getByRole('button', { name: /Volgt op/ })).toContainText('Controles handhaving 2025-09.xlsx')
  await page.getByRole('button', { name: /Deze levering is/ }).click()
  await page.getByRole('option', { name: /De hele stand/ }).click()
  await page.getByRole('button', { name: 'Proefinlezing' }).click()
  const change = page.getByRole('region', { name: 'Sinds de vorige levering' })
  await expect(change.getByText('gewijzigd').first()).toBeVisible()
  await expect(change).toContainText('geen-bijzonderheden')
  await change.getByRole('radio', { name: 'Verdwenen' }).click()
  await expect(change).toContainText('HH-3')
  expect(await inspections(page)).toHaveLength(1)
  await page.getByRole('button', { name: 'Innemen', exact: true }).click()
  await expect(page.getByRole('region', { name: 'Ingenomen', exact: true })).toBeVisible()
  expect(await inspections(page)).toMatchObject([{ added: 1, changed: 1, gone: 1, unchanged: 0 }, {}])
})

test('and it is withdrawn: what used it is shown, a reason is asked, and what was before stands again', async () => {
  const { page } = application
  await page.getByRole('radio', { name: 'Leveringen' }).click()
  await page.getByRole('row', { name: /Controles handhaving 2025-10.csv/ }).click()
  await page.getByRole('button', { name: 'Levering intrekken' }).click()
  const dialog = page.getByRole('alertdialog', { name: 'Deze levering intrekken?' })
  await expect(dialog).toContainText('Geen casus, verstrekking of score gebruikte deze levering.')
  await expect(dialog.getByRole('button', { name: 'Intrekken', exact: true })).toBeDisabled()
  await dialog.getByRole('textbox').fill('Verkeerd bestand van de afdeling ontvangen')
  await dialog.getByRole('button', { name: 'Intrekken', exact: true }).click()
  await expect(page.getByText('2 rijen ingetrokken')).toBeVisible()
  await expect(page.getByRole('row', { name: /Controles handhaving 2025-10.csv/ })).toContainText('ingetrokken')
  expect(await inspections(page)).toMatchObject([{ withdrawnReason: 'Verkeerd bestand van de afdeling ontvangen' }, { withdrawnAt: null }])
})
