import { expectAccessible } from './accessible.ts'
import { choosePurpose, goTo, makeDemoVault } from './demoVault.ts'
import { expect, test } from './journey.ts'

test('a zakelijk samenwerkingsverband takes a motivation, and outside Bibob a sheet only says that an investigation is under way', async ({ application }) => {
  test.setTimeout(180_000)
  const { page, errors } = application
  await makeDemoVault(application, '2.000')
  await choosePurpose(page, 'Bibob: eigen onderzoek', 'B-2026-004')
  await goTo(page, 'Bibob')
  await page.getByRole('searchbox').fill('beheer')
  await page.getByRole('option').first().click()
  await page.getByRole('tab', { name: /^Samenwerking/ }).click()
  await expect(page.getByText('Nog geen samenwerkingsverband vastgesteld.')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: /^Vaststellen: / }).first().click()
  const dialog = page.getByRole('dialog', { name: /^Samenwerkingsverband met / })
  await dialog.getByRole('button', { name: 'Vaststellen' }).click()
  await expect(dialog.getByText('Schrijf ten minste 20 tekens.')).toBeVisible()
  await dialog.getByLabel('Motivering').fill('Bepaalt de inkoop zonder rol in het register.')
  await dialog.getByRole('button', { name: 'Vaststellen' }).click()
  await expect(page.getByRole('button', { name: /^Intrekken: / })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('tab', { name: /^Aanvraag/ }).click()
  await page.getByRole('button', { name: 'Aanvraag opslaan' }).click()
  await expect(page.getByText('Aanvraag opgeslagen')).toBeVisible()
  const applicant = await page.getByRole('heading', { level: 1 }).innerText()

  await choosePurpose(page, 'RIEC-casus voorbereiden', 'Z-2026-0202')
  await goTo(page, 'Zoeken')
  await page.getByRole('searchbox').fill(applicant)
  await page.getByRole('option', { name: applicant }).first().click()
  await expect(page.getByRole('region', { name: 'Bibob' })).toContainText('loopt')
  await expect(page.getByText('Bepaalt de inkoop')).toHaveCount(0)
  await expectAccessible(page)
  expect(errors).toEqual([])
})
