import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { AddressSheet } from '#shared/contract/catalogue.ts'
import { entityKey } from '#shared/model/entity.ts'
import { unpack } from '../fixtures/unpack.ts'
import { writeWorkbook } from '../fixtures/workbook.ts'
import { ask, choosePurpose, goTo, lockAndOpen, makeDemoVault, readPlan } from './demoVault.ts'
import type { Application } from './launch.ts'
import { inOneSitting } from './sitting.ts'

/** The main job as one analyst does it, in one sitting: each test goes on where the one before it stopped. */
test.describe.configure({ mode: 'serial', timeout: 180_000 })

let application: Application
/** a dwelling with far more companies than it can hold, hidden in the demo municipality */
let address: AddressSheet
let street: string
let companyName: string

inOneSitting((opened) => {
  application = opened
})

test('a newcomer looks round in the demo municipality and chooses a purpose', async () => {
  const { page } = application
  await makeDemoVault(application, '2.000')
  await choosePurpose(page, 'RIEC-casus voorbereiden', 'Z-2026-0117')
  await expect(page.getByRole('button', { name: /RIEC-casus voorbereiden/ })).toContainText('Z-2026-0117')

  const stack = readPlan(2000).networks.find(({ kind }) => kind === 'stapeladres')
  const reply = await ask(page, 'address.get', { key: entityKey('address', stack?.addresses[0] ?? 0) })
  if (!reply.ok) throw new Error(reply.problem.code)
  address = AddressSheet.parse(reply.value)
  street = (address.lines[0] ?? '').replace(/ \d.*$/, '')
  companyName = address.facts.find(({ category, other }) => category === 'establishment' && other !== null)?.other?.label ?? ''
  expect(companyName).not.toBe('')
})

test('a dirty CSV: proposed mapping, one column changed, dry run, refused row, taken in, refusals exported', async () => {
  const { page, folder } = application
  const [line = '', place = ''] = address.lines
  const number = line.replace(/^.* (\d)/, '$1')
  const [postcode, city] = [place.slice(0, 7), place.slice(7).trim()]
  const rows = [
    'Zaaknr.;Straat;Huisnr;PC;Plaats;Datum controle;Soort;Thema;Bevindingen',
    `HH-1;${street.toUpperCase()};${number};${postcode.replace(' ', '').toLowerCase()};${city};3-2-2026;adrescontrole;witwas;Geen bijzonderheden`,
    `HH-2;${street};${number};${postcode};${city};31-02-2026;adrescontrole;witwas;Overtreding`,
    `HH-3;${street};${number};${postcode};${city};17 maart 2026;bedrijfscontrolé;witwas;overtr.`,
  ]
  const file = join(folder, 'controles handhaving.csv')
  writeFileSync(file, Buffer.from(rows.map((row) => `${row}\r\n`).join(''), 'latin1'))

  await goTo(page, 'Bronnen')
  await application.answerOpen(file)
  await page.getByRole('button', { name: 'Bestanden kiezen' }).click()
  await expect(page.getByRole('heading', { level: 2, name: 'controles handhaving.csv' })).toBeVisible()
  await expect(page.getByRole('button', { name: /Veld voor kolom Bevindingen/ })).toHaveText('Uitkomst')
  await expect(page.getByRole('button', { name: /Veld voor kolom Datum controle/ })).toHaveText('Gecontroleerd op')

  await page.getByRole('button', { name: /Veld voor kolom Thema/ }).click()
  await page.getByRole('option', { name: 'Fenomeen' }).click()
  await expect(page.getByRole('row', { name: /Thema/ })).toContainText('door u gekozen')

  await page.getByRole('button', { name: 'Proefinlezing' }).click()
  const trial = page.getByRole('region', { name: 'Proefinlezing: er is nog niets ingenomen' })
  const refused = trial.getByRole('row', { name: /geweigerd/ })
  await expect(refused).toContainText('31-02-2026')
  await expect(refused).toContainText('F Datum controle')
  await expect(refused.getByRole('gridcell').nth(1)).toHaveText('3')

  await page.getByRole('button', { name: 'Innemen', exact: true }).click()
  const taken = page.getByRole('region', { name: 'Ingenomen', exact: true })
  await expect(taken).toBeVisible()

  const refusals = join(folder, 'geweigerd.csv')
  await application.answerSave(refusals)
  await taken.getByRole('button', { name: 'Geweigerde rijen opslaan' }).click()
  await expect(page.getByText('1 geweigerde rij opgeslagen')).toBeVisible()
  const saved = readFileSync(refusals, 'latin1')
  expect(saved).toContain('HH-2;')
  expect(saved).not.toContain('HH-1;')
})

