import { join } from 'node:path'
import { type Page, expect, test } from '@playwright/test'
import { AddressSheet } from '#shared/contract/catalogue.ts'
import { entityKey } from '#shared/model/entity.ts'
import { expectAccessible } from './accessible.ts'
import { ask, choosePurpose, goTo, makeDemoVault, passphrase, readPlan } from './demoVault.ts'
import type { Application } from './launch.ts'
import { inOneSitting } from './sitting.ts'

/** Who may see what, and whether everybody can: in one sitting on the demo municipality. */
test.describe.configure({ mode: 'serial', timeout: 180_000 })

let application: Application

inOneSitting((opened) => {
  application = opened
})

test('the unlock screen can be used by everybody', async () => {
  await expectAccessible(application.page)
})

test('an analyst has no Bibob in the rail, and asking the engine for it is refused', async () => {
  const { page, folder, answerSave } = application
  await page.getByRole('tab', { name: 'Nieuwe kluis' }).click()
  await page.getByLabel('Uw naam').fill('A. Analist')
  await page.getByRole('checkbox', { name: 'beheerder' }).uncheck({ force: true })
  await answerSave(join(folder, 'analist.kluis'))
  await page.getByRole('button', { name: /Kiezen/ }).click()
  await page.getByLabel('Wachtwoordzin', { exact: true }).fill(passphrase)
  await page.getByLabel('Wachtwoordzin herhalen').fill(passphrase)
  await page.getByRole('button', { name: 'Kluis maken' }).click()
  const rail = page.getByRole('navigation', { name: 'Hoofdmenu' })
  await expect(rail.getByRole('link', { name: 'Casussen' })).toBeVisible()
  await expect(rail.getByRole('link', { name: 'Bibob' })).toHaveCount(0)
  // what the scores answer for is for analysts too; the log is not
  await rail.getByRole('link', { name: 'Verantwoording' }).click()
  await expect(page.getByRole('tab', { name: 'Controlelijsten' })).toBeVisible()
  await expect(page.getByRole('tab', { name: 'Logboek' })).toHaveCount(0)

  await choosePurpose(page, 'RIEC-casus voorbereiden', 'Z-2026-0117')
  const refused = { ok: false, problem: { code: 'role-missing' } }
  expect(await ask(page, 'bibob.relations', { applicant: 'company:1' })).toMatchObject(refused)
  expect(await ask(page, 'audit.list', { limit: 10 })).toMatchObject(refused)
  await page.evaluate(() => {
    location.hash = '#/bibob'
  })
  await expect(page.getByText('Dit scherm hoort niet bij uw rol')).toBeVisible()
  await page.keyboard.press('Control+l')
  await expect(page.getByRole('heading', { name: 'Kluis openen' })).toBeVisible()
})

test('from the passphrase to an address sheet without a mouse', async () => {
  const { page } = application
  await makeDemoVault(application, '2.000')
  await page.keyboard.press('Control+l')
  await expect(page.getByRole('heading', { name: 'Kluis openen' })).toBeVisible()

  await expect(page.getByLabel('Wachtwoordzin')).toBeFocused()
  await page.keyboard.type(passphrase)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Overzicht' })).toBeVisible()

  await tabTo(page, /Kies een doel/)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: 'Waarvoor raadpleegt u?' })).toBeVisible()
  await page.keyboard.press('Tab')
  while (!(await page.getByLabel('Zaaknummer').evaluate((field) => field === document.activeElement))) await page.keyboard.press('Tab')
  await page.keyboard.type('Z-2026-0118')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: /Z-2026-0118/ })).toBeVisible()

  const found = await ask(page, 'address.get', { key: entityKey('address', readPlan(2000).networks[0]?.addresses[0] ?? 0) })
  if (!found.ok) throw new Error(found.problem.code)
  const [line = ''] = AddressSheet.parse(found.value).lines
  await page.keyboard.press('Control+k')
  await page.keyboard.type(line)
  await expect(page.getByRole('option', { name: new RegExp(`^${line} `) })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: line })).toBeFocused()
})

test('every screen passes WCAG 2.1 A and AA as far as a machine can tell', async () => {
  const { page } = application
  await expectAccessible(page)
  await page.getByRole('button', { name: 'In netwerk tonen' }).click()
  await expect(page.getByRole('listbox', { name: /Netwerkbeeld/ })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('radio', { name: 'Tabel' }).click()
  await expectAccessible(page)
  await page.getByRole('row', { name: /bedrijf/ }).first().dblclick()
  await expect(page.getByText('Bedrijfsblad', { exact: true })).toBeVisible()
  await expectAccessible(page)
  await choosePurpose(page, 'RIEC-casus voorbereiden', 'Z-2026-0118')
  for (const screen of ['Overzicht', 'Zoeken', 'Bevindingen', 'Casussen', 'Bronnen', 'Verantwoording', 'Handboek']) {
    await goTo(page, screen)
    await expectAccessible(page)
  }
  for (const screen of ['Gebieden', 'Branches']) {
    await goTo(page, screen)
    await page.getByRole('grid', { name: /Rangorde/ }).getByRole('row').nth(1).click()
    await expect(page.getByRole('region', { name: /^Onderbouwing/ }).getByText('Aandacht, geen vermoeden')).toBeVisible()
    await expectAccessible(page)
  }
  await choosePurpose(page, 'Bibob: eigen onderzoek', 'B-2026-004')
  await goTo(page, 'Bibob')
  await page.getByRole('searchbox').fill('beheer')
  await page.getByRole('option').first().click()
  await expect(page.getByRole('tab', { name: /Achter de betrokkene/ })).toBeVisible()
  await expectAccessible(page)
})

test('so does every part of a case', async () => {
  const { page } = application
  await choosePurpose(page, 'RIEC-casus voorbereiden', 'Z-2026-0118')
  await goTo(page, 'Netwerk')
  await page.getByRole('listbox', { name: /Netwerkbeeld/ }).focus()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Naar casus…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Naar een nieuwe casus' })
  await dialog.getByLabel('Titel van de casus').fill('Proef')
  await dialog.getByRole('button', { name: /Fenomeen/ }).click()
  await page.getByRole('option', { name: 'Witwassen' }).click()
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Casus maken' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Proef' })).toBeVisible()
  for (const tab of await page.getByRole('tablist', { name: 'Delen van de casus' }).getByRole('tab').all()) {
    await tab.click()
    await expectAccessible(page)
  }
})

/** Presses Tab until something with this name has the focus. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  const wanted = page.getByRole('button', { name })
  for (let presses = 0; presses < 30; presses += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab does not lead to ${String(name)}`)
}
