import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { type Page, expect, test } from '@playwright/test'
import { choosePurpose, goTo, makeDemoVault, readPlan } from './demoVault.ts'
import type { Application } from './launch.ts'
import { NetworkHands } from './networkHands.ts'
import { inOneSitting } from './sitting.ts'

/**
 * What link analysts expect of a network (click, keys, lasso, groups, paths, time, views, files), one test a row, in one sitting on
 * the demo municipality. What is not done as others do it, and why, stands in docs/decisions/08-network-conventions.md.
 */
test.describe.configure({ mode: 'serial' })

let application: Application
let page: Page
let hand: NetworkHands
/** KVK number of the holding of a planted network; it and what it is linked to are nine nodes, among them these */
const holding = String(readPlan(2000).networks.find(({ kind }) => kind === 'katvanger')?.companies[0] ?? 0).padStart(8, '0')
const ALL = 9
const one = 'Lounge Amaranth'
const other = 'Restaurant Pontus'

inOneSitting(async (opened) => {
  application = opened
  page = application.page
  hand = new NetworkHands(page)
  await makeDemoVault(application, '2.000')
  await choosePurpose(page, 'RIEC-casus voorbereiden', 'Z-2026-0120')
  await goTo(page, 'Netwerk')
  // what glides to its place is at rest in between, for a moment
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await hand.begin(holding, ALL)
})

test('the same network drawn twice is the same bytes', async () => {
  const first = await hand.wholePicture()
  await hand.choose('Meer', /Beeld leegmaken/)
  await hand.begin(holding, ALL)
  expect((await hand.wholePicture()).equals(first)).toBe(true)
})

test('click and double click: chooses, expands, with Shift asks; what a double click does can be swapped', async () => {
  const at = await hand.find(one)
  await hand.press('Escape')
  await expect(hand.told).toHaveText('geen knopen gekozen')
  await page.mouse.click(at.x, at.y)
  await expect(hand.told).toHaveText(new RegExp(`^${one}`))
  await page.mouse.dblclick(at.x, at.y)
  await expect.poll(() => hand.nodes()).toBeGreaterThan(ALL)
  await hand.press('Control+z')
  const again = await hand.find(one)
  await page.keyboard.down('Shift')
  await page.mouse.dblclick(again.x, again.y)
  await page.keyboard.up('Shift')
  await hand.cancel('Uitbreiden met voorwaarden')
  await hand.choose('Meer', /Dubbelklikken/)
  await hand.stage.focus()
  await hand.find(one)
  const { x, y } = await hand.find(one)
  await page.mouse.dblclick(x, y)
  await expect(page.locator('.page-facts')).toHaveText('Bedrijfsblad')
  await goTo(page, 'Netwerk')
  await hand.choose('Meer', /Dubbelklikken/)
})

test('right click, and Shift F10, open the menu of a node', async () => {
  const at = await hand.find(one)
  await page.mouse.click(at.x, at.y, { button: 'right' })
  await expect(page.getByRole('menuitem', { name: /Anderen verbergen/ })).toBeVisible()
  await hand.press('Escape')
  await hand.stage.focus()
  await hand.press('Shift+F10')
  await expect(page.getByRole('menuitem', { name: /Anderen verbergen/ })).toBeVisible()
  await hand.press('Escape')
})

test('drag: a node moves and is pinned, beside the nodes the picture moves, with Shift a rectangle chooses', async () => {
  const at = await hand.find(one)
  await page.mouse.move(at.x, at.y)
  await page.mouse.down()
  await page.mouse.move(at.x + 60, at.y + 40, { steps: 4 })
  await page.mouse.up()
  await expect(page.getByText('vastgezet', { exact: true }).first()).toBeVisible()
  await hand.press('Control+z', 'f')
  const before = await hand.atRest()
  const { x, y } = await hand.frame()
  await page.mouse.move(x + 6, y + 6)
  await page.mouse.down()
  await page.mouse.move(x + 90, y + 60, { steps: 4 })
  await page.mouse.up()
  expect((await hand.atRest()).equals(before)).toBe(false)
  await hand.press('f')
  await hand.atRest()
  await hand.draw([[0.01, 0.01], [0.99, 0.99]], 'Shift')
  await expect(hand.told).toHaveText(`${ALL} knopen gekozen`)
})

