import { describe, expect, it } from 'vitest'
import { isForField, isShortcut } from '../../../renderer/lib/shortcuts.ts'

function press(key: string, changes: Partial<KeyboardEvent> = {}) {
  return { key, code: '', ctrlKey: false, altKey: false, shiftKey: false, metaKey: false, ...changes }
}

describe('isShortcut', () => {
  it('wants exactly the keys that are named', () => {
    expect(isShortcut('Ctrl K', press('k', { ctrlKey: true }))).toBe(true)
    expect(isShortcut('Ctrl K', press('k'))).toBe(false)
    expect(isShortcut('Ctrl K', press('K', { ctrlKey: true, shiftKey: true }))).toBe(false)
    expect(isShortcut('E', press('e', { ctrlKey: true }))).toBe(false)
    expect(isShortcut('Shift E', press('E', { shiftKey: true }))).toBe(true)
  })

  it('takes digits by their place, whatever Shift makes of them', () => {
    expect(isShortcut('Alt 1', press('1', { altKey: true, code: 'Digit1' }))).toBe(true)
    expect(isShortcut('Shift 1', press('!', { shiftKey: true, code: 'Digit1' }))).toBe(true)
  })

  it('takes signs however they are typed, and named keys by their name', () => {
    expect(isShortcut('?', press('?', { shiftKey: true }))).toBe(true)
    expect(isShortcut('Del', press('Delete'))).toBe(true)
    expect(isShortcut('Alt ←', press('ArrowLeft', { altKey: true }))).toBe(true)
  })
})

describe('isForField', () => {
  it('leaves a field its letters and its own editing, and nothing else', () => {
    for (const key of ['a', 'C', 'v', 'x', 'z', 'Y']) expect(isForField(press(key, { ctrlKey: true }))).toBe(true)
    expect(isForField(press('h'))).toBe(true)
    expect(isForField(press('Delete'))).toBe(true)
    expect(isForField(press('k', { ctrlKey: true }))).toBe(false)
    expect(isForField(press('1', { altKey: true }))).toBe(false)
  })
})
