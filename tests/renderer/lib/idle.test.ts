import { expect, test } from 'vitest'
import { watchIdle } from '../../../renderer/lib/idle.ts'

const MINUTE = 60_000

function watched() {
  const told: string[] = []
  const clock = { now: 1000, isBusy: false }
  const watch = watchIdle({ now: () => clock.now, isBusy: () => clock.isBusy, warn: (on) => told.push(on ? 'warned' : 'calm'), lock: () => told.push('locked') })
  const after = (minutes: number) => {
    clock.now += minutes * MINUTE
    watch.look()
    return told.splice(0)
  }
  return { watch, clock, after, told }
}

test('warns a minute before, and locks after a quarter of an hour', () => {
  const { after } = watched()
  expect(after(13.9)).toEqual([])
  expect(after(0.2)).toEqual(['warned'])
  expect(after(0.5)).toEqual([])
  expect(after(0.5)).toEqual(['calm', 'locked'])
})

test('whoever touches the window begins a new quarter, also when he was warned', () => {
  const { watch, after, told } = watched()
  expect(after(14)).toEqual(['warned'])
  watch.touch()
  expect(told.splice(0)).toEqual(['calm'])
  expect(after(13.9)).toEqual([])
})

test('a computer that slept locks at once when it wakes', () => {
  expect(watched().after(600)).toEqual(['locked'])
})

test('while something runs or is shown to people the quarter does not begin', () => {
  const { clock, after } = watched()
  clock.isBusy = true
  expect([...after(14), ...after(60)]).toEqual([])
  clock.isBusy = false
  expect(after(13)).toEqual([])
  expect(after(2)).toEqual(['locked'])
})
