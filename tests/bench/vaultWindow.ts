import { expect } from '@playwright/test'
import { choosePurpose } from '../e2e/demoVault.ts'
import { startApplication, type Application } from '../e2e/launch.ts'
import { ensureBuilt } from './built.ts'
import { PASSPHRASE } from './workshop.ts'

/** Opens a vault of the bench in the real window, with a purpose, in a window of 1600 by 1000. */
export async function openVaultWindow(file: string): Promise<Application> {
  await ensureBuilt()
  const application = await startApplication()
  const { page } = application
  await application.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setSize(1600, 1000))
  await application.answerOpen(file)
  await page.getByRole('tab', { name: 'Openen' }).click()
  await page.getByRole('button', { name: /Ander bestand kiezen/ }).click()
  await page.getByLabel('Wachtwoordzin', { exact: true }).fill(PASSPHRASE)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Overzicht' })).toBeVisible({ timeout: 60_000 })
  await choosePurpose(page, 'RIEC-casus voorbereiden', 'Z-2026-0001')
  return application
}
