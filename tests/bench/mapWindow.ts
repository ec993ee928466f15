import type { Page } from '@playwright/test'
import { framesASecond, type Place } from './frames.ts'

/** ms from the press on Gebieden until the map has been painted. */
export async function firstPicture(page: Page): Promise<number> {
  const measuring = page.evaluate(waitForMap)
  await page.getByRole('navigation', { name: 'Hoofdmenu' }).getByRole('link', { name: 'Gebieden' }).click()
  return measuring
}

/** In the window: the second frame after something stands in the middle of the canvas comes when it has been shown. */
function waitForMap(): Promise<number> {
  return new Promise((resolve) => {
    let started = 0
    document.addEventListener('click', () => (started = performance.now()), { capture: true, once: true })
    const look = (): void => {
      const canvas = document.querySelector<HTMLCanvasElement>('.area-map-canvas')
      const isDrawn = started > 0 && canvas !== null && canvas.width > 0 && (canvas.getContext('2d')?.getImageData(canvas.width / 2, canvas.height / 2, 24, 24).data.some((value) => value > 0) ?? false)
      if (isDrawn) return void requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - started)))
      requestAnimationFrame(look)
    }
    look()
  })
}

/** Frames a second while the enlarged map is dragged, then while the mouse goes over it; each for as many ms. */
export async function mapFrames(page: Page, duration: number): Promise<{ drag: number; point: number }> {
  for (let press = 0; press < 2; press += 1) await page.getByRole('button', { name: 'Vergroten' }).click()
  const box = await page.locator('.area-map-canvas').boundingBox()
  if (!box) throw new Error('no map')
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  await page.evaluate(pressDown, middle)
  const drag = await framesASecond(page, duration, dragAbout, middle)
  await page.evaluate(letGo, middle)
  const point = await framesASecond(page, duration, pointAbout, middle)
  return { drag, point }
}

function pressDown({ x, y }: Place): void {
  const canvas = document.querySelector<HTMLCanvasElement>('.area-map-canvas')
  if (!canvas) throw new Error('no map')
  // there is no such pointer to hold
  canvas.setPointerCapture = () => undefined
  canvas.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, cancelable: true, clientX: x, clientY: y, buttons: 1, pointerId: 1 }))
}

function dragAbout(frame: number, { x, y }: Place): void {
  const by = 8 + 60 * (1 + Math.sin(frame / 8))
  document.querySelector('.area-map-canvas')?.dispatchEvent(new PointerEvent('pointermove', { bubbles: true, cancelable: true, clientX: x + by, clientY: y + by / 2, buttons: 1, pointerId: 1 }))
}

function letGo({ x, y }: Place): void {
  document.querySelector('.area-map-canvas')?.dispatchEvent(new PointerEvent('pointerup', { bubbles: true, cancelable: true, clientX: x, clientY: y, pointerId: 1 }))
}

function pointAbout(frame: number, { x, y }: Place): void {
  const by = 80 * Math.sin(frame / 10)
  document.querySelector('.area-map-canvas')?.dispatchEvent(new PointerEvent('pointermove', { bubbles: true, cancelable: true, clientX: x + by, clientY: y + by / 2, pointerId: 1 }))
}
