import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import type { Role } from '#shared/model/roles.ts'
import { roleLabel } from '#shared/text/terms.ts'
import { choosePurpose, goTo, passphrase } from './demoVault.ts'
import type { Application } from './launch.ts'

/** A vault of an ordinary municipality with nothing in it. @param role what its maker is beside analyst and administrator */
export async function makeEmptyVault({ page, folder, answerSave }: Application, role?: Role): Promise<void> {
  await page.getByRole('tab', { name: 'Nieuwe kluis' }).click()
  await page.getByLabel('Uw naam').fill('A. Analist')
  if (role !== undefined) await page.getByText(roleLabel[role], { exact: true }).click()
  await answerSave(join(folder, 'gemeente.kluis'))
  await page.getByRole('button', { name: /Kiezen/ }).click()
  await page.getByLabel('Wachtwoordzin', { exact: true }).fill(passphrase)
  await page.getByLabel('Wachtwoordzin herhalen').fill(passphrase)
  await page.getByRole('button', { name: 'Kluis maken' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Overzicht' })).toBeVisible({ timeout: 60_000 })
}

/** An empty vault, where deliveries are taken in. */
export async function beginAtSources(application: Application): Promise<void> {
  await makeEmptyVault(application)
  await choosePurpose(application.page, 'Leveringen innemen en controleren', null)
  await goTo(application.page, 'Bronnen')
}

/** Lets a file fall on the screen, as from the file manager. */
export async function drop(page: Page, path: string): Promise<void> {
  await page.evaluate(() => {
    document.querySelector('#drop')?.remove()
    const input = document.createElement('input')
    Object.assign(input, { type: 'file', id: 'drop', hidden: true })
    document.body.append(input)
  })
  await page.setInputFiles('#drop', path)
  await page.evaluate(() => {
    const dataTransfer = new DataTransfer()
    for (const file of document.querySelector<HTMLInputElement>('#drop')?.files ?? []) dataTransfer.items.add(file)
    document.querySelector('.page')?.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }))
  })
}
