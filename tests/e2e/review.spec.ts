import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { projectRoot } from '../../electron/cli/runtime.ts'
import { choosePurpose, goTo, passphrase } from './demoVault.ts'
import { expect, test } from './journey.ts'
import type { Application } from './launch.ts'

/** Invented people, one per house, as the register has them and as an owner without a birth date: nothing links those by itself. */
const families = [
  'Testappel', 'Proefbrug', 'Voorbeelddam', 'Toetseik', 'Monsterfluit', 'Modelgracht', 'Schijnhaven', 'Nepijzer', 'Oefenjas', 'Fictiekade', 'Decorlamp', 'Maquettemolen',
]
const numberOf = (family: string): number => 101 + families.indexOf(family)

/** Makes a linked vault on the command line. */
function makeVault(folder: string): string {
  const vault = join(folder, 'beoordelen.kluis')
  const at = (family: string): string => `Markerkant;${numberOf(family)};1314AN;Almere`
  const files = {
    address: ['Nummeraanduiding;Straat;Huisnummer;Postcode;Woonplaats', ...families.map((family) => `0034200000000${numberOf(family)};${at(family)}`)],
    person: ['Voornamen;Achternaam;Geboortedatum;Straat;Huisnummer;Postcode;Plaats', ...families.map((family, i) => `Marieke;${family};${i + 11}-11-1971;${at(family)}`)],
    ownership: ['Kadastrale aanduiding;Zakelijk recht;Voorletters;Achternaam;Straat;Huisnummer;Postcode;Plaats', ...families.map((family, i) => `ALM00 A ${100 + i};eigendom;M.;${family};${at(family)}`)],
  }
  const steps = [['nieuw', vault]]
  for (const [kind, rows] of Object.entries(files)) {
    const file = join(folder, `${kind}.csv`)
    writeFileSync(file, rows.join('\n'))
    steps.push(['importeer', vault, file, '--soort', kind])
  }
  const env = { ...process.env, SIGNAAL_WACHTWOORD: passphrase }
  for (const words of [...steps, ['koppel', vault]]) execFileSync(process.execPath, [join(projectRoot, 'electron', 'cli', 'index.ts'), ...words], { env })
  return vault
}

/** What lies around the house of a family in the network, in the words of the screen; the picture is empty before and after. */
async function around(page: Page, family: string): Promise<string> {
  await goTo(page, 'Netwerk')
  await page.getByLabel(/Adres, postcode, bedrijfsnaam/).fill(`Markerkant ${numberOf(family)}`)
  await page.getByRole('option', { name: new RegExp(`Markerkant ${numberOf(family)}`) }).click()
  const facts = page.getByRole('status').filter({ hasText: /knopen/ })
  await expect(facts).toBeVisible()
  const words = await facts.innerText()
  await page.keyboard.press('Control+z')
  await expect(facts).toBeHidden()
  return words
}

/** On the smallest screen the page does not scroll, so that what is decided with is in sight. */
async function inSightOnASmallScreen({ app, page }: Application): Promise<void> {
  const [width = 0, height = 0] = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getContentSize() ?? [])
  const resize = (to: readonly [number, number]) => app.evaluate(({ BrowserWindow }, [wide, high]) => BrowserWindow.getAllWindows()[0]?.setContentSize(wide, high), to)
  await resize([960, 600])
  await expect.poll(() => page.getByRole('main').evaluate((main) => [window.innerHeight, main.scrollHeight - main.clientHeight])).toEqual([600, 0])
  await expect(page.getByRole('button', { name: /^Ja, dezelfde/ })).toBeInViewport({ ratio: 1 })
  await resize([width, height])
}

const APART = '3 knopen · 2 verbindingen'
const JOINED = '2 knopen · 2 verbindingen'

test('ten pairs are reviewed by keyboard, three are taken back, and the network follows', async ({ application }) => {
  const { page, folder, answerOpen, errors } = application
  await answerOpen(makeVault(folder))
  await page.getByRole('tab', { name: 'Openen' }).click()
  await page.getByRole('button', { name: 'Ander bestand kiezen…' }).click()
  await page.getByLabel('Wachtwoordzin').fill(passphrase)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Overzicht' })).toBeVisible()
  await choosePurpose(page, 'RIEC-casus voorbereiden', 'Z-2026-9')

  await goTo(page, 'Beoordelen')
  await page.getByRole('tab', { name: /Personen/ }).click()
  const queue = page.getByRole('list', { name: 'Wachtrij personen' })
  await expect(queue.getByRole('button')).toHaveCount(families.length)
  await inSightOnASmallScreen(application)
  await page.keyboard.press('n')
  await expect(page.getByText('Kies of schrijf eerst een reden; die komt bij het besluit te staan.')).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('2')
  const decided: { key: string; family: string }[] = []
  for (const key of ['n', 'o', 'h', 'n', 'y', 'n', 'o', 'n', 'h', 'j']) {
    const words = await queue.locator('[aria-current="true"]').innerText()
    await page.keyboard.press(key)
    decided.push({ key, family: families.find((family) => words.includes(family)) ?? '' })
    await expect(queue.getByRole('button')).toHaveCount(families.length - decided.length)
  }
  const applied = page.getByText('Alle besluiten zijn in het netwerk verwerkt.')
  await expect(applied).toBeVisible({ timeout: 60_000 })
  await page.screenshot({ path: 'test-results/beoordelen-tien.png' })
  const of = (key: string): string => decided.find((one) => one.key === key)?.family ?? ''
  expect(new Set(decided.map(({ family }) => family)).size).toBe(10)
  expect([await around(page, of('j')), await around(page, of('y')), await around(page, of('n'))]).toEqual([JOINED, JOINED, APART])

  await goTo(page, 'Beoordelen')
  await expect(queue.getByRole('button')).toHaveCount(2)
  for (const back of [3, 4, 5]) {
    await page.keyboard.press('u')
    await expect(queue.getByRole('button')).toHaveCount(back)
  }
  await expect(applied).toBeVisible({ timeout: 60_000 })
  await page.getByRole('radio', { name: 'Besluiten' }).click()
  const ledger = page.getByRole('grid', { name: 'Besluiten' })
  await expect(ledger.getByText('besluit ingetrokken')).toHaveCount(3)
  await expect(ledger.getByText('Nagezocht in de bron')).toHaveCount(10)
  await page.screenshot({ path: 'test-results/beoordelen-besluiten.png' })
  expect([await around(page, of('j')), await around(page, of('y'))]).toEqual([APART, JOINED])

  // the pair that is open again is offered in the network, as a dashed line that is no link
  await page.getByLabel(/Adres, postcode, bedrijfsnaam/).fill(`Markerkant ${numberOf(of('j'))}`)
  await page.getByRole('option', { name: new RegExp(`Markerkant ${numberOf(of('j'))}`) }).click()
  await page.getByRole('button', { name: /^mogelijk dezelfde/ }).click()
  await page.getByRole('listbox').press('Escape')
  await expect(page.getByRole('region', { name: 'Mogelijk dezelfde' }).getByText(`M. ${of('j')}`)).toBeVisible()
  await expect(page.getByRole('status').filter({ hasText: /knopen/ })).toHaveText(APART)
  await page.screenshot({ path: 'test-results/beoordelen-netwerk.png' })
  expect(errors).toEqual([])
})
