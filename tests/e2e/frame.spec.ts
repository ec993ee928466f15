import { join } from 'node:path'
import { expect, test } from './journey.ts'

const passphrase = 'kaars ladder mossel tram wolk'

test('a newcomer makes a vault, chooses a purpose, sees it in the log, locks and comes back', async ({ application }) => {
  const { page, errors, folder } = application
  await page.getByRole('tab', { name: 'Nieuwe kluis' }).click()
  await page.getByLabel('Uw naam').fill('A. Analist')
  await application.answerSave(join(folder, 'proef.kluis'))
  await page.getByRole('button', { name: /Kiezen/ }).click()
  await page.getByLabel('Wachtwoordzin', { exact: true }).fill(passphrase)
  await page.getByLabel('Wachtwoordzin herhalen').fill(passphrase)
  await page.getByRole('button', { name: 'Kluis maken' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Overzicht' })).toBeVisible()

  await page.getByRole('button', { name: 'Kies een doel' }).click()
  await page.getByLabel('Zaaknummer').fill('2026-014')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: /2026-014/ })).toBeVisible()

  await page.getByRole('link', { name: 'Verantwoording' }).click()
  await page.getByRole('button', { name: 'Logboek controleren' }).click()
  await expect(page.getByText(/Het logboek klopt: \d+ regels/)).toBeVisible()
  await expect(page.getByRole('gridcell', { name: 'Doel gekozen' })).toBeVisible()

  await page.keyboard.press('Control+l')
  await expect(page.getByRole('heading', { name: 'Kluis openen' })).toBeVisible()
  await page.getByLabel('Wachtwoordzin').fill('dit is hem niet')
  await page.keyboard.press('Enter')
  await expect(page.getByText(/De wachtwoordzin klopt niet/)).toBeVisible()
  await page.getByLabel('Wachtwoordzin').fill(passphrase)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Overzicht' })).toBeVisible()
  expect(errors).toEqual([])
})