test('lasso: Ctrl and drag, or its own button, chooses what is drawn around', async () => {
  await hand.stage.focus()
  await hand.press('Escape')
  await hand.draw([[0.01, 0.01], [0.99, 0.01], [0.99, 0.99], [0.01, 0.99]], 'Control')
  await expect(hand.told).toHaveText(`${ALL} knopen gekozen`)
  await hand.press('l')
  await expect(page.getByRole('button', { name: /Kiezen met een lus/ })).toHaveAttribute('aria-pressed', 'true')
  await hand.press('m')
})

test('wheel and keys zoom; F and Shift 1 show all; Ctrl F searches', async () => {
  await hand.find(one)
  await hand.press('f')
  const whole = await hand.placeOfChosen()
  await hand.press('+')
  await expect.poll(() => hand.placeOfChosen()).not.toEqual(whole)
  await hand.press('-')
  await expect.poll(() => hand.placeOfChosen()).toEqual(whole)
  const { x, y, width, height } = await hand.frame()
  await page.mouse.move(x + width / 2, y + height / 2)
  await page.mouse.wheel(0, -400)
  await expect.poll(() => hand.placeOfChosen()).not.toEqual(whole)
  await hand.press('Shift+1')
  await expect.poll(() => hand.placeOfChosen()).toEqual(whole)
})

test('keys of Bloom: E expands, H hides, Shift H the others, I goes to the details, Alt A turns the choice round', async () => {
  await hand.find(one)
  await hand.press('Shift+h')
  await hand.expectNodes(1)
  await hand.press('Control+z')
  await hand.find(one)
  await hand.press('h')
  await hand.expectNodes(ALL - 1)
  await hand.press('Alt+h')
  await hand.expectNodes(ALL)
  await hand.find(one)
  await hand.press('Alt+a')
  await expect(hand.told).toHaveText(`${ALL - 1} knopen gekozen`)
  await hand.press('i')
  await expect(page.locator('#network-details')).toBeFocused()
  await hand.find(one)
  await hand.press('e')
  await expect.poll(() => hand.nodes()).toBeGreaterThan(ALL)
  await hand.press('Control+z')
})

test('keys of Kumu: 1 to 4 depth, P pins, O takes overlap away, Z resets filters', async () => {
  await hand.find(one)
  await hand.press('2')
  await expect.poll(() => hand.nodes()).toBeGreaterThan(ALL)
  await hand.press('Control+z')
  await hand.find(one)
  await hand.press('p')
  await expect(page.getByText('vastgezet', { exact: true }).first()).toBeVisible()
  await hand.press('p', 'o')
  await page.getByRole('button', { name: /^personen/ }).click()
  await hand.expectNodes(ALL - 1)
  await hand.stage.focus()
  await hand.press('z')
  await hand.expectNodes(ALL)
})

test('editing keys: Ctrl Z, Y, Shift Z, A, C, X, V, Del hides, Shift Del removes with a reason, F2 names', async () => {
  await hand.press('Control+a')
  await expect(hand.told).toHaveText(`${ALL} knopen gekozen`)
  await hand.press('Control+c')
  await hand.find(one)
  await hand.press('Delete')
  await hand.expectNodes(ALL - 1)
  await hand.press('Control+z')
  await hand.expectNodes(ALL)
  await hand.press('Control+y', 'Control+z', 'Control+Shift+z')
  await hand.expectNodes(ALL - 1)
  await hand.press('Control+v')
  await hand.expectNodes(ALL)
  await hand.find(one)
  await hand.press('Control+x')
  await hand.expectNodes(ALL - 1)
  await hand.press('Control+z')
  await hand.find(one)
  await hand.press('Shift+Delete')
  await hand.dialog('Uit het beeld verwijderen').getByLabel('Reden').fill('hoort er niet bij')
  await hand.dialog('Uit het beeld verwijderen').getByRole('button', { name: 'Verwijderen' }).click()
  await hand.expectNodes(ALL - 1)
  await hand.press('Control+z', 'F2')
  await expect(page.getByLabel('Titel', { exact: true })).toBeFocused()
})

