import { expect, type Page } from '@playwright/test'
import { framesASecond, type Place } from './frames.ts'

/** Puts one company on the table with what is linked to it. */
export async function begin(page: Page, company: number): Promise<void> {
  await page.evaluate((id) => {
    location.hash = `#/bedrijf/company%3A${id}`
  }, company)
  await page.getByRole('button', { name: 'In netwerk tonen' }).click()
  await expect(page.getByRole('listbox', { name: /Netwerkbeeld/ })).toBeVisible({ timeout: 30_000 })
  await expect(page.locator('.network-busy')).toBeHidden({ timeout: 30_000 })
}

/** ms from the press of a button */
interface Drawing {
  /** until every node and line can be seen */
  drawn: number
  /** until they can be taken by the hand as well */
  held: number
  refined: number
}

/** From there to the whole network. */
export async function drawAll(page: Page, nodes: number): Promise<Drawing> {
  await page.getByRole('heading', { level: 1 }).click()
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Shift+E')
  const dialog = page.getByRole('dialog', { name: 'Uitbreiden met voorwaarden' })
  await choose(page, 'Aantal stappen', '4 stappen')
  await choose(page, 'Ten hoogste', '5.000 knopen')
  const words = `${nodes.toLocaleString('nl-NL')} knopen`
  const measuring = page.evaluate(waitForDrawing, words)
  await dialog.getByRole('button', { name: 'Uitbreiden', exact: true }).click()
  return measuring
}

/** In the window: from the click until the picture shows everything and has been painted, is no draft any more, and is refined. */
function waitForDrawing(words: string): Promise<Drawing> {
  return new Promise((resolve) => {
    let [started, drawn, held] = [0, 0, 0]
    document.addEventListener('click', () => (started ||= performance.now()), { capture: true, once: true })
    const look = (): void => {
      const isThere = [...document.querySelectorAll('[role="status"]')].some(({ textContent }) => textContent.startsWith(words))
      // the second frame after the facts comes when the first with the picture has been painted
      if (isThere && drawn === 0) return void requestAnimationFrame(() => requestAnimationFrame(() => ((drawn = performance.now() - started), look())))
      if (drawn > 0 && !document.querySelector('.graph-draft')) held ||= performance.now() - started
      if (held > 0 && !document.querySelector('.network-refining, .network-busy')) return resolve({ drawn, held, refined: performance.now() - started })
      requestAnimationFrame(look)
    }
    look()
  })
}

async function choose(page: Page, label: string, option: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(label) }).click()
  await page.getByRole('option', { name: option, exact: true }).click()
}

/** Frames a second while the picture is dragged, then while the wheel turns; each for as many ms. */
export async function framesWhileMoving(page: Page, duration: number): Promise<{ drag: number; wheel: number }> {
  const frame = await page.locator('.graph-layers').boundingBox()
  if (!frame) throw new Error('no picture')
  const at = { x: frame.x + 6, y: frame.y + 6 }
  await page.evaluate(press, at)
  const drag = await framesASecond(page, duration, dragAbout, at)
  await page.evaluate(release, at)
  await page.waitForTimeout(REST)
  const wheel = await framesASecond(page, duration, turnWheel, at)
  return { drag, wheel }
}

/** ms after which a picture that was moved is drawn in its new place */
const REST = 600

function press({ x, y }: Place): void {
  document.querySelector('.graph-layers')?.dispatchEvent(new MouseEvent('mousedown', { bubbles: true, cancelable: true, clientX: x, clientY: y, buttons: 1 }))
}

function release({ x, y }: Place): void {
  document.querySelector('.graph-layers')?.dispatchEvent(new MouseEvent('mouseup', { bubbles: true, cancelable: true, clientX: x, clientY: y }))
}

function dragAbout(frame: number, { x, y }: Place): void {
  const by = 5 + 60 * (1 + Math.sin(frame / 8))
  document.querySelector('.graph-layers')?.dispatchEvent(new MouseEvent('mousemove', { bubbles: true, cancelable: true, clientX: x + by, clientY: y + by / 2, buttons: 1 }))
}

function turnWheel(frame: number, { x, y }: Place): void {
  const [clientX, clientY] = [x + 500, y + 300]
  document.querySelector('.graph-layers')?.dispatchEvent(new WheelEvent('wheel', { bubbles: true, cancelable: true, clientX, clientY, deltaY: 24 * Math.sign(Math.sin(frame / 12)) }))
}

const MEGABYTE = 2 ** 20
/** as many are opened before the first look: by then what is made once, code that was compiled for one, is made */
const WARM = 10

/** MB the page holds after the first ten, and after all of `count`, networks were opened and closed. @param companies by turns where they begin */
export async function heapAfterTables(page: Page, count: number, companies: readonly number[]): Promise<{ first: number; last: number }> {
  const inspector = await page.context().newCDPSession(page)
  const held = async (): Promise<number> => {
    await inspector.send('HeapProfiler.collectGarbage')
    const { usedSize } = await inspector.send('Runtime.getHeapUsage')
    return usedSize / MEGABYTE
  }
  let first = 0
  for (let round = 0; round < count; round += 1) {
    await closeNetwork(page)
    if (round === WARM) first = await held()
    await begin(page, companies[round % companies.length] ?? 1)
  }
  await closeNetwork(page)
  return { first, last: await held() }
}

async function closeNetwork(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Meer', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Netwerk sluiten' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Netwerk sluiten' }).click()
  await expect(page.getByRole('dialog')).toBeHidden()
}
