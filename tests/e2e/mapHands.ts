import type { Page } from '@playwright/test'

/** What the map shows at so many places, across and down, as it was painted: one number per pixel. */
export interface MapPixels {
  width: number
  height: number
  colours: number[]
}

/** Drags the map by so many pixels and takes the mouse off it again, so that nothing is pointed at. */
export async function dragMap(page: Page, dx: number, dy: number): Promise<void> {
  const box = await page.locator('.area-map-canvas').boundingBox()
  if (!box) throw new Error('no map')
  const [x, y] = [Math.round(box.x + box.width / 2 - dx / 2), Math.round(box.y + box.height / 2 - dy / 2)]
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x + dx, y + dy, { steps: 6 })
  await page.mouse.up()
  await page.mouse.move(1, 1)
}

/** Every pixel of the map, when it has been painted. */
export async function mapPixels(page: Page): Promise<MapPixels> {
  return page.evaluate(async () => {
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
    const canvas = document.querySelector<HTMLCanvasElement>('.area-map-canvas')
    const pen = canvas?.getContext('2d')
    if (!canvas || !pen) throw new Error('no map')
    const { width, height } = canvas
    return { width, height, colours: [...new Uint32Array(pen.getImageData(0, 0, width, height).data.buffer)] }
  })
}

/** Which share of the pixels that are in sight in both, and not blank, stand where they stood, moved by so much. */
export function shareMoved(before: MapPixels, after: MapPixels, dx: number, dy: number): number {
  let [same, all] = [0, 0]
  for (let y = Math.max(0, dy); y < before.height + Math.min(0, dy); y += 3) {
    for (let x = Math.max(0, dx); x < before.width + Math.min(0, dx); x += 3) {
      const [was, is] = [before.colours[(y - dy) * before.width + x - dx], after.colours[y * after.width + x]]
      if (was === 0 && is === 0) continue
      all += 1
      if (was === is) same += 1
    }
  }
  if (all === 0) throw new Error('nothing is drawn')
  return same / all
}
