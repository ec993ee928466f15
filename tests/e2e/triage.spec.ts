import type { Page } from '@playwright/test'
import { expectAccessible } from './accessible.ts'
import { ask, choosePurpose, goTo, makeDemoVault } from './demoVault.ts'
import { expect, test } from './journey.ts'

const MOTIVE = 'Twee meldingen in een maand, los van elkaar gedaan.'

/** Takes the first signal that was received up, and stays on its page. */
async function takeFirst(page: Page): Promise<void> {
  await goTo(page, 'Wegen')
  await page.getByRole('radio', { name: 'Ontvangen' }).click()
  await page.getByRole('grid', { name: 'Signalen ontvangen' }).getByRole('row').nth(1).click()
  await page.getByLabel('Waarom pakt u dit signaal op?').fill(MOTIVE)
  await page.getByRole('button', { name: 'In weging nemen' }).click()
  await expect(page.getByRole('region', { name: 'Wegingen' })).toBeVisible()
}

async function weigh(page: Page, title: string, verdict: 'Ja' | 'Nee', criteria: readonly string[]): Promise<void> {
  await page.getByRole('button', { name: `Wegen: ${title}` }).click()
  const dialog = page.getByRole('dialog', { name: title })
  for (const criterion of criteria) await dialog.getByText(criterion, { exact: true }).click()
  await dialog.getByText(verdict, { exact: true }).click()
  await dialog.getByLabel('Motivering').fill(MOTIVE)
  await dialog.getByRole('button', { name: 'Vastleggen' }).click()
  await expect(dialog).toBeHidden()
}

async function move(page: Page, way: string, destination?: readonly [label: string, value: string]): Promise<void> {
  await page.getByRole('button', { name: way, exact: true }).click()
  const dialog = page.getByRole('dialog', { name: /^Signaal: / })
  if (destination) await dialog.getByLabel(destination[0]).fill(destination[1])
  await dialog.getByLabel('Motivering').fill(MOTIVE)
  await dialog.getByRole('button', { name: 'Vastleggen' }).click()
  await expect(dialog).toBeHidden()
}

const questions = {
  undermining: '1. Gaat het over ondermijning?',
  task: '2. Raakt het een taak en het grondgebied van de gemeente?',
  severity: '3. Weegt het zwaar genoeg?',
  hits: '4. Bevestigen de hits het signaal?',
  sharing: '5. Mogen gegevens worden gedeeld?',
}

test('a signal goes through five weighings into a project; another is put aside for a year', async ({ application }) => {
  test.setTimeout(180_000)
  const { page, errors } = application
  await makeDemoVault(application, '2.000')
  await choosePurpose(page, 'Signaal wegen en bronnen raadplegen', 'Z-2026-0201')
  await goTo(page, 'Wegen')
  await expectAccessible(page)

  await takeFirst(page)
  const ways = page.getByRole('region', { name: 'Vervolg' })
  await expect(ways.getByRole('button')).toHaveCount(0)
  await weigh(page, questions.undermining, 'Ja', ['Bestuurlijk verankerd', 'Systematisch en structureel'])
  await weigh(page, questions.task, 'Ja', ['Raakt een taak of bevoegdheid van de gemeente', 'Speelt op grondgebied van de gemeente'])
  await weigh(page, questions.severity, 'Ja', ['Voldoende concreet'])
  await expect(page.getByRole('region', { name: 'Verwijzindex' })).toBeHidden()
  await expectAccessible(page)
  await move(page, 'In bronnenonderzoek…', ['Welke bronnen mogen worden bevraagd?', 'Belastingen en Burgerzaken'])
  await expect(page.getByRole('region', { name: 'Verwijzindex' })).toBeVisible()
  await weigh(page, questions.hits, 'Ja', ['Een hit gaat over dezelfde zaak en is niet te oud'])
  await move(page, 'Bevestigd…')
  await weigh(page, questions.sharing, 'Ja', ['Vastgelegd welke gegevens met wie gedeeld mogen worden', 'Vastgelegd welke uitwisseling de aanpak nodig heeft'])
  await expectAccessible(page)
  await move(page, 'In project…', ['In welk project?', 'Autobedrijven'])
  await expect(page.getByRole('region', { name: 'Verloop' })).toContainText('Bevestigd → in project: Autobedrijven')
  await expect(page.getByRole('region', { name: 'Verloop' }).getByRole('listitem')).toHaveCount(9)

  await page.getByRole('button', { name: 'Alle signalen' }).click()
  await takeFirst(page)
  await weigh(page, questions.undermining, 'Nee', [])
  await move(page, 'Niet in behandeling…')
  await expect(page.getByText(/^Niet in behandeling sinds .*; te vernietigen vanaf /)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Vernietiging vragen…' })).toHaveCount(0)
  expect(await ask(page, 'triage.askDestruction', { id: 2, motive: MOTIVE })).toMatchObject({ ok: false, problem: { code: 'signal-kept' } })
  expect(await ask(page, 'triage.move', { id: 2, to: 'inCase', destination: 'C-2026-0001', reviewOn: null, motive: MOTIVE })).toMatchObject({ ok: false, problem: { code: 'triage-way' } })
  await page.getByRole('button', { name: 'Alle signalen' }).click()
  await page.getByRole('radio', { name: 'Afgehandeld' }).click()
  await expect(page.getByRole('grid', { name: 'Signalen afgehandeld' }).getByRole('row')).toHaveCount(3)
  expect(errors).toEqual([])
})