test('list: / searches, arrows and space walk and choose in the table', async () => {
  await hand.stage.focus()
  await hand.press('/')
  await expect(page.getByRole('textbox', { name: 'Zoek in het beeld' })).toBeFocused()
  await hand.press('Escape')
  await hand.view('Tabel')
  await page.getByRole('grid', { name: 'Knopen' }).getByRole('row').nth(1).click()
  await hand.press('ArrowDown', 'Space')
  await expect(page.locator('#network-details').getByRole('heading', { level: 2, name: '2 knopen gekozen' })).toBeVisible()
  await hand.view('Beeld')
})

test('pin: a layout leaves what is pinned where it is', async () => {
  await hand.find(one)
  await hand.press('p')
  await hand.choose('Schikken', 'Als cirkel')
  await hand.view('Tabel')
  await expect(page.getByRole('grid', { name: 'Knopen' }).getByRole('row', { name: new RegExp(`${one}.*vastgezet`) })).toBeVisible()
  await hand.view('Beeld')
  await hand.stage.focus()
  await hand.press('Control+z', 'Control+z')
})

test('group: what is chosen, or all of a holding, as one with its lines; in the table too; opened, nothing is lost', async () => {
  await hand.press('Control+a', 'g')
  await expect(page.locator('.legend-group')).toBeVisible()
  await hand.press('Control+z')
  await hand.choose('Schikken', 'Groeperen per concern')
  await hand.view('Tabel')
  await page.getByRole('tab', { name: /Groepen/ }).click()
  await page.getByRole('grid', { name: 'Groepen' }).getByRole('row').nth(1).click()
  await hand.view('Beeld')
  await hand.stage.focus()
  await hand.press('Shift+g')
  await hand.expectNodes(ALL)
  await hand.choose('Schikken', 'Alle groepen opheffen')
})

test('expanding says beforehand what comes, and offers a group or a list', async () => {
  await hand.find(one)
  await hand.press('Shift+e')
  const asked = hand.dialog('Uitbreiden met voorwaarden')
  await expect(asked.getByRole('status')).toContainText(/\d/)
  await expect(asked.getByRole('button', { name: 'Als groep' })).toBeVisible()
  await asked.getByRole('button', { name: /Uit een lijst kiezen/ }).click()
  await expect(page.getByRole('dialog').getByRole('grid')).toBeVisible()
  await hand.press('Escape')
})

test('path between two stays marked, in the table too; a connecting network of more can be asked', async () => {
  await hand.stage.focus()
  await hand.press('Control+a', 'Shift+w')
  await hand.cancel('Verband zoeken')
  await hand.find(one)
  await hand.press('w')
  const asked = hand.dialog('Pad zoeken')
  await asked.getByRole('combobox', { name: 'Naar' }).fill(other)
  await page.getByRole('option', { name: new RegExp(other) }).click()
  await asked.getByRole('button', { name: /Zoek/ }).click()
  await expect(page.locator('.panel-path')).toBeVisible()
  await hand.view('Tabel')
  await expect(page.getByRole('columnheader', { name: 'Pad' })).toBeVisible()
  await hand.view('Beeld')
  await hand.stage.focus()
  await hand.press('Control+z')
})

test('layouts: grid, circle, tree, years, and anew', async () => {
  for (const shape of ['Als raster', 'Als cirkel', 'Als boom', 'Op jaar van begin', /Opnieuw schikken/]) await hand.choose('Schikken', shape)
  await page.getByRole('tab', { name: /Stappen/ }).click()
  await expect(page.getByRole('list', { name: 'Stappen' }).locator('[aria-current=step]')).toContainText('Opnieuw geschikt')
  await page.getByRole('tab', { name: 'Details' }).click()
})

