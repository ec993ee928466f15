import { entityKey } from '#shared/model/entity.ts'
import { expectAccessible } from './accessible.ts'
import { ask, choosePurpose, goTo, makeDemoVault, readPlan } from './demoVault.ts'
import { expect, test } from './journey.ts'

test('a report of the police bears no closure without a word on minors, and a case closes with its result, class and end of monitoring', async ({ application }) => {
  test.setTimeout(180_000)
  const { page, errors } = application
  await makeDemoVault(application, '2.000')
  await choosePurpose(page, 'RIEC-casus voorbereiden', 'Z-2026-0202')
  const key = entityKey('address', readPlan(2000).networks[0]?.addresses[0] ?? 0)
  const node = { key, kind: 'address', label: 'Proefadres 1', detail: '', degree: 0, references: 0, x: 0, y: 0, pinned: false }
  const words = { title: 'Proef met rapportage', occasion: '', goal: '' }
  expect(await ask(page, 'case.create', { ...words, phenomenon: 'hennep', picture: { nodes: [node], links: [] } })).toMatchObject({ ok: true })
  expect(await ask(page, 'case.update', { ...words, id: 1, status: 'closed' })).toMatchObject({ ok: false, problem: { code: 'case-close-first' } })

  await goTo(page, 'Casussen')
  await page.getByRole('row', { name: /Proef met rapportage/ }).click()
  await page.getByRole('tab', { name: 'Rapportage' }).click()
  await expect(page.getByText('0 van 12 vragen beantwoord')).toBeVisible()
  await page.getByLabel('Hoeveelheid drugs').fill('84 planten')
  await expect(page.getByText(/kan art. 13b Opiumwet niet worden geadviseerd/)).toBeVisible()
  await page.getByRole('button', { name: /Zijn er minderjarigen/ }).click()
  await page.getByRole('option', { name: 'niet aanwezig', exact: true }).click()
  await page.getByRole('button', { name: /Advies over art. 13b/ }).click()
  await page.getByRole('option', { name: 'sluiting', exact: true }).click()
  await page.getByRole('textbox', { name: 'Motivering' }).fill('Handelshoeveelheid in een loods waar niemand woont.')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Rapportage opslaan' }).click()
  await expect(page.getByText('Rapportage opgeslagen.')).toBeVisible()
  await expect(page.getByText('2 van 12 vragen beantwoord')).toBeVisible()

  await page.getByRole('tab', { name: 'Overzicht' }).click()
  await page.getByRole('button', { name: 'Afsluiten…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Casus afsluiten' })
  await dialog.getByRole('button', { name: 'Afsluiten' }).click()
  await expect(dialog.getByText('Kies hoe lang de casus bewaard blijft.')).toBeVisible()
  await dialog.getByLabel('Resultaat').fill('Het pand is drie maanden gesloten; de kwekerij is weg.')
  await dialog.getByRole('button', { name: /Bewaren/ }).click()
  await page.getByRole('option', { name: 'Vijf jaar' }).click()
  await dialog.getByLabel('Monitoring eindigt op').fill('28-02-2027')
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Afsluiten' }).click()
  await expect(page.getByRole('region', { name: 'Afsluiting' })).toContainText('tot en met 28-02-2032')
  await expect(page.getByText('Deze casus is afgesloten en wordt bewaard zoals hij is.', { exact: false })).toBeVisible()
  await expectAccessible(page)
  expect(await ask(page, 'case.addStatement', { id: 1, type: 'hypothesis', text: 'Iets van na de afsluiting.', sources: [] })).toMatchObject({ ok: false, problem: { code: 'case-closed' } })
  expect(await ask(page, 'case.askDestruction', { id: 1, motive: 'Wie wacht er nu vijf jaar op.' })).toMatchObject({ ok: false, problem: { code: 'case-kept' } })
  expect(errors).toEqual([])
})
