import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type Page, type TestInfo } from '@playwright/test'
import { expectAccessible } from './accessible.ts'
import { choosePurpose, goTo, makeDemoVault } from './demoVault.ts'
import type { Application } from './launch.ts'
import { dragMap, mapPixels, shareMoved } from './mapHands.ts'
import { inOneSitting } from './sitting.ts'

/** The scores as an analyst and whoever answers for them use them, in one sitting, with a picture of every part. */
test.describe.configure({ mode: 'serial', timeout: 180_000 })

let application: Application

inOneSitting(async (opened) => {
  application = opened
  await makeDemoVault(application, '2.000')
  await choosePurpose(application.page, 'RIEC-casus voorbereiden', 'Z-2026-0117')
})

/** Looked at by a machine, and kept for people. */
async function look(page: Page, info: TestInfo, name: string): Promise<void> {
  await expectAccessible(page)
  await page.screenshot({ path: info.outputPath(`${name}.png`) })
}

test('from the map to an explanation with the keyboard', async ({}, info) => {
  const { page } = application
  await goTo(page, 'Gebieden')
  const map = page.getByRole('listbox', { name: /Kaart van de buurten/ })
  await expect(map).toBeVisible()
  await look(page, info, 'kaart')
  await map.focus()
  await page.keyboard.press('ArrowRight')
  const named = ((await map.getByRole('option').textContent()) ?? '').split('\n')[0] ?? ''
  await page.keyboard.press('Enter')
  await expect(page.getByRole('region', { name: `Onderbouwing ${named}` })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('region', { name: /^Onderbouwing/ })).toBeHidden()
})

test('the map follows the hand, and where its picture ends it is drawn again', async ({}, info) => {
  const { page } = application
  for (let press = 0; press < 3; press += 1) await page.getByRole('button', { name: 'Vergroten' }).click()
  await page.mouse.move(1, 1)
  const before = await mapPixels(page)
  const far = Math.round(before.width * 0.45)
  await dragMap(page, 40, 24)
  const near = await mapPixels(page)
  expect(shareMoved(before, near, 40, 24)).toBe(1)
  // further than what is drawn beyond the edges
  await dragMap(page, -far, 0)
  await look(page, info, 'kaart-verschoven')
  expect(shareMoved(near, await mapPixels(page), -far, 0)).toBeGreaterThan(0.98)
  await dragMap(page, far, 0)
  expect(shareMoved(near, await mapPixels(page), 0, 0)).toBeGreaterThan(0.98)
  await page.getByRole('button', { name: 'Hele gemeente' }).click()
})

test('the explanation part by part', async ({}, info) => {
  const { page } = application
  // the list still stands where the map had brought it
  await page.getByRole('grid', { name: /Rangorde/ }).getByRole('row').nth(1).click()
  await page.keyboard.press('Home')
  await page.keyboard.press('Enter')
  const parts = page.getByRole('tablist', { name: 'Delen van de onderbouwing' })
  await parts.getByRole('tab', { name: 'Opbouw' }).focus()
  const shown = ['Waaruit de score bestaat', 'Wat hier opvalt', 'Zonder de levering van één afdeling', 'Geteld', 'Wat een aanwijzing waard is']
  for (const [place, words] of shown.entries()) {
    await expect(page.getByRole('tabpanel').getByText(words, { exact: true }).first()).toBeVisible()
    await look(page, info, `onderbouwing-${place + 1}`)
    await page.keyboard.press('ArrowRight')
  }
})

test('what a flag is worth at another base rate', async () => {
  const { page } = application
  await page.getByRole('tab', { name: 'Kansrekening' }).click()
  await expect(page.getByText('8,3 % raak')).toBeVisible()
  await page.getByLabel('Panden in gebruik').fill('10')
  await expect(page.getByText('66,7 % raak')).toBeVisible()
})

test('other weights beside the official ones, and a proposal its maker cannot decide on', async ({}, info) => {
  const { page } = application
  await page.getByRole('heading', { level: 1 }).click()
  await page.keyboard.press('w')
  const dialog = page.getByRole('dialog', { name: /^Wat als/ })
  const points = dialog.getByRole('row').getByRole('textbox')
  const [first, second] = [points.nth(0), points.nth(1)]
  const [more, less] = [Number(await first.inputValue()) + 5, Number(await second.inputValue()) - 5]
  await first.fill(String(more))
  await second.fill(String(less))
  await expect(dialog.getByText('Samen 100 punten')).toBeVisible()
  await dialog.getByLabel('Naam van deze variant').fill('Proef')
  await look(page, info, 'wat-als')
  await dialog.getByRole('button', { name: 'Uitrekenen en bewaren' }).click()
  await expect(dialog.getByRole('grid', { name: 'Officiële set naast Proef' }).getByRole('row').nth(1)).toBeVisible({ timeout: 60_000 })
  await look(page, info, 'wat-als-vergelijken')

  await dialog.getByRole('tab', { name: 'Andere weging' }).click()
  await points.nth(0).fill(String(more))
  await points.nth(1).fill(String(less))
  await dialog.getByRole('button', { name: 'Voorstellen als officieel…' }).click()
  await dialog.getByLabel('Motivering').fill('De eerste indicator is betrouwbaarder gebleken dan de tweede.')
  await dialog.getByRole('button', { name: 'Voorstellen' }).click()
  await expect(dialog.getByText('Dit is uw eigen voorstel. Een ander besluit erover.')).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Goedkeuren' })).toHaveCount(0)
  await look(page, info, 'voorstel')
  await page.keyboard.press('Escape')
})