test('legend: every kind is a switch', async () => {
  await page.getByRole('button', { name: /^personen/ }).click()
  await hand.expectNodes(ALL - 1)
  await page.getByRole('button', { name: /^personen/ }).click()
  await hand.expectNodes(ALL)
})

test('looks: a note marks its node, and stands apart from the facts', async () => {
  await hand.find(one)
  await hand.press('n')
  await hand.dialog(/Notitie bij/).getByRole('textbox').fill('nagaan bij de afdeling')
  await hand.dialog(/Notitie bij/).getByRole('button', { name: 'Opslaan' }).click()
  await expect(page.getByRole('heading', { name: 'Notitie' })).toBeVisible()
})

test('time: a window over the years fades and leaves, plays, and two dates show what came and went', async () => {
  await page.getByRole('slider', { name: 'Vanaf jaar' }).focus()
  await hand.press('ArrowRight')
  await expect(page.getByText(/buiten de periode/)).toBeVisible()
  await hand.expectNodes(ALL)
  await page.getByRole('button', { name: 'Afspelen' }).click()
  await page.getByRole('button', { name: 'Stoppen' }).click()
  await page.getByRole('button', { name: 'Alle jaren' }).click()
  await page.getByRole('radio', { name: 'Verschil' }).click()
  await page.getByLabel('Eerste datum').fill('01-01-2023')
  await page.getByLabel('Tweede datum').fill('01-10-2026')
  await expect(page.getByText(/\d+ erbij \(dik\)/)).toBeVisible()
  await page.getByRole('radio', { name: 'Periode' }).click()
})

test('linked views: picture, table, time and map share one choice', async () => {
  await hand.find('Josephsonpark')
  for (const view of ['Tabel', 'Tijd', 'Kaart', 'Beeld'] as const) {
    await hand.view(view)
    await expect(page.locator('#network-details').getByRole('heading', { level: 2, name: /Josephsonpark/ })).toBeVisible()
  }
})

test('what is found stands in the middle, and can be all that is shown', async () => {
  await hand.find(other)
  await hand.press('Control+f')
  await page.getByRole('textbox', { name: 'Zoek in het beeld' }).fill(other)
  await page.getByRole('button', { name: 'Alleen deze tonen' }).click()
  await hand.expectNodes(1)
  await hand.press('Escape')
  await hand.stage.focus()
  await hand.press('Control+z')
  await hand.expectNodes(ALL)
})

test('undo: every step is in a list, back to the empty table and forth', async () => {
  await page.getByRole('tab', { name: /Stappen/ }).click()
  const steps = page.getByRole('list', { name: 'Stappen' }).getByRole('button')
  await steps.last().click()
  await expect(page.getByText('Begin bij een adres')).toBeVisible()
  await steps.nth(1).click() // the newest was undone just now
  await hand.expectNodes(ALL)
  await page.getByRole('tab', { name: 'Details' }).click()
})

