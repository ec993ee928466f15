import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { AddressSheet } from '#shared/contract/catalogue.ts'
import { CaseSummary } from '#shared/contract/dossier.ts'
import { entityKey } from '#shared/model/entity.ts'
import { ask, choosePurpose, goTo, makeDemoVault, passphrase, readPlan } from './demoVault.ts'
import type { Application } from './launch.ts'

/** One picture of the application; each goes on from where the one before it left the window. */
export interface Scene {
  /** the file name, without extension */
  name: string
  show(application: Application): Promise<void>
}

const { networks } = readPlan(30_000)
const caseTitle = 'Eén bestuurder, vele vennootschappen'

/** The first hidden network of a kind: where the pictures look. */
function planted(kind: string): { address: number; company: string } {
  const found = networks.find((network) => network.kind === kind)
  return { address: found?.addresses[0] ?? 0, company: String(found?.companies[0] ?? 0).padStart(8, '0') }
}

/** The municipality and one delivery on top of it, made while the first pictures are taken. */
const inOrder: readonly Scene[] = [
  {
    name: 'ontgrendelen',
    show: async ({ page }) => page.getByRole('heading', { name: 'Rondkijken in de demogemeente' }).waitFor(),
  },
  {
    name: 'bronnen-toewijzing',
    show: async (application) => {
      const { page, folder } = application
      await makeDemoVault(application, '30.000')
      await choosePurpose(page, 'RIEC-casus voorbereiden', 'Z-2026-0117')
      const file = join(folder, 'meldingen wijkteams.csv')
      writeFileSync(file, await delivery(page))
      await goTo(page, 'Bronnen')
      await application.answerOpen(file)
      await page.getByRole('button', { name: 'Bestanden kiezen' }).click()
      await page.getByLabel('Leverancier').fill('Wijkteams')
      await page.getByLabel('Peildatum').fill('01-10-2026')
    },
  },
  {
    name: 'bronnen-resultaat',
    show: async ({ page }) => {
      await page.getByRole('button', { name: 'Proefinlezing' }).click()
      await page.getByRole('button', { name: 'Innemen', exact: true }).click()
      await page.getByRole('region', { name: 'Ingenomen', exact: true }).waitFor()
    },
  },
  {
    name: 'zoeken',
    show: async ({ page }) => {
      await page.getByRole('button', { name: 'Koppelen en scoren' }).click()
      await page.getByText('Gekoppeld en gescoord.').waitFor({ timeout: 120_000 })
      await goTo(page, 'Zoeken')
      await page.getByRole('searchbox').fill('kapslon')
      await page.getByRole('option', { name: /Kapsalon/ }).first().waitFor()
    },
  },
  {
    name: 'adresblad',
    show: async ({ page }) => {
      await goTo(page, 'Zoeken')
      const { lines } = await addressSheet(page, planted('doorstart').address)
      await openHit(page, lines[0] ?? '')
    },
  },
  {
    name: 'bedrijfsblad',
    show: async ({ page }) => {
      await goTo(page, 'Zoeken')
      await openHit(page, planted('katvanger').company)
    },
  },
  {
    name: 'netwerk',
    show: async ({ page }) => {
      await goTo(page, 'Zoeken')
      await openHit(page, planted('katvanger').company)
      await page.getByRole('button', { name: 'In netwerk tonen' }).click()
      await page.getByRole('listbox', { name: /Netwerkbeeld/ }).waitFor()
      await page.keyboard.press('2')
      await page.getByText(/toegevoegd/).waitFor()
      await closeMessages(page)
      await page.keyboard.press('f')
    },
  },
  { name: 'netwerk-donker', show: ({ page }) => chooseTheme(page, 'Donker') },
  {
    name: 'netwerk-volledig-scherm',
    show: async ({ page }) => {
      await chooseTheme(page, 'Licht')
      await page.getByRole('listbox', { name: /Netwerkbeeld/ }).focus()
      await page.keyboard.press('Escape')
      await page.getByLabel('Titel', { exact: true }).fill(caseTitle)
      await page.getByRole('heading', { level: 1 }).focus()
      await page.keyboard.press('v')
      await page.getByRole('heading', { level: 1, name: caseTitle }).waitFor()
    },
  },
  {
    name: 'casus-feiten',
    show: async ({ page }) => {
      await page.keyboard.press('Escape')
      await makeCase(page)
      await closeMessages(page)
    },
  },
  {
    name: 'casus-aanpak',
    show: async ({ page }) => {
      await page.getByRole('tab', { name: /^Aanpak/ }).click()
      for (const planned of plan) await addIntervention(page, planned)
    },
  },
  {
    name: 'casus-export',
    show: async (application) => {
      const { page, folder } = application
      const target = join(folder, 'Overleg RIEC')
      mkdirSync(target)
      await page.getByRole('button', { name: 'Dossier maken' }).click()
      await page.getByLabel('Bestemd voor').fill('RIEC Midden-Nederland, gemeente Almere')
      await page.getByRole('button', { name: /Speelde een aandachtscore/ }).click()
      await page.getByRole('option', { name: 'Nee' }).click()
      await application.answerOpen(target)
      await page.getByRole('button', { name: /Map kiezen/ }).click()
      await page.getByRole('button', { name: 'Exporteren' }).click()
      await page.getByText(/Geschreven in/).waitFor({ timeout: 60_000 })
    },
  },
  {
    name: 'gebieden',
    show: async ({ page }) => {
      await goTo(page, 'Gebieden')
      await page.getByRole('radio', { name: 'Vastgoed' }).click()
      await openFirstScore(page)
    },
  },
  { name: 'gebieden-donker', show: ({ page }) => chooseTheme(page, 'Donker') },
  {
    name: 'branches',
    show: async ({ page }) => {
      await chooseTheme(page, 'Licht')
      await goTo(page, 'Branches')
      await page.getByRole('radio', { name: 'Witwassen' }).click()
      await openFirstScore(page)
    },
  },
  {
    name: 'wat-als',
    show: async ({ page }) => {
      await page.getByRole('button', { name: /^Wat als/ }).click()
      await page.getByRole('dialog', { name: /^Wat als/ }).getByRole('row').getByRole('textbox').first().waitFor()
    },
  },
  {
    name: 'bevindingen',
    show: async ({ page }) => {
      await page.keyboard.press('Escape')
      await goTo(page, 'Bevindingen')
      await page.getByRole('heading', { level: 1, name: 'Bevindingen' }).waitFor()
    },
  },
  {
    name: 'leveringen',
    show: async ({ page }) => {
      await goTo(page, 'Bronnen')
      await page.getByRole('radio', { name: 'Leveringen' }).click()
    },
  },
  {
    name: 'beoordelen',
    show: async ({ page }) => {
      await goTo(page, 'Beoordelen')
      await page.getByRole('heading', { level: 1, name: 'Beoordelen' }).waitFor()
    },
  },
  {
    name: 'overzicht',
    show: async ({ page }) => {
      await goTo(page, 'Overzicht')
      await page.getByRole('region', { name: 'Casussen' }).getByText(caseTitle).waitFor()
    },
  },
  {
    name: 'wegen',
    show: async ({ page }) => {
      await choosePurpose(page, 'Signaal wegen en bronnen raadplegen', 'Z-2026-0201')
      await goTo(page, 'Wegen')
      await page.getByRole('grid', { name: 'Signalen ontvangen' }).getByRole('row').nth(1).click()
      await page.getByLabel('Waarom pakt u dit signaal op?').fill('Twee meldingen in een maand, los van elkaar gedaan.')
      await page.getByRole('button', { name: 'In weging nemen' }).click()
      await page.getByRole('region', { name: 'Wegingen' }).waitFor()
    },
  },
  {
    name: 'bibob',
    show: async ({ page }) => {
      await choosePurpose(page, 'Bibob: eigen onderzoek', 'B-2026-004')
      await goTo(page, 'Bibob')
      await page.getByRole('searchbox').fill(planted('katvanger').company)
      await page.getByRole('option', { name: new RegExp(planted('katvanger').company) }).click()
      await page.getByRole('tab', { name: /Achter de betrokkene/ }).waitFor()
    },
  },
  {
    name: 'verantwoording',
    show: async ({ page }) => {
      await goTo(page, 'Verantwoording')
      await page.getByRole('button', { name: 'Logboek controleren' }).click()
      await page.getByText(/Het logboek klopt/).waitFor()
    },
  },
  {
    name: 'vernietigd',
    show: async ({ page, folder }) => {
      await choosePurpose(page, 'RIEC-casus voorbereiden', 'Z-2026-0117')
      for (const { title, phenomenon, result } of over) await closedCase(page, title, phenomenon, result)
      await lockDuring(page, () => void execFileSync(process.execPath, [join(import.meta.dirname, 'yearsLater.ts'), join(folder, 'demogemeente.kluis'), passphrase]))
      await choosePurpose(page, 'RIEC-casus voorbereiden', 'Z-2026-0117')
      for (const { title } of over) await destroy(page, title)
      await closeMessages(page)
      await goTo(page, 'Verantwoording')
      await page.getByRole('tab', { name: 'Vernietigd' }).click()
      await page.getByRole('row', { name: /C\. Collega/ }).first().waitFor()
    },
  },
  { name: 'bewaartermijnen', show: ({ page }) => page.getByRole('tab', { name: 'Bewaartermijnen' }).click() },
  {
    name: 'handboek',
    show: async ({ page }) => {
      await goTo(page, 'Handboek')
      await page.getByRole('link', { name: 'Aandachtscores' }).click()
      await page.getByRole('heading', { level: 2, name: 'Aandachtscores' }).waitFor()
    },
  },
]