test('the same file again changes nothing', async () => {
  const { page, folder } = application
  await page.getByRole('button', { name: /controles handhaving.csv weghalen/ }).click()
  await application.answerOpen(join(folder, 'controles handhaving.csv'))
  await page.getByRole('button', { name: 'Bestanden kiezen' }).click()
  await expect(page.getByText(/Dit bestand is al ingenomen op/)).toBeVisible()
  await page.getByRole('button', { name: /Veld voor kolom Thema/ }).click()
  await page.getByRole('option', { name: 'Fenomeen' }).click()
  await page.getByRole('button', { name: 'Proefinlezing' }).click()
  await page.getByRole('button', { name: 'Innemen', exact: true }).click()
  await expect(page.getByText('Dit blad was al ingenomen; er is niets veranderd.')).toBeVisible()
})

test('a workbook of a department with its headings on the third row; then link and score', async () => {
  const { page, folder } = application
  const [line = '', place = ''] = address.lines
  const file = join(folder, 'signalen wijkteam.xlsx')
  writeWorkbook(file, [
    ['Meldingen wijkteam 2026'],
    [],
    ['Kenmerk', 'Aard melding', 'Fenomeen', 'Waarnemingsdatum', 'Locatie', 'Contactfunctie', 'Omschrijving'],
    ['W-1', 'post op naam van velen', 'witwassen', '12-01-2026', `${line}, ${place}`, 'coördinator wijkteam', 'Veel post voor bedrijven, niemand thuis.'],
    ['W-2', 'loop', 'drugs', '14-01-2026', null, 'coördinator wijkteam', 'Zonder adres.'],
  ], 'Meldingen')

  await application.answerOpen(file)
  await page.getByRole('button', { name: 'Bestanden kiezen' }).click()
  await page.getByRole('button', { name: /signalen wijkteam.xlsx/ }).first().click()
  await expect(page.getByLabel('Koppen op rij')).toHaveValue('3')
  await page.getByLabel('Leverancier').fill('Wijkteam Zuid')
  await page.getByRole('button', { name: 'Proefinlezing' }).click()
  const trial = page.getByRole('region', { name: 'Proefinlezing: er is nog niets ingenomen' })
  await expect(trial.getByRole('row', { name: /geweigerd/ }).getByRole('gridcell').nth(1)).toHaveText('5')
  await page.getByRole('button', { name: 'Innemen', exact: true }).click()
  await expect(page.getByRole('region', { name: 'Ingenomen', exact: true })).toBeVisible()

  await page.getByRole('button', { name: 'Koppelen en scoren' }).click()
  await expect(page.getByText('Gekoppeld en gescoord.')).toBeVisible({ timeout: 60_000 })
  await page.getByRole('radio', { name: 'Leveringen' }).click()
  const delivery = page.getByRole('row', { name: /signalen wijkteam.xlsx/ })
  await expect(delivery).toContainText('Wijkteam Zuid')
})

test('an address found by a misspelt name tells hit or no hit per department', async () => {
  const { page } = application
  await goTo(page, 'Zoeken')
  const [line = ''] = address.lines
  await page.getByRole('searchbox').fill(misspelt(line))
  await page.getByRole('option', { name: new RegExp(`^${escape(line)} `) }).click()
  await expect(page.getByRole('heading', { level: 1, name: line })).toBeVisible()
  const known = page.getByRole('region', { name: 'Bekend bij afdelingen' })
  await expect(known.getByRole('row', { name: /Wijkteam Zuid/ })).toContainText('coördinator wijkteam')
  await expect(known.getByText('geen hit').first()).toBeVisible()
  await expect(known).not.toContainText('niemand thuis')
})

