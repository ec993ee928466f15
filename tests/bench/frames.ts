import type { Page } from '@playwright/test'

/** Where the mouse begins, in pixels within the window. */
export interface Place {
  x: number
  y: number
}

/**
 * Frames a second of the window for as many ms, while a hand does a small thing in every one of them.
 * @param step what it does in a frame; runs in the window, so it knows nothing but what it is given
 */
export async function framesASecond(page: Page, duration: number, step: (frame: number, at: Place) => void, at: Place): Promise<number> {
  const act = await page.evaluateHandle<typeof step>(`(${step.toString()})`)
  const perSecond = await page.evaluate(count, { act, duration, at })
  await act.dispose()
  return perSecond
}

function count({ act, duration, at }: { act: (frame: number, at: Place) => void; duration: number; at: Place }): Promise<number> {
  return new Promise((resolve) => {
    const started = performance.now()
    let frames = 0
    const next = (): void => {
      const passed = performance.now() - started
      if (passed >= duration) return resolve((frames * 1000) / passed)
      frames += 1
      act(frames, at)
      requestAnimationFrame(next)
    }
    requestAnimationFrame(next)
  })
}
