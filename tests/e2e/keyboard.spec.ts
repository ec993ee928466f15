import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type Locator } from '@playwright/test'
import { choosePurpose, makeDemoVault } from './demoVault.ts'
import type { Application } from './launch.ts'
import { inOneSitting } from './sitting.ts'

/** The main job with the keyboard alone, in one sitting; dialogs of the system are answered. Whatever a step takes away, the focus has a place. */
test.describe.configure({ mode: 'serial', timeout: 180_000 })

/** so many times one presses Tab before what one wants is out of reach; a case may be proposed a fact for every link of its picture */
const MOST_TABS = 120

let application: Application

inOneSitting(async (opened) => {
  application = opened
  await makeDemoVault(application, '2.000')
  await choosePurpose(application.page, 'RIEC-casus voorbereiden', 'Z-2026-0117')
})

const press = (...keys: string[]) => keys.reduce((before, key) => before.then(() => application.page.keyboard.press(key)), Promise.resolve())
const button = (name: string | RegExp) => application.page.getByRole('button', { name, exact: true })
const screen = (name: string) => application.page.getByRole('heading', { level: 1, name })

/** Presses Tab until something has the focus. */
async function tabTo(wanted: Locator): Promise<void> {
  const isThere = () => wanted.evaluateAll((found) => found.some((element) => element === document.activeElement))
  for (let tabs = 0; tabs < MOST_TABS && !(await isThere()); tabs += 1) await press('Tab')
  expect(await isThere(), `${String(wanted)} is reached with Tab`).toBe(true)
}

async function pressOn(wanted: Locator, key = 'Enter'): Promise<void> {
  await tabTo(wanted)
  await press(key)
}

const keepsFocus = () => expect(application.page.locator('body:focus')).toHaveCount(0)

/** By the name of a screen in the palette. */
async function goByName(name: string): Promise<void> {
  await press('Control+k')
  await application.page.keyboard.type(name)
  await expect(application.page.locator('.palette-option[data-focused]')).toHaveText(name)
  await press('Enter')
  await expect(screen(name)).toBeVisible()
}

test('a delivery is looked at, tried, taken in, linked and scored', async () => {
  const { page, folder } = application
  const file = join(folder, 'controles.csv')
  writeFileSync(file, 'Zaaknr.;Straat;Huisnr;PC;Plaats;Datum controle;Soort;Thema;Bevindingen\r\nHH-1;Snikweg;1;1329CV;Almere;3-2-2026;adrescontrole;witwas;Geen bijzonderheden\r\n')
  await application.answerOpen(file)
  await goByName('Bronnen')
  await press('n')
  await expect(page.getByRole('heading', { level: 2, name: 'controles.csv' })).toBeVisible()
  await pressOn(button('Proefinlezing'))
  await expect(page.getByText('Proefinlezing: er is nog niets ingenomen')).toBeVisible()
  await keepsFocus()
  await pressOn(button('Innemen'))
  await expect(page.getByRole('region', { name: 'Ingenomen', exact: true })).toBeVisible()
  await keepsFocus()
  await pressOn(button('Koppelen en scoren'))
  await expect(page.getByText('Gekoppeld en gescoord.')).toBeVisible({ timeout: 90_000 })
  await keepsFocus()
})

test('a pair is judged, and that is taken back', async () => {
  const { page } = application
  await goByName('Beoordelen')
  await tabTo(page.getByRole('tab', { selected: true }))
  await press('Home', 'End')
  const persons = page.getByRole('tab', { name: /^Personen/ })
  await expect(persons).toBeFocused()
  const before = await persons.textContent()
  await expect(page.getByText('Is dit dezelfde persoon?')).toBeVisible()
  await press('1', 'j')
  await expect(persons).not.toHaveText(before ?? '')
  await press('u')
  await expect(persons).toHaveText(before ?? '')
  await expect(persons).toBeFocused()
})

test('a company is found, its network is asked for more', async () => {
  const { page } = application
  await goByName('Zoeken')
  await page.keyboard.type('holding')
  await expect(page.getByRole('option', { name: /holding/i }).first()).toBeVisible()
  await press('ArrowDown', 'Enter')
  await pressOn(button('In netwerk tonen'))
  await expect(screen('Netwerk')).toBeVisible()
  const picture = page.getByRole('listbox', { name: /^Netwerkbeeld/ })
  await expect(picture).toBeVisible()
  await keepsFocus()
  await tabTo(picture)
  await press('ArrowRight', 'e')
  // what came, or that nothing new did
  await expect(page.getByText(/ toegevoegd\.|staat al in beeld/).first()).toBeVisible()
  await expect(picture).toBeFocused()
})

test('an area is chosen on the map, explained and left again', async () => {
  const { page } = application
  await goByName('Gebieden')
  const map = page.getByRole('listbox', { name: /^Kaart van de buurten/ })
  await pressOn(map, 'ArrowRight')
  await press('Enter')
  await expect(page.getByRole('region', { name: /^Onderbouwing/ })).toBeVisible()
  await keepsFocus()
  await press('Escape')
  await expect(page.getByRole('region', { name: /^Onderbouwing/ })).toBeHidden()
  await keepsFocus()
})

test('a case is made of the network, gets a fact and a hypothesis, and goes out as a dossier', async () => {
  const { page, folder } = application
  await goByName('Netwerk')
  await pressOn(button('Naar casus…'))
  const dialog = page.getByRole('dialog', { name: 'Naar een nieuwe casus' })
  await pressOn(dialog.getByRole('button', { name: /Fenomeen/ }))
  await expect(page.getByRole('option', { name: 'Witwassen' })).toBeVisible()
  await page.keyboard.type('Wit')
  await press('Enter')
  await pressOn(dialog.getByRole('button', { name: 'Casus maken' }))
  await tabTo(page.getByRole('tab', { selected: true }))
  const facts = page.getByRole('tab', { name: /^Feiten en interpretatie/ })
  for (let step = 0; step < 10 && (await facts.getAttribute('aria-selected')) !== 'true'; step += 1) await press('ArrowRight')
  await pressOn(page.getByRole('button', { name: /^Overnemen als feit/ }))
  await expect(page.getByRole('region', { name: 'Feiten', exact: true }).getByRole('listitem')).toHaveCount(1)
  await keepsFocus()
  await press('h')
  const hypothesis = page.getByRole('dialog', { name: 'Hypothese toevoegen' })
  await expect(hypothesis.getByRole('textbox').first()).toBeFocused()
  await page.keyboard.type('De bestuurder leent zijn naam.')
  await pressOn(hypothesis.getByRole('button', { name: 'Toevoegen' }))
  await expect(hypothesis).toBeHidden()

  const target = join(folder, 'overleg')
  mkdirSync(target)
  await application.answerOpen(target)
  await pressOn(button('Dossier maken'))
  await tabTo(page.getByLabel('Bestemd voor'))
  await page.keyboard.type('RIEC Midden-Nederland')
  await pressOn(page.getByRole('button', { name: /Speelde een aandachtscore/ }))
  await page.keyboard.press('Enter')
  await pressOn(button('Map kiezen…'))
  await pressOn(button('Exporteren'))
  await expect(page.getByText(/Geschreven in/)).toBeVisible({ timeout: 60_000 })
  await keepsFocus()
})
