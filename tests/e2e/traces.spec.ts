import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { choosePurpose, goTo, makeDemoVault, passphrase, readPlan } from './demoVault.ts'
import { expect, test } from './journey.ts'

test('nothing of a vault stays in the folder of the application: no passphrase, no name, no number that was looked at', async ({ application }) => {
  const { page, userData, app } = application
  await makeDemoVault(application, '2.000')
  await choosePurpose(page, 'RIEC-casus voorbereiden', 'Z-2026-0777')
  const number = String(readPlan(2000).networks.find(({ kind }) => kind === 'katvanger')?.companies[0] ?? 0).padStart(8, '0')
  await goTo(page, 'Zoeken')
  await page.getByRole('searchbox').fill(number)
  await page.getByRole('option').first().click()
  const name = await page.getByRole('heading', { level: 1 }).innerText()
  await page.getByRole('button', { name: 'In netwerk tonen' }).click()
  await expect(page.getByRole('listbox', { name: /Netwerkbeeld/ })).toBeVisible()
  await goTo(page, 'Gebieden')
  await app.close()

  const secrets = [passphrase, number, name, 'Z-2026-0777']
  const files = readdirSync(userData, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  expect(files.length).toBeGreaterThan(0)
  const found = files.flatMap((entry) => {
    const bytes = readFileSync(join(entry.parentPath, entry.name))
    return secrets.filter((secret) => bytes.includes(secret) || bytes.includes(Buffer.from(secret, 'utf16le'))).map((secret) => `${entry.name}: ${secret}`)
  })
  expect(found).toEqual([])
})
