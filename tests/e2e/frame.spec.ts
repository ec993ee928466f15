import { expectAccessible } from './accessible.ts'
import { lockAndOpen, passphrase } from './demoVault.ts'
import { makeEmptyVault } from './intake.ts'
import { expect, test } from './journey.ts'

test('a newcomer makes a vault, chooses a purpose, sees it in the log, locks and comes back', async ({ application }) => {
  const { page, errors } = application
  await makeEmptyVault(application)

  await page.getByRole('button', { name: 'Kies een doel' }).click()
  await page.getByLabel('Zaaknummer').fill('2026-014')
  await page.keyboard.press('Enter')
  const chosen = page.getByRole('button', { name: /2026-014/ })
  await expect(chosen).toBeVisible()
  for (const width of [1440, 1280]) {
    await page.setViewportSize({ width, height: 900 })
    expect(await chosen.locator('.ellipsis').evaluate(missingWidth), `the purpose is whole at ${width}`).toBe(0)
  }

  await page.getByRole('link', { name: 'Verantwoording' }).click()
  await page.getByRole('button', { name: 'Logboek controleren' }).click()
  await expect(page.getByText(/Het logboek klopt: \d+ regels/)).toBeVisible()
  await expect(page.getByRole('gridcell', { name: 'Doel gekozen' })).toBeVisible()

  await lockAndOpen(page)
  expect(errors).toEqual([])
})

test('with nobody there for a quarter of an hour the vault is locked, after a word of warning', async ({ application }) => {
  const { page, errors } = application
  await page.clock.install()
  await makeEmptyVault(application)
  await page.mouse.move(10, 10)
  await page.clock.fastForward('14:10')
  await expect(page.getByText(/^Over een minuut vergrendelt de kluis/)).toBeVisible()
  await page.clock.fastForward('01:00')
  await expect(page.getByText('De kluis is vergrendeld: er was een kwartier lang niemand.')).toBeVisible()
  await page.getByLabel('Wachtwoordzin').fill(passphrase)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Overzicht' })).toBeVisible()
  expect(errors).toEqual([])
})

test('a window with something typed in it asks before it closes, and one without does not', async ({ application }) => {
  const { app, page, errors } = application
  const closeWindow = () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
  await makeEmptyVault(application, 'director')
  await page.getByRole('link', { name: 'Verantwoording' }).click()
  await page.getByRole('tab', { name: 'Gebruikers' }).click()
  await page.getByRole('button', { name: 'Rechten nagelopen…' }).click()
  const outcome = page.getByLabel('Wat kwam eruit?')
  await outcome.fill('Iedereen heeft nog wat hij nodig heeft.')
  await closeWindow()
  const question = page.getByRole('alertdialog', { name: 'Venster sluiten?' })
  await expect(question).toContainText('in 1 formulier.')
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(outcome).toBeFocused()
  await expect(outcome).toHaveValue('Iedereen heeft nog wat hij nodig heeft.')
  // closed with Esc, the dialog keeps it, and it is asked about all the same
  await page.keyboard.press('Escape')
  await closeWindow()
  expect(errors).toEqual([])
  const ended = app.waitForEvent('close')
  // later than this call, which the page that goes would not answer
  await question.getByRole('button', { name: 'Toch sluiten' }).evaluate((button: HTMLElement) => void setTimeout(() => button.click()))
  await ended
})

/** How much of a text its element has no room for, in pixels, parts of one included. */
function missingWidth(element: Element): number {
  const words = document.createRange()
  words.selectNodeContents(element)
  return Math.max(0, words.getBoundingClientRect().width - element.getBoundingClientRect().width)
}