test('saved views: kept with a case, with versions, and opened as they were', async () => {
  await page.getByRole('button', { name: 'Naar casus…' }).first().click()
  const made = hand.dialog('Naar een nieuwe casus')
  await made.getByRole('button', { name: /Fenomeen/ }).click()
  await page.getByRole('option', { name: 'Witwassen' }).click()
  await made.getByRole('button', { name: 'Casus maken' }).click()
  await expect(page.getByRole('tab', { name: /^Onderwerpen/ })).toBeVisible()
  await goTo(page, 'Netwerk')
  for (const version of [1, 2]) {
    await hand.stage.focus()
    await hand.press('Control+s')
    const asked = hand.dialog('Weergave bewaren in een casus')
    await asked.getByRole('button', { name: /Casus$/ }).click()
    await page.getByRole('option', { name: /C-2026/ }).click()
    await asked.getByLabel('Naam').fill('Begin')
    await asked.getByRole('button', { name: 'Bewaren', exact: true }).click()
    await expect(page.getByText(`bewaard als versie ${version}`)).toBeVisible()
  }
  await hand.choose('Meer', /Netwerk sluiten/)
  await hand.dialog('Netwerk sluiten?').getByRole('button', { name: 'Netwerk sluiten' }).click()
  await goTo(page, 'Casussen')
  await page.getByRole('row').nth(1).click()
  await page.getByRole('tab', { name: /^Netwerk/ }).click()
  await page.getByText('1 eerdere versie').click()
  await page.getByRole('button', { name: 'Versie 1 van Begin openen' }).click()
  await hand.expectNodes(ALL)
  await hand.find(one)
  await expect(page.getByText('nagaan bij de afdeling')).toBeVisible()
})

test('a dialog and a menu that were closed leave nothing behind in the window', async () => {
  await hand.expectNothingLeftOfDialogs()
})

test('by keyboard only: walking, choosing together, moving; without violations as picture and as table', async () => {
  await hand.stage.focus()
  await hand.press('Escape', 'ArrowDown', 'Shift+ArrowRight', 'Shift+ArrowDown')
  await expect(hand.told).toHaveText(/^\d knopen gekozen/)
  await hand.press('Alt+ArrowRight')
  await page.getByRole('tab', { name: /Stappen/ }).click()
  await expect(page.getByRole('list', { name: 'Stappen' }).locator('[aria-current=step]')).toContainText('verplaatst')
  await page.getByRole('tab', { name: 'Details' }).click()
  for (const view of ['Tabel', 'Beeld'] as const) {
    await hand.view(view)
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']).exclude('[data-live-announcer]').analyze()
    expect(violations.map(({ id, nodes: at }) => `${id}: ${at.map(({ html }) => html.slice(0, 160)).join(' | ')}`)).toEqual([])
  }
})

test('files: picture, tables, GraphML, GEXF and i2, each with confidentiality and log line', async () => {
  for (const [form, ending, begins] of [
    ['PNG, afbeelding', 'png', '\u0089PNG'], ['SVG, schaalbare afbeelding', 'svg', '<svg'], ['PDF, om af te drukken', 'pdf', '%PDF-'], ['XLSX, twee tabellen', 'xlsx', 'PK'],
    ['CSV, verbindingen', 'csv', 'Titel;'], ['GraphML', 'graphml', '<?xml'], ['GEXF (Gephi)', 'gexf', '<?xml'], ['ANX (i2 Analyst’s Notebook)', 'anx', '<?xml'],
  ] as const) {
    const file = join(application.folder, `beeld.${ending}`)
    await application.answerSave(file)
    await hand.stage.focus()
    await hand.press('x')
    const asked = hand.dialog('Netwerk opslaan')
    await asked.getByRole('button', { name: /Vorm/ }).click()
    await page.getByRole('option', { name: form, exact: true }).click()
    await asked.getByRole('button', { name: 'Plaats kiezen en opslaan…' }).click()
    await expect(page.getByText(`beeld.${ending} opgeslagen, logregel`)).toBeVisible()
    const bytes = readFileSync(file)
    expect(bytes.toString('latin1').replace('\u00ef\u00bb\u00bf', '').startsWith(begins)).toBe(true)
    if (!['png', 'pdf', 'xlsx'].includes(ending)) expect(bytes.toString('utf8')).toMatch(/vertrouwelijk[\s\S]*ogregel/)
    // a page that can be read aloud, on one sheet
    if (ending === 'pdf') expect([bytes.includes('/StructTreeRoot'), bytes.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length]).toEqual([true, 1])
  }
})

for (const size of ['100', '500', '2.000'] as const) {
  test(`a picture of ${size} nodes`, async ({}, info) => {
    await hand.showWith(size)
    await page.screenshot({ path: info.outputPath(`netwerk-${size}.png`) })
  })
}
