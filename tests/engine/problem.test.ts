import { expect, test } from 'vitest'
import { traceOf } from '../../electron/engine/problem.ts'

test('of a fault is told where it went wrong, never with which values, on however many lines they stand', () => {
  const trace = traceOf(new SyntaxError('"Jansen\nKerkstraat 1\n111222333" is not valid JSON'))
  expect(trace.split('\n')[0]).toMatch(/^ {4}at .*problem\.test\.ts/)
  for (const value of ['Jansen', 'Kerkstraat', '111222333']) expect(trace).not.toContain(value)
  expect([traceOf('Jansen'), traceOf(null)]).toEqual(['', ''])
})
