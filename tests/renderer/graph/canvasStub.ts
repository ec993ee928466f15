/** jsdom draws nothing: a context that takes every call and measures every text as nothing wide. */
const context: unknown = new Proxy(
  {},
  {
    get: (_target, name) => {
      if (name === 'measureText') return () => ({ width: 0 })
      if (name === 'canvas') return document.createElement('canvas')
      return () => undefined
    },
    set: () => true,
  },
)

/** Makes canvases and media queries answer, so that the real cytoscape runs; motion counts as unwanted. */
export function stubCanvas(): void {
  Object.defineProperty(HTMLCanvasElement.prototype, 'getContext', { configurable: true, value: () => context })
  Object.defineProperty(window, 'matchMedia', {
    configurable: true,
    value: () => ({ matches: true, addEventListener: () => undefined, removeEventListener: () => undefined }),
  })
}
