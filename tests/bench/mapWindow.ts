import type { Page } from '@playwright/test'

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
  return page.evaluate(moveOverMap, duration)
}

function moveOverMap(duration: number): Promise<{ drag: number; point: number }> {
  const canvas = document.querySelector<HTMLCanvasElement>('.area-map-canvas')
  if (!canvas) throw new Error('no map')
  canvas.setPointerCapture = () => undefined
  const box = canvas.getBoundingClientRect()
  const send = (type: string, at: number): boolean =>
    canvas.dispatchEvent(new PointerEvent(type, { bubbles: true, cancelable: true, clientX: box.x + box.width / 2 + at, clientY: box.y + box.height / 2 + at / 2, button: 0, buttons: 1, pointerId: 1 }))
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
  return (async () => {
    send('pointerdown', 0)
    const drag = await count((frame) => send('pointermove', 8 + 60 * (1 + Math.sin(frame / 8))))
    send('pointerup', 0)
    const point = await count((frame) => send('pointermove', 80 * Math.sin(frame / 10)))
    return { drag, point }
  })()
}