/** Every scene, held until the window has come to rest. */
export const scenes: readonly Scene[] = inOrder.map(({ name, show }) => ({
  name,
  show: async (application) => {
    await show(application)
    await comeToRest(application.page)
  },
}))

/** Waits until two pictures in a row are the same: nothing loads, moves or fades any more. */
async function comeToRest(page: Page): Promise<void> {
  await page.mouse.move(0, 0)
  let before: Buffer = Buffer.alloc(0)
  for (let now = await page.screenshot(); !now.equals(before); now = await page.screenshot()) before = now
}

/** A department's file as dirty as they come, about places where something is hidden. */
async function delivery(page: Page): Promise<string> {
  const [restart, stack, straw] = await Promise.all(['doorstart', 'stapeladres', 'katvanger'].map((kind) => addressSheet(page, planted(kind).address)))
  const line = (sheet: AddressSheet | undefined): string => sheet?.lines[0] ?? ''
  const place = (sheet: AddressSheet | undefined): string => sheet?.lines[1] ?? ''
  const rows = [
    ['Meldingnr', 'Soort melding', 'Thema', 'Waargenomen op', 'Locatie', 'PC + plaats', 'Te bellen', 'Wat is er gezien'],
    ['WT-26-001', 'wisselende exploitanten', 'witwassen', '14-3-2026', line(restart), place(restart), 'coördinator wijkteam', 'Elk jaar een andere naam op de gevel.'],
    ['WT-26-002', 'contante betalingen', 'geldwassen', '2 april 2026', line(restart).toLowerCase(), place(restart), 'coördinator wijkteam', 'Alleen contant, weinig klanten.'],
    ['WT-26-003', 'post op vele namen', 'witwassen', '2026-05-11', line(stack).toUpperCase(), place(stack), 'coördinator wijkteam', 'Post voor veel bedrijven.'],
    ['WT-26-004', 'post op vele namen', 'witwassen', '31-06-2026', line(stack), place(stack), 'coördinator wijkteam', 'Tweede melding.'],
    ['WT-26-005', 'onbekende bewoner', 'vastgoed', '7/7/26', line(straw), place(straw), 'wijkbeheerder', 'Bewoner zegt directeur te zijn.'],
    ['WT-26-006', 'loop', 'drugs', '19-08-2026', '', '', 'wijkbeheerder', 'Zonder adres doorgegeven.'],
    ['WT-26-007', 'wietlucht', 'wiet', '01-09-2026', `${line(straw)} (achterzijde)`, place(straw), 'wijkbeheerder', 'Geur in het trapportaal.'],
  ]
  return rows.map((cells) => `${cells.join(';')}\r\n`).join('')
}

