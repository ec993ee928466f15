import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { ask, choosePurpose, goTo, passphrase } from './demoVault.ts'
import { engineProcessId } from './engineProcess.ts'
import { drop, makeEmptyVault } from './intake.ts'
import { expect, test } from './journey.ts'

test('an engine that is killed is told of, started again, and goes on answering', async ({ application }) => {
  const { page, errors } = application
  await page.evaluate(() => {
    const heard: string[] = []
    Reflect.set(window, 'heard', heard)
    window.engine.on((event) => heard.push(event.type === 'stopped' ? `stopped, restarts: ${event.willRestart}` : event.type))
  })
  await page.evaluate(() => window.engine.ask(1, 'vault.status', {}))
  const first = engineProcessId(application)
  expect(first).not.toBeNull()
  process.kill(first ?? 0, 'SIGKILL')

  await page.waitForFunction(() => Reflect.get(window, 'heard').length > 0)
  expect(await page.evaluate(() => Reflect.get(window, 'heard'))).toEqual(['stopped, restarts: true'])
  const reply = await ask(page, 'vault.status', {})
  expect(reply).toMatchObject({ ok: true, value: { state: 'closed' } })
  expect(engineProcessId(application)).not.toBe(first)
  expect(errors).toEqual([])
})

/** Drops a large delivery of addresses on Bronnen and has it tried. */
async function tryOut(page: Page, file: string): Promise<void> {
  await choosePurpose(page, 'Leveringen innemen en controleren', null)
  await goTo(page, 'Bronnen')
  await drop(page, file)
  await page.getByRole('button', { name: 'Proefinlezing' }).click()
  await expect(page.getByRole('region', { name: 'Proefinlezing: er is nog niets ingenomen' })).toBeVisible({ timeout: 60_000 })
}

/** So many that the engine is still at it when it is killed at the first of them. */
const ROWS = 150_000

test('an engine that is killed while it takes a delivery in: the window says so, the vault is as before, and the file goes in again', async ({ application }) => {
  test.setTimeout(120_000)
  const { page, folder, errors } = application
  const file = join(folder, 'bag.csv')
  const rows = Array.from({ length: ROWS }, (_, i) => `00342000${String(i + 1).padStart(8, '0')};Straat ${i % 500};${1 + (i % 200)};1315AB;Almere`)
  writeFileSync(file, ['Nummeraanduiding;Openbare ruimte;Huisnummer;Postcode;Woonplaats', ...rows].join('\n'))
  await makeEmptyVault(application)
  await tryOut(page, file)
  await page.evaluate(() => {
    window.engine.on((event) => {
      if (event.type === 'progress' && event.progress.step.startsWith('Rijen innemen')) Reflect.set(window, 'isTakingIn', true)
    })
  })
  const engine = engineProcessId(application)
  await page.getByRole('button', { name: 'Innemen', exact: true }).click()
  await page.waitForFunction(() => Reflect.get(window, 'isTakingIn') === true)
  process.kill(engine ?? 0, 'SIGKILL')

  await expect(page.getByRole('heading', { name: 'Kluis openen' })).toBeVisible()
  await expect(page.getByRole('alert')).toContainText('De rekenkern is gestopt. Wat half klaar was, is teruggedraaid.')
  await page.getByLabel('Wachtwoordzin', { exact: true }).fill(passphrase)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Overzicht' })).toBeVisible()
  expect(await ask(page, 'sources.deliveries', {})).toEqual({ ok: true, value: [] })
  await tryOut(page, file)
  await page.getByRole('button', { name: 'Innemen', exact: true }).click()
  await expect(page.getByRole('region', { name: 'Ingenomen', exact: true })).toBeVisible({ timeout: 60_000 })
  expect(await ask(page, 'sources.deliveries', {})).toMatchObject({ ok: true, value: [{ accepted: ROWS }] })
  expect(await ask(page, 'vault.status', {})).toMatchObject({ ok: true, value: { log: { intact: true } } })
  expect(errors).toEqual([])
})

test('the engine ends with the application', async ({ application }) => {
  await application.page.evaluate(() => window.engine.ask(1, 'vault.status', {}))
  const engine = engineProcessId(application)
  await application.app.close()
  expect(() => process.kill(engine ?? 0, 0)).toThrow('ESRCH')
})