test('a half-life is chosen, and its effect stands beside the official set', async ({}, info) => {
  const { page } = application
  await page.getByRole('heading', { level: 1 }).click()
  await page.keyboard.press('w')
  const dialog = page.getByRole('dialog', { name: /^Wat als/ })
  await dialog.getByRole('button', { name: /Halfwaardetijd: Geruimde kwekerijen/ }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('option', { name: '1 jaar', exact: true }).click()
  await dialog.getByLabel('Naam van deze variant').fill('Verjaard')
  await look(page, info, 'halfwaardetijd')
  await dialog.getByRole('button', { name: 'Uitrekenen en bewaren' }).click()
  const grid = dialog.getByRole('grid', { name: 'Officiële set naast Verjaard' })
  await expect(grid.getByRole('row').nth(1)).toBeVisible({ timeout: 60_000 })
  const headings = await grid.getByRole('columnheader').allTextContents()
  const cells = await grid.getByRole('gridcell').allTextContents()
  const column = (heading: string) => cells.filter((_, i) => i % headings.length === headings.indexOf(heading))
  expect(column('Score').length).toBeGreaterThan(0)
  expect(column('Score variant')).not.toEqual(column('Score'))
  await look(page, info, 'halfwaardetijd-vergelijken')
  await dialog.getByRole('tab', { name: 'Andere weging' }).click()
  await dialog.getByRole('button', { name: /Halfwaardetijd: Geruimde kwekerijen/ }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('option', { name: '1 jaar', exact: true }).click()
  await dialog.getByRole('button', { name: 'Voorstellen als officieel…' }).click()
  await dialog.getByLabel('Motivering').fill('Een ruiming van jaren geleden zegt minder over nu.')
  await dialog.getByRole('button', { name: 'Voorstellen' }).click()
  await expect(dialog.getByText(/Geruimde kwekerijen.*: halfwaardetijd 1 jaar \(nu geen\)/)).toBeVisible()
  await page.keyboard.press('Escape')
})

test('where a branch is concentrated', async ({}, info) => {
  const { page } = application
  await goTo(page, 'Branches')
  await page.getByRole('grid', { name: /Rangorde/ }).getByRole('row').nth(1).click()
  await page.getByRole('tab', { name: 'Spreiding' }).click()
  await expect(page.getByText('Waar deze branche sterk zit')).toBeVisible()
  await look(page, info, 'spreiding')
})

test('a list to inspect, its outcomes, and the scoreboard they make', async ({}, info) => {
  const { page } = application
  await goTo(page, 'Verantwoording')
  await page.getByRole('tab', { name: 'Controlelijsten' }).click()
  await page.getByRole('button', { name: 'Lijst trekken…' }).click()
  await page.getByLabel('Adressen per helft').fill('2')
  await page.getByLabel('Startwoord').fill('proef')
  await page.getByRole('button', { name: 'Trekken', exact: true }).click()
  const outcomes = page.getByRole('table', { name: 'Lijst 1' }).getByRole('button', { name: /Uitkomst/ })
  await expect(outcomes).toHaveCount(4)
  for (let place = 0; place < 4; place += 1) {
    await outcomes.nth(place).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('option', { name: place === 0 ? 'bevestigd' : 'niet bevestigd', exact: true }).click()
  }
  await expect(page.getByRole('gridcell', { name: '4 van 4' })).toBeVisible()
  await look(page, info, 'controlelijst')
  await page.getByRole('tab', { name: 'Scorebord' }).click()
  await expect(page.getByText('Meegeteld: 1 complete lijst.')).toBeVisible()
  await look(page, info, 'scorebord')
})

test('looking back, computing again, and a sheet saved as a document', async ({}, info) => {
  const { page, folder } = application
  await page.getByRole('tab', { name: 'Terugkijken' }).click()
  await page.getByRole('button', { name: 'Terugkijken' }).click()
  // measures and reports had been delivered a year before; the trade register had not
  await expect(page.getByText(/^\d+ vondsten? tussen /)).toBeVisible({ timeout: 60_000 })
  await look(page, info, 'terugkijken')
  await page.getByRole('tabpanel').getByRole('radio', { name: 'Witwassen' }).click()
  await page.getByRole('button', { name: 'Terugkijken' }).click()
  await expect(page.getByText(/te weinig geleverd om een buurt te scoren/)).toBeVisible({ timeout: 60_000 })
  await page.getByRole('tab', { name: 'Narekenen' }).click()
  await page.getByRole('button', { name: 'Alles narekenen' }).click()
  await expect(page.getByRole('table', { name: 'Alles narekenen' }).getByText('gelijk')).toHaveCount(3, { timeout: 60_000 })
  await expect(page.getByText('klopt niet')).toHaveCount(0)
  await look(page, info, 'narekenen')
  await page.getByRole('tab', { name: 'Bladen' }).click()
  await page.getByRole('tab', { name: 'Algoritmeregister' }).click()
  await look(page, info, 'bladen')
  const target = join(folder, 'Algoritmeregister.docx')
  await application.answerSave(target)
  await page.getByRole('button', { name: 'Opslaan…' }).click()
  await expect(page.getByText('Algoritmeregister.docx is opgeslagen.')).toBeVisible()
  expect(existsSync(target)).toBe(true)
})
