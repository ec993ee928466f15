import { AxeBuilder } from '@axe-core/playwright'
import { createReadStream, existsSync, mkdirSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join } from 'node:path'
import { chromium, type Page } from 'playwright'
import { build } from 'vite'
import { windowPolicy } from '../../../electron/main/contentPolicy.ts'

/**
 * Looks at every scene: `node tests/renderer/gallery/shoot.ts DIR [scene…]` builds the gallery, opens it under the policy of the
 * real window, writes a picture per scene, size and theme, and reports what axe and the console had to say.
 */
const here = import.meta.dirname
const built = join(here, '../../../.cache/gallery')
const types: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.woff2': 'font/woff2' }

const steps: Record<string, (page: Page) => Promise<void>> = {
  demo: async (page) => {
    await page.getByRole('button', { name: /Kiezen/ }).click()
    await page.getByLabel('Wachtwoordzin', { exact: true }).fill('kaars ladder mossel tram')
    await page.getByLabel('Wachtwoordzin herhalen').fill('kaars ladder mossel tram')
    await page.getByRole('button', { name: 'Demogemeente maken' }).click()
    await page.getByText('8.120').waitFor()
  },
  search: async (page) => {
    await page.locator('.search-input').fill('markerkant')
    await page.getByText('Polderglas').first().waitFor()
  },
  'unlock-wrong': async (page) => {
    await page.getByLabel('Wachtwoordzin').fill('dit is hem niet')
    await page.keyboard.press('Enter')
    await page.getByText('De wachtwoordzin klopt niet').waitFor()
  },
  'first-create': async (page) => {
    await page.getByRole('tab', { name: 'Nieuwe kluis' }).click()
    await page.getByLabel('Wachtwoordzin', { exact: true }).fill('kaars ladder mossel tram')
  },
  'overview-palette': async (page) => {
    await page.keyboard.press('Control+k')
    await page.keyboard.type('marker', { delay: 20 })
    await page.waitForTimeout(600)
  },
  'overview-purpose': (page) => page.keyboard.press('Control+d'),
  'overview-keys': (page) => page.keyboard.press('?'),
  'overview-menu': (page) => page.getByRole('button', { name: /Gebruiker en weergave/ }).click(),
  'review-ledger': async (page) => {
    for (const key of ['j', 'n', 'o']) {
      await page.keyboard.press(key)
      await page.waitForTimeout(200)
    }
    await page.getByRole('radio', { name: 'Besluiten' }).click()
  },
  'review-empty': (page) => page.getByRole('tab', { name: /Bedrijven/ }).click(),
  'address-row': (page) => page.getByRole('link', { name: /bronrij openen/i }).first().click(),
  'address-table': (page) => page.getByRole('radio', { name: 'Tabel' }).click(),
  'case-subjects': (page) => page.getByRole('tab', { name: /Onderwerpen/ }).click(),
  'case-network': (page) => page.getByRole('tab', { name: /^Netwerk/ }).click(),
  'case-timeline': (page) => page.getByRole('tab', { name: /Tijdlijn/ }).click(),
  'case-signals': (page) => page.getByRole('tab', { name: /Signalen/ }).click(),
  'case-statements': (page) => page.getByRole('tab', { name: /Feiten/ }).click(),
  'case-fact': (page) => page.keyboard.press('f'),
  'case-context': (page) => page.getByRole('tab', { name: /Context/ }).click(),
  'case-export': (page) => page.getByRole('tab', { name: /Export/ }).click(),
  'explained-part': (page) => page.getByRole('button', { name: /Geruimde kwekerijen/ }).click(),
  'explained-rows': (page) => page.getByRole('link', { name: /rijen: Geruimde/ }).click(),
  'explained-patterns': (page) => page.getByRole('tab', { name: 'Patroon' }).click(),
  'explained-left': (page) => page.getByRole('tab', { name: 'Weglating' }).click(),
  'explained-trend': (page) => page.getByRole('tab', { name: 'Verloop' }).click(),
  'explained-chance': (page) => page.getByRole('tab', { name: 'Kansrekening' }).click(),
  'branches-concentration': (page) => page.getByRole('tab', { name: 'Spreiding' }).click(),
  'areas-whatif': (page) => page.keyboard.press('w'),
  'areas-book': (page) => page.keyboard.press('i'),
  'bibob-relation': (page) => page.getByRole('link', { name: 'M. van Voorbeeld' }).click(),
  'bibob-hits': (page) => page.getByRole('tab', { name: /Verwijzindex/ }).click(),
  'sources-file': (page) => page.keyboard.press('n'),
  'sources-report': async (page) => {
    await page.keyboard.press('n')
    await page.getByRole('button', { name: 'Proefinlezing' }).click()
  },
  'sources-taken': async (page) => {
    await page.keyboard.press('n')
    await page.getByRole('button', { name: 'Proefinlezing' }).click()
    await page.getByRole('button', { name: 'Innemen', exact: true }).click()
  },
  'sources-deliveries': (page) => page.getByRole('radio', { name: 'Leveringen' }).click(),
  'accountability-controls': (page) => page.getByRole('tab', { name: 'Controlelijsten' }).click(),
  'accountability-board': (page) => page.getByRole('tab', { name: 'Scorebord' }).click(),
  'accountability-sheets': (page) => page.getByRole('tab', { name: 'Bladen' }).click(),
  'accountability-verified': (page) => page.getByRole('button', { name: 'Logboek controleren' }).click(),
  'broken-verified': (page) => page.getByRole('button', { name: 'Logboek controleren' }).click(),
}

