import { expect, type Page } from '@playwright/test'
import { framesASecond, type Place } from './frames.ts'
import { heldBy, type Held } from './heap.ts'

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

/**
 * As many are opened before the first look: until then the engine of the script goes on compiling what runs often. From the tenth to the
 * sixtieth a heap of 15 MB grew by 6 %, all of it code, and from there to the hundredth by 0.7 %.
 */
export const WARM = 60

/** What the page holds after the first `WARM` networks were opened and closed, and after `count` more. @param companies by turns where they begin */
export async function heapAfterTables(page: Page, count: number, companies: readonly number[]): Promise<{ first: Held; last: Held }> {
  const inspector = await page.context().newCDPSession(page)
  const openAndClose = async (rounds: number): Promise<Held> => {
    for (let round = 0; round < rounds; round += 1) {
      await begin(page, companies[round % companies.length] ?? 1)
      await closeNetwork(page)
    }
    return heldBy(inspector)
  }
  await closeNetwork(page)
  return { first: await openAndClose(WARM), last: await openAndClose(count) }
}

async function closeNetwork(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Meer', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Netwerk sluiten' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Netwerk sluiten' }).click()
  await expect(page.getByRole('dialog')).toBeHidden()
}
