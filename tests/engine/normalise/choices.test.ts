import { expect, test } from 'vitest'
import { choiceReader } from '../../../electron/engine/normalise/choices.ts'
import { refuse, Repaired } from '../../../electron/engine/normalise/reading.ts'
import { reasons } from '../../../shared/text/reasons.ts'

const outcomes = {
  'geen-bijzonderheden': ['geen', 'geen overtreding', 'akkoord'],
  overtreding: ['overtreding geconstateerd'],
  kwekerij: ['hennepkwekerij'],
}
const read = choiceReader(outcomes, undefined)

test.each([
  ['kwekerij', 'kwekerij'],
  ['Geen-bijzonderheden', 'geen-bijzonderheden'],
  ['AKKOORD', 'geen-bijzonderheden'],
  ['Hennepkwekerij aangetroffen, 240 planten', 'kwekerij'],
  ['Geen overtreding geconstateerd', 'geen-bijzonderheden'],
  ['er is geen hennepkwekerij gevonden', 'geen-bijzonderheden'],
])('%s', (text, expected) => expect(read(text)).toBe(expected))

test('two things at once are not chosen between', () => {
  expect(read('overtreding en hennepkwekerij')).toEqual(refuse(reasons.notListed))
})

test('what is not listed becomes the fallback, and says so', () => {
  expect(choiceReader(outcomes, 'onbekend')('iets anders')).toEqual(new Repaired('onbekend', reasons.listedAs('onbekend')))
})