const plain = ['unlock', 'first', 'demo', 'overview', 'empty', 'loading', 'failing', 'search', 'address', 'company', 'person', 'review', 'areas', 'explained', 'branches', 'cases', 'case', 'bibob', 'sources', 'accountability']
const [target = join(here, '../../../.cache/pictures'), ...wanted] = process.argv.slice(2)
const shots = [...plain, ...Object.keys(steps).filter((name) => name.includes('-'))].filter((name) => wanted.length === 0 || wanted.some((word) => name.startsWith(word)))
const sizes = [
  { width: 1440, height: 900 },
  { width: 1100, height: 700 },
]

await build({ configFile: join(here, 'vite.config.ts'), logLevel: 'warn' })
const server = createServer((request, response) => {
  const path = join(built, new URL(request.url ?? '/', 'http://localhost').pathname.replace(/\/$/, '/index.html'))
  if (!existsSync(path)) return void response.writeHead(404).end()
  response.writeHead(200, { 'content-type': types[extname(path)] ?? 'application/octet-stream', 'content-security-policy': windowPolicy })
  createReadStream(path).pipe(response)
})
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
const listening = server.address()
const port = typeof listening === 'object' && listening !== null ? listening.port : 0

mkdirSync(target, { recursive: true })
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] })
let complaints = 0
for (const name of shots) {
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const viewport of sizes) await shoot(name, colorScheme, viewport)
  }
}
await browser.close()
server.close()
process.stdout.write(`${shots.length} scenes, ${complaints} complaints\n`)
process.exitCode = complaints === 0 ? 0 : 1

async function shoot(name: string, colorScheme: 'light' | 'dark', viewport: { width: number; height: number }): Promise<void> {
  const context = await browser.newContext({ viewport, colorScheme, reducedMotion: 'reduce' })
  const page = await context.newPage()
  page.setDefaultTimeout(5000)
  page.on('console', (message) => message.type() === 'error' && complain(name, message.text()))
  page.on('pageerror', (error) => complain(name, error.message))
  await page.goto(`http://127.0.0.1:${port}/?scene=${name.split('-')[0]}`)
  // an open vault shows the unlock screen for a moment, until its status is known
  const isClosed = ['unlock', 'first', 'demo'].includes(name.split('-')[0] ?? '')
  await page.locator(isClosed ? '.unlock-main h2' : '.frame h1').first().waitFor({ timeout: 20_000 })
  await steps[name]?.(page).catch((error: unknown) => complain(name, String(error)))
  await page.waitForTimeout(400)
  await page.screenshot({ path: join(target, `${name} ${colorScheme} ${viewport.width}.png`) })
  if (viewport.width === 1440) await examine(name, colorScheme, page)
  await context.close()
}

function complain(name: string, text: string): void {
  complaints += 1
  process.stdout.write(`${name}: ${text}\n`)
}

async function examine(name: string, theme: string, page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  for (const violation of violations) complain(`${name} ${theme}`, `${violation.id}: ${violation.nodes.map((node) => `${node.target.join(' ')} ${node.any[0]?.message ?? ''}`).join(' | ')}`)
}
