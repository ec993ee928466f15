import { expect, type Page } from '@playwright/test'

/** Puts one company on the table with what is linked to it. */
export async function begin(page: Page, company: number): Promise<void> {
  await page.evaluate((id) => {
    location.hash = `#/bedrijf/company%3A${id}`
  }, company)
  await page.getByRole('button', { name: 'In netwerk tonen' }).click()
  await expect(page.getByRole('listbox', { name: /Netwerkbeeld/ })).toBeVisible()
  await expect(page.locator('.network-busy')).toBeHidden()
}

/** From there to the whole network: ms from the press of the button until all of it is drawn, and until it is refined. */
export async function drawAll(page: Page, nodes: number): Promise<{ drawn: number; refined: number }> {
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

/** In the window: the times from the click until the picture holds everything and has been painted, and until it is refined. */
function waitForDrawing(words: string): Promise<{ drawn: number; refined: number }> {
  return new Promise((resolve) => {
    let started = 0
    let drawn = 0
    document.addEventListener('click', () => (started ||= performance.now()), { capture: true, once: true })
    const look = (): void => {
      const isThere = [...document.querySelectorAll('[role="status"]')].some(({ textContent }) => textContent.startsWith(words))
      // the second frame after the facts comes when the first with the picture has been painted
      if (isThere && drawn === 0) return void requestAnimationFrame(() => requestAnimationFrame(() => ((drawn = performance.now() - started), look())))
      if (drawn > 0 && !document.querySelector('.network-refining, .network-busy')) return resolve({ drawn, refined: performance.now() - started })
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
  return page.evaluate(moveAbout, { x: frame.x + 6, y: frame.y + 6, duration })
}

function moveAbout({ x, y, duration }: { x: number; y: number; duration: number }): Promise<{ drag: number; wheel: number }> {
  const target = document.elementFromPoint(x, y) ?? document.body
  const send = (type: string, at: number): boolean => target.dispatchEvent(new MouseEvent(type, { bubbles: true, cancelable: true, clientX: x + at, clientY: y + at / 2, button: 0, buttons: 1 }))
  const count = (step: (frame: number) => void): Promise<number> =>
    new Promise((resolve) => {
      const started = performance.now()
      let frames = 0
      const next = (): void => {
        const passed = performance.now() - started
        if (passed >= duration) return resolve((frames * 1000) / passed)
        frames += 1
        step(frames)
        requestAnimationFrame(next)
      }
      requestAnimationFrame(next)
    })
  const rest = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 600))
  return (async () => {
    send('mousedown', 0)
    const drag = await count((frame) => send('mousemove', 5 + 60 * (1 + Math.sin(frame / 8))))
    send('mouseup', 0)
    await rest()
    const wheel = await count((frame) => target.dispatchEvent(new WheelEvent('wheel', { bubbles: true, cancelable: true, clientX: x + 500, clientY: y + 300, deltaY: 24 * Math.sign(Math.sin(frame / 12)) })))
    await rest()
    return { drag, wheel }
  })()
}

const MEGABYTE = 2 ** 20
/** tables opened before the first look, so that what is made once is made */
const WARM = 5

/** MB the page holds after the first five, and after all of `count`, networks were put on the table and cleared away. @param companies by turns where they begin */
export async function heapAfterTables(page: Page, count: number, companies: readonly number[]): Promise<{ first: number; last: number }> {
  const inspector = await page.context().newCDPSession(page)
  const held = async (): Promise<number> => {
    await inspector.send('HeapProfiler.collectGarbage')
    const { usedSize } = await inspector.send('Runtime.getHeapUsage')
    return usedSize / MEGABYTE
  }
  let first = 0
  for (let round = 1; round <= count; round += 1) {
    await clearTable(page)
    if (round === WARM) first = await held()
    await begin(page, companies[round % companies.length] ?? 1)
  }
  await clearTable(page)
  return { first, last: await held() }
}

/** Leaves the network by locking it away: the screen closes, and the steps to undo go with the table. */
async function clearTable(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Meer', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Beeld leegmaken' }).click()
}
