import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Page, expect } from '@playwright/test'
import { type DemoTruth, writeDemo } from '../../electron/engine/demo/index.ts'
import type { EngineBridge } from '#shared/contract/bridge.ts'
import type { ProcedureName } from '#shared/contract/index.ts'
import type { Reply } from '#shared/contract/problem.ts'
import type { Application } from './launch.ts'

export const passphrase = 'kaars ladder mossel tram wolk'

/** the window makes the same municipality for everybody */
const seed = 7

/** Makes and fills a demo vault the way a newcomer does, and waits for the overview. */
export async function makeDemoVault({ page, folder, answerSave }: Application, size: '2.000' | '30.000'): Promise<void> {
  await page.getByRole('tab', { name: 'Demogemeente' }).click()
  await page.getByRole('radio', { name: size, exact: true }).click()
  await answerSave(join(folder, 'demogemeente.kluis'))
  await page.getByRole('button', { name: /Kiezen/ }).click()
  await page.getByLabel('Wachtwoordzin', { exact: true }).fill(passphrase)
  await page.getByLabel('Wachtwoordzin herhalen').fill(passphrase)
  await page.getByRole('button', { name: 'Demogemeente maken' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Overzicht' })).toBeVisible({ timeout: 240_000 })
}

/** What is hidden in the municipality that {@link makeDemoVault} makes, to know what a search must find. */
export function readPlan(addresses: number): DemoTruth {
  const folder = mkdtempSync(join(tmpdir(), 'signaal-plan-'))
  try {
    return writeDemo(folder, { addresses, seed }).truth
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Chooses a purpose in the top bar. */
export async function choosePurpose(page: Page, label: string, caseNumber: string | null): Promise<void> {
  await page.getByRole('button', { name: /^(Kies een doel|Doel: )/ }).click()
  const dialog = page.getByRole('dialog', { name: 'Waarvoor raadpleegt u?' })
  await dialog.getByText(label, { exact: true }).click()
  if (caseNumber !== null) await dialog.getByLabel('Zaaknummer').fill(caseNumber)
  await dialog.getByRole('button', { name: 'Doel kiezen' }).click()
  await expect(dialog).toBeHidden()
}

/** Locks the vault, which only the right passphrase opens again. */
export async function lockAndOpen(page: Page): Promise<void> {
  await page.keyboard.press('Control+l')
  await expect(page.getByRole('heading', { name: 'Kluis openen' })).toBeVisible()
  await page.getByLabel('Wachtwoordzin').fill('dit is hem niet')
  await page.keyboard.press('Enter')
  await expect(page.getByText(/De wachtwoordzin klopt niet/)).toBeVisible()
  await page.getByLabel('Wachtwoordzin').fill(passphrase)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Overzicht' })).toBeVisible()
}

/** Goes to a screen by its name in the rail. */
export async function goTo(page: Page, screen: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Hoofdmenu' }).getByRole('link', { name: screen }).click()
  await expect(page.getByRole('heading', { level: 1, name: screen })).toBeVisible()
}

/** above the numbers the window gives its own calls */
let callId = 1_000_000

/** Asks the engine past the screens, as a page that was tampered with would. */
export async function ask(page: Page, name: ProcedureName, input: Record<string, unknown>): Promise<Reply<unknown>> {
  callId += 1
  // the plain bridge: what crosses here is not typed, and the engine checks it
  const engine = await page.evaluateHandle((): EngineBridge => window.engine)
  const reply = await engine.evaluate((bridge, given) => bridge.ask(given.id, given.name, given.input), { id: callId, name, input })
  return reply.ok ? { ok: true, value: JSON.parse(reply.value) } : reply
}