async function addressSheet(page: Page, bag: number): Promise<AddressSheet> {
  const reply = await ask(page, 'address.get', { key: entityKey('address', bag) })
  if (!reply.ok) throw new Error(reply.problem.code)
  return AddressSheet.parse(reply.value)
}

/** Types what names one thing only and opens it. */
async function openHit(page: Page, typed: string): Promise<void> {
  await page.getByRole('searchbox').fill(typed)
  await page.getByRole('option').filter({ hasText: typed }).first().click()
  await page.getByRole('button', { name: 'In netwerk tonen' }).waitFor()
}

async function openFirstScore(page: Page): Promise<void> {
  await page.getByRole('grid', { name: /Rangorde/ }).getByRole('row').nth(1).click()
  await page.getByRole('region', { name: /^Onderbouwing/ }).getByText('Waaruit de score bestaat').waitFor()
}

/** A case from the picture, with facts taken over from it and a hypothesis. */
async function makeCase(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Naar casus…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Naar een nieuwe casus' })
  await dialog.getByRole('button', { name: /Fenomeen/ }).click()
  await page.getByRole('option', { name: 'Witwassen' }).click()
  await dialog.getByLabel('Aanleiding').fill('Melding van het wijkteam over een bewoner die zegt directeur te zijn.')
  await dialog.getByLabel('Doel van de casus').fill('Samen met de Belastingdienst bekijken wie de vennootschappen leidt.')
  await dialog.getByRole('button', { name: 'Casus maken' }).click()
  await page.getByRole('tab', { name: /Feiten en interpretatie/ }).click()
  const facts = page.getByRole('region', { name: 'Feiten', exact: true }).getByRole('listitem')
  for (let count = 1; count <= 3; count += 1) {
    await page.getByRole('button', { name: /^Overnemen als feit/ }).nth(count).click()
    await facts.nth(count - 1).waitFor()
  }
  await page.getByRole('button', { name: 'Hypothese toevoegen' }).click()
  const hypothesis = page.getByRole('dialog', { name: 'Hypothese toevoegen' })
  await hypothesis.getByLabel('Wat veronderstelt u?').fill('De bestuurder leent zijn naam; wie de volmachten heeft, beslist.')
  await hypothesis.getByRole('button', { name: 'Toevoegen' }).click()
  await hypothesis.waitFor({ state: 'hidden' })
}

