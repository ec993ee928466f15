import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hashesBy, hashOf, pairedRule, rememberedRules } from '../../../electron/engine/link/blockingRules.ts'
import { personRules } from '../../../electron/engine/link/personEvidence.ts'
import { personEvidenceOf } from '../../bench/linking/evidence.ts'
import { makeTown } from '../../bench/linking/town.ts'

const texts = fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 4 })

test('the hashes of a rule are those of its keys, though these are not put together', () => {
  const rule = pairedRule<{ first: string[]; second: string[] }>('pair', 'paar', ({ first }) => first, ({ second }) => second)
  fc.assert(fc.property(fc.record({ first: texts, second: texts }), (evidence) => {
    expect(rule.hashes(evidence)).toEqual(rule.keys(evidence).map(hashOf))
  }))
})

test('so are those of all rules by which persons find each other, remembered or not', () => {
  const remembered = rememberedRules(personRules)
  for (const person of makeTown(520, 3).persons.slice(0, 200).map(personEvidenceOf)) {
    for (const [i, rule] of personRules.entries()) {
      const hashes = rule.keys(person).map(hashOf)
      expect(hashesBy(rule)(person)).toEqual(hashes)
      expect(remembered[i]?.hashes(person)).toEqual(hashes)
    }
  }
})
