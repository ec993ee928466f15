import { execFileSync } from 'node:child_process'
import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { expectAccessible } from './accessible.ts'
import { ask, choosePurpose, goTo, passphrase } from './demoVault.ts'
import { expect, test } from './journey.ts'

test('a case whose time is over is listed, destroyed by a second person, proven, and destroyed again in an older copy of the vault', async ({ application }) => {
  test.setTimeout(120_000)
  const { page, folder, errors } = application
  const [vault, copy] = [join(folder, 'proef.kluis'), join(folder, 'kopie.kluis')]
  await page.getByRole('tab', { name: 'Nieuwe kluis' }).click()
  await page.getByLabel('Uw naam').fill('R. Regisseur')
  await page.getByRole('checkbox', { name: 'regisseur ondermijning' }).check({ force: true })
  await application.answerSave(vault)
  await page.getByRole('button', { name: /Kiezen/ }).click()
  await page.getByLabel('Wachtwoordzin', { exact: true }).fill(passphrase)
  await page.getByLabel('Wachtwoordzin herhalen').fill(passphrase)
  await page.getByRole('button', { name: 'Kluis maken' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Overzicht' })).toBeVisible()
  await choosePurpose(page, 'RIEC-casus voorbereiden', 'Z-2026-0303')
  const words = { phenomenon: 'hennep', occasion: '', goal: '', picture: { nodes: [], links: [] } }
  for (const title of ['Loods aan de haven', 'Loopt nog']) expect(await ask(page, 'case.create', { ...words, title })).toMatchObject({ ok: true })
  expect(await ask(page, 'case.close', { id: 1, closing: { result: 'De loods is drie maanden gesloten.', retentionClass: 'regular', monitoringUntil: '2027-01-31' } })).toMatchObject({ ok: true })

  await page.keyboard.press('Control+l')
  await expect(page.getByRole('heading', { name: 'Kluis openen' })).toBeVisible()
  execFileSync(process.execPath, [join(import.meta.dirname, 'yearsLater.ts'), vault, passphrase])
  for (const tail of ['', '-logboek']) cpSync(vault + tail, copy + tail)
  await page.getByLabel('Wachtwoordzin').fill(passphrase)
  await page.keyboard.press('Enter')

  await expect(page.getByText('1 casus wacht op een besluit over vernietiging.')).toBeVisible()
  await expectAccessible(page)
  await choosePurpose(page, 'RIEC-casus voorbereiden', 'Z-2026-0303')
  await page.getByRole('link', { name: 'Naar Casussen' }).click()
  await page.getByRole('radio', { name: 'Te vernietigen (1)' }).click()
  await expect(page.getByRole('row', { name: /Loopt nog/ })).toBeHidden()
  await expectAccessible(page)
  await page.getByRole('row', { name: /Loods aan de haven/ }).click()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Casus vernietigen…' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Vernietigen', exact: true }).click()
  await expect(page.getByText('Niets te vernietigen')).toBeVisible()

  expect(await ask(page, 'case.create', { ...words, title: 'Op verzoek' })).toMatchObject({ ok: true })
  expect(await ask(page, 'case.close', { id: 3, closing: { result: 'Er bleek niets van het vermoeden.', retentionClass: 'unfounded', monitoringUntil: '2026-12-31' } })).toMatchObject({ ok: true })
  await page.getByRole('radio', { name: /Alle/ }).click()
  await page.getByRole('row', { name: /Op verzoek/ }).click()
  await page.getByRole('button', { name: 'Wissen op verzoek…' }).click()
  await expectAccessible(page)
  await page.getByRole('dialog').getByRole('textbox').fill('Verzoek AVG-2026-11 is ingewilligd.')
  await page.getByRole('dialog').getByRole('button', { name: 'Vragen' }).click()
  await expect(page.getByText(/op verzoek van een betrokkene/)).toBeVisible()
  // somebody else decides
  await expect(page.getByRole('button', { name: 'Casus vernietigen…' })).toBeVisible()

  await goTo(page, 'Verantwoording')
  await page.getByRole('tab', { name: 'Vernietigd' }).click()
  await expect(page.getByRole('row', { name: /C-\d{4}-0001.*C\. Collega/ })).toBeVisible()
  await expectAccessible(page)

  await page.keyboard.press('Control+l')
  await expect(page.getByRole('heading', { name: 'Kluis openen' })).toBeVisible()
  await application.answerOpen(copy)
  await page.getByRole('button', { name: /Kiezen|Ander/ }).click()
  await page.getByLabel('Wachtwoordzin').fill(passphrase)
  await page.keyboard.press('Enter')
  await expect(page.getByText(/1 casus of signaal stond er nog in en is bij het openen opnieuw vernietigd/)).toBeVisible()
  await expectAccessible(page)
  await choosePurpose(page, 'RIEC-casus voorbereiden', 'Z-2026-0303')
  expect(await ask(page, 'case.get', { id: 1 })).toMatchObject({ ok: false, problem: { code: 'not-found' } })
  expect(errors).toEqual([])
})
