import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { readGraphColours } from '../../../renderer/graph/colours.ts'
import { readMapColours } from '../../../renderer/views/Areas/mapColours.ts'

const tokens = readFileSync(join(import.meta.dirname, '..', '..', '..', 'renderer', 'parts', 'tokens.css'), 'utf8')
const forced = /@media \(forced-colors: active\) \{([\s\S]*?)\n\}/.exec(tokens)?.[1] ?? ''

test('with forced colours, what a canvas draws with is a colour of the system, and the text is not outlined in itself', () => {
  const probes: string[] = []
  const spy = vi.spyOn(window, 'getComputedStyle').mockImplementation((element) => {
    const { style } = element instanceof HTMLElement ? element : document.body
    probes.push(style.color)
    expect(style.getPropertyValue('forced-color-adjust')).toBe('none')
    return style
  })
  readGraphColours()
  readMapColours('light')
  spy.mockRestore()
  const read = [...new Set(probes.map((colour) => /--[a-z-]+/.exec(colour)?.[0] ?? colour))]
  expect(read.length).toBeGreaterThan(10)
  const systemColours = new Map([...forced.matchAll(/(--[a-z-]+): (Canvas|CanvasText|GrayText|Highlight);/g)].map(([, token, colour]) => [token, colour]))
  expect(read.filter((token) => !systemColours.has(token))).toEqual([])
  expect(systemColours.get('--ink')).not.toBe(systemColours.get('--card'))
})
