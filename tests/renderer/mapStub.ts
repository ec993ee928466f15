import { vi } from 'vitest'

/** jsdom has no canvas: the map is there to the keyboard, and draws nothing. */
export function stubMap(): void {
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null)
}