interface Planned {
  kind: string
  goal: string
  ground?: string
  executor: string
  day: string
  result?: string
}

/** What partners agreed on. */
const plan: readonly Planned[] = [
  { kind: 'Toezicht of integrale controle', goal: 'Zien wie er op het adres werkt.', executor: 'Toezicht en Handhaving', day: '12-10-2026', result: 'Niemand aanwezig; post van elf vennootschappen.' },
  { kind: 'Boekenonderzoek', goal: 'Nagaan wie de omzet geniet.', ground: 'art. 47 AWR', executor: 'Belastingdienst', day: '15-12-2026' },
  { kind: 'Last onder dwangsom', goal: 'Het pand weer als woning in gebruik.', executor: 'Vergunningen en Handhaving', day: '11-01-2027' },
]

/** By the dialog; what has a result was carried out. */
async function addIntervention(page: Page, { kind, goal, ground, executor, day, result }: Planned): Promise<void> {
  await page.getByRole('button', { name: 'Interventie toevoegen' }).click()
  const dialog = page.getByRole('dialog', { name: 'Interventie toevoegen' })
  await dialog.getByRole('button', { name: /Soort/ }).click()
  await page.getByRole('option', { name: kind, exact: true }).click()
  await dialog.getByLabel('Doel').fill(goal)
  if (ground !== undefined) await dialog.getByLabel('Grondslag').fill(ground)
  await dialog.getByLabel('Uitvoerder').fill(executor)
  await dialog.getByLabel('Gepland op').fill(day)
  if (result !== undefined) {
    await dialog.getByRole('button', { name: /Stand/ }).click()
    await page.getByRole('option', { name: 'uitgevoerd' }).click()
    await dialog.getByLabel('Resultaat').fill(result)
  }
  await dialog.getByRole('button', { name: 'Opslaan' }).click()
  await dialog.waitFor({ state: 'hidden' })
}

/** Cases whose time will be over. */
const over = [
  { title: 'Loods aan de haven', phenomenon: 'hennep', result: 'De loods is drie maanden gesloten.' },
  { title: 'Autobedrijf zonder klanten', phenomenon: 'witwassen', result: 'De vergunning is ingetrokken.' },
] as const

async function closedCase(page: Page, title: string, phenomenon: string, result: string): Promise<void> {
  const made = await ask(page, 'case.create', { title, phenomenon, occasion: '', goal: '', picture: { nodes: [], links: [] } })
  if (!made.ok) throw new Error(made.problem.code)
  const { id } = CaseSummary.pick({ id: true }).parse(made.value)
  await ask(page, 'case.addStatement', { id, type: 'hypothesis', text: `Wat gezien is, wijst op ${phenomenon}.`, sources: [] })
  const closed = await ask(page, 'case.close', { id, closing: { result, retentionClass: 'regular', monitoringUntil: '2027-01-31' }, scoreRole: { played: 'none', explanation: '' } })
  if (!closed.ok) throw new Error(closed.problem.code)
}

/** Does something with the vault while it is locked, and opens it again. */
async function lockDuring(page: Page, work: () => void): Promise<void> {
  await page.keyboard.press('Control+l')
  await page.getByRole('heading', { name: 'Kluis openen' }).waitFor()
  work()
  await page.getByLabel('Wachtwoordzin').fill(passphrase)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Overzicht' }).waitFor()
}

/** As the second person, after a colleague asked for it. */
async function destroy(page: Page, title: string): Promise<void> {
  await goTo(page, 'Casussen')
  await page.getByRole('row', { name: new RegExp(title) }).click()
  await page.getByRole('button', { name: 'Casus vernietigen…' }).click()
  await page.getByRole('alertdialog', { name: /vernietigen\?$/ }).getByRole('button', { name: 'Vernietigen', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: 'Casussen' }).waitFor()
}

async function chooseTheme(page: Page, theme: 'Licht' | 'Donker'): Promise<void> {
  await page.getByRole('button', { name: /Gebruiker en weergave/ }).click()
  await page.getByRole('menuitemradio', { name: theme }).or(page.getByRole('menuitem', { name: theme })).click()
}

/** Messages go by themselves; a picture does not wait for that. */
async function closeMessages(page: Page): Promise<void> {
  const messages = page.getByRole('region', { name: /^Meldingen|^\d+ / }).getByRole('button', { name: 'Sluiten' })
  while ((await messages.count()) > 0) await messages.first().click()
}