test('its network: expand, hide, undo, pin, path, table, picture', async () => {
  const { page, folder } = application
  await page.getByRole('button', { name: 'In netwerk tonen' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Netwerk' })).toBeVisible()
  const facts = page.getByRole('status').filter({ hasText: /knopen/ }).first()
  const countNodes = async () => Number.parseInt((await facts.textContent()) ?? '', 10)
  await expect(facts).toBeVisible()
  const start = await countNodes()
  expect(start).toBeGreaterThan(10)

  await page.getByRole('radio', { name: 'Tabel' }).click()
  const company = page.getByRole('row', { name: new RegExp(escape(companyName)) }).first()
  await company.click()
  await page.keyboard.press('e')
  await expect.poll(countNodes).toBeGreaterThan(start)
  const expanded = await countNodes()

  await page.keyboard.press('h')
  await expect.poll(countNodes).toBe(expanded - 1)
  await page.keyboard.press('Control+z')
  await expect.poll(countNodes).toBe(expanded)
  await company.click()
  await page.keyboard.press('p')
  await expect(company).toContainText('vastgezet')

  await page.keyboard.press('w')
  const dialog = page.getByRole('dialog', { name: 'Pad zoeken' })
  await expect(dialog.getByRole('combobox', { name: 'Van', exact: true })).toHaveValue(companyName)
  const person = await page.getByRole('row', { name: /persoon/ }).first().getByRole('gridcell').first().textContent()
  await dialog.getByRole('combobox', { name: 'Naar', exact: true }).fill(person ?? '')
  await page.getByRole('option').first().click()
  await dialog.getByRole('button', { name: 'Zoeken' }).click()
  await expect(page.getByText('Gemarkeerd pad')).toBeVisible()

  await page.getByRole('radio', { name: 'Beeld' }).click()
  await expect(page.getByRole('listbox', { name: /Netwerkbeeld/ })).toBeVisible()
  await application.answerSave(join(folder, 'netwerk.png'))
  await page.getByRole('button', { name: 'Meer' }).click()
  await page.getByRole('menuitem', { name: 'Opslaan als afbeelding…' }).click()
  await page.getByRole('dialog', { name: 'Netwerk opslaan' }).getByRole('button', { name: 'Plaats kiezen en opslaan…' }).click()
  await expect(page.getByText(/netwerk\.png opgeslagen, logregel/)).toBeVisible()
  expect(readFileSync(join(folder, 'netwerk.png')).subarray(1, 4).toString()).toBe('PNG')
})

test('areas: the explanation adds up to the score and opens to its rows', async () => {
  const { page } = application
  await goTo(page, 'Gebieden')
  await page.getByRole('radio', { name: 'Wijken' }).click()
  await page.getByRole('radio', { name: 'Witwassen' }).click()
  const ranking = page.getByRole('grid', { name: /Rangorde/ })
  await ranking.getByRole('row').nth(1).click()
  const panel = page.getByRole('region', { name: /^Onderbouwing/ })
  await panel.getByRole('button', { name: 'Exacte aantallen en rijen' }).click()
  await expect(panel.getByText(/Aantallen zijn exact/)).toBeVisible()
  await expect(panel.getByText('Som = score')).toBeVisible()
  const parts = await panel.locator('.score-part .score-part-value').allTextContents()
  const total = await panel.locator('.score-total .score-part-value').textContent()
  const sum = parts.map(numberOf).reduce((one, other) => one + other, 0)
  // each part is shown with two decimals
  expect(Math.abs(sum - numberOf(total ?? ''))).toBeLessThanOrEqual(0.005 * (parts.length + 1))

  await panel.getByRole('link', { name: /^\d+ rij(en)?: / }).first().click()
  const evidence = page.getByRole('dialog')
  await expect(evidence.getByRole('row').nth(1)).toBeVisible()
  const rows = Number.parseInt(/^\d+/.exec((await evidence.getByText('Dit zijn dezelfde rijen').textContent()) ?? '')?.[0] ?? '', 10)
  expect(await evidence.getByRole('grid').getAttribute('aria-rowcount')).toBe(String(rows + 1))
  await page.keyboard.press('Escape')
})

test('branches: a ranking per SBI version', async () => {
  const { page } = application
  await goTo(page, 'Branches')
  await page.getByRole('radio', { name: 'Witwassen' }).click()
  await page.getByRole('grid', { name: /Rangorde/ }).getByRole('row').nth(1).click()
  await expect(page.getByRole('region', { name: /^Onderbouwing/ }).getByText('Aandacht, geen vermoeden')).toBeVisible()
})

test('a case from the network: a fact with its source, a hypothesis, and the dossier in four files', async () => {
  const { page, folder } = application
  await goTo(page, 'Netwerk')
  await page.getByRole('button', { name: 'Naar casus…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Naar een nieuwe casus' })
  await dialog.getByLabel('Titel van de casus').fill('Bedrijven op één woning')
  await dialog.getByRole('button', { name: /Fenomeen/ }).click()
  await page.getByRole('option', { name: 'Witwassen' }).click()
  await dialog.getByLabel('Aanleiding').fill('Signaal van het wijkteam.')
  await dialog.getByRole('button', { name: 'Casus maken' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Bedrijven op één woning' })).toBeVisible()

  await page.getByRole('tab', { name: /Feiten en interpretatie/ }).click()
  await page.keyboard.press('f')
  const fact = page.getByRole('dialog', { name: 'Feit toevoegen' })
  await fact.getByLabel('Wat staat vast?').fill('Op het adres staan meer dan tien vennootschappen ingeschreven.')
  await fact.getByRole('button', { name: 'Toevoegen' }).click()
  await expect(fact.getByText('Een feit heeft ten minste één bronregel.')).toBeVisible()
  await fact.getByRole('option').first().click()
  await fact.getByRole('button', { name: 'Toevoegen' }).click()
  await expect(fact).toBeHidden()
  await page.getByRole('button', { name: 'Hypothese toevoegen' }).click()
  const hypothesis = page.getByRole('dialog', { name: 'Hypothese toevoegen' })
  await hypothesis.getByLabel('Wat veronderstelt u?').fill('De woning dient als postadres.')
  await hypothesis.getByRole('button', { name: 'Toevoegen' }).click()
  await expect(page.getByRole('region', { name: 'Interpretatie' })).toContainText('De woning dient als postadres.')

  const target = join(folder, 'dossier')
  mkdirSync(target)
  await page.getByRole('button', { name: 'Dossier maken' }).click()
  await page.getByLabel('Bestemd voor').fill('RIEC Midden-Nederland')
  await page.getByRole('button', { name: /Speelde een aandachtscore/ }).click()
  await page.getByRole('option', { name: 'Nee' }).click()
  await application.answerOpen(target)
  await page.getByRole('button', { name: /Map kiezen/ }).click()
  await page.getByRole('button', { name: 'Exporteren' }).click()
  await expect(page.getByText(/Geschreven in dossier; logregel/)).toBeVisible({ timeout: 60_000 })
  const bytesOf = (extension: string) => readFileSync(join(target, readdirSync(target).find((name) => name.endsWith(extension)) ?? extension))
  const document = await unpack(bytesOf('.docx'))
  expect(document.get('word/document.xml')).toContain('De woning dient als postadres.')
  const workbook = await unpack(bytesOf('.xlsx'))
  expect([...workbook.keys()]).toEqual(expect.arrayContaining(['[Content_Types].xml', 'xl/workbook.xml', 'xl/worksheets/sheet1.xml']))
  const pdf = bytesOf('.pdf').toString('latin1')
  expect(pdf.slice(0, 5)).toBe('%PDF-')
  expect(pdf).toContain('/StructTreeRoot')
  expect(bytesOf('.png').subarray(1, 4).toString()).toBe('PNG')

  await page.getByRole('tab', { name: /^Netwerk/ }).click()
  await page.getByRole('button', { name: 'Vernieuwen in Netwerk' }).click()
  await page.getByRole('button', { name: 'Weergave bewaren…' }).click()
  await page.getByRole('dialog', { name: 'Weergave bewaren in een casus' }).getByRole('button', { name: 'Bewaren' }).click()
  await expect(page.getByText(/^Het beeld van C-\d{4}-0001 is vervangen/)).toBeVisible()
})

test('Bibob: the relations of a company to the persons behind it', async () => {
  const { page } = application
  await choosePurpose(page, 'Bibob: eigen onderzoek', 'B-2026-004')
  await goTo(page, 'Bibob')
  await page.getByRole('searchbox').fill(companyName)
  await page.getByRole('option', { name: new RegExp(escape(companyName)) }).first().click()
  await expect(page.getByRole('heading', { level: 1, name: companyName })).toBeVisible()
  await expect(page.getByRole('row', { name: /natuurlijk persoon/ }).first()).toBeVisible()
  await page.getByRole('tab', { name: 'Verwijzindex' }).click()
  await expect(page.getByRole('columnheader', { name: 'Geen hit bij' })).toBeVisible()
})

test('the log is intact and tells what was done; locked, only the right passphrase opens', async () => {
  const { page, folder } = application
  await goTo(page, 'Verantwoording')
  await page.getByRole('button', { name: 'Logboek controleren' }).click()
  await expect(page.getByText(/Het logboek klopt: \d/)).toBeVisible()
  const log = page.getByRole('grid', { name: 'Logboek' })
  await page.getByLabel('Naam, onderwerp of zaaknummer').fill('Z-2026-0117')
  await expect(log.getByRole('row').nth(1)).toContainText('Z-2026-0117')
  await page.getByLabel('Naam, onderwerp of zaaknummer').fill('RIEC Midden-Nederland')
  await expect(log.getByRole('row').nth(1)).toContainText('casus 1 aan RIEC Midden-Nederland')

  await lockAndOpen(page)
  expect(existsSync(join(folder, 'demogemeente.kluis'))).toBe(true)
})

/** With two letters swapped, as one types in haste. */
function misspelt(line: string): string {
  return line.replace(/^(.{3})(.)(.)/, '$1$3$2')
}

/** `+1,23` and `−0,40` as numbers. */
function numberOf(words: string): number {
  return Number(words.replace('−', '-').replace('+', '').replace('.', '').replace(',', '.').replaceAll(/\s/g, ''))
}

function escape(words: string): string {
  return words.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
}
