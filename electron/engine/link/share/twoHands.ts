import { claimedRanges, newClaims } from '../../beside/claims.ts'
import { newState } from '../../beside/messages.ts'
import { sharedCopy } from '../../beside/shared.ts'
import type { TraitLists } from '../addition/kept.ts'
import { PAIRS_AT_ONCE, weighPairs, type Hands } from '../findPairs.ts'
import type { FoundPair, LinkSet } from '../linkSet.ts'
import { merged } from '../numberList.ts'
import type { PersonEvidence } from '../personEvidence.ts'
import type { PersonsToLink } from '../personSet.ts'
import { indexRules, RECORDS_AT_ONCE } from '../ruleIndex.ts'
import { along } from './thread.ts'

/** How many persons and pairs a thread takes at once, and what tells how far the other is with either. */
export interface Halves {
  persons: { atOnce: number; state: Int32Array }
  pairs: { atOnce: number; state: Int32Array }
}

/** This thread and one beside it, which ends when it is no longer of use. */
export interface TwoHands extends Hands {
  end(): Promise<void>
}

/**
 * Each takes the next persons, or pairs, that nobody has; what comes of it is the same whoever took them. What the other had not begun when
 * nothing was left is done without it.
 * @param set of these persons
 * @param traits what is kept of them, in memory that threads share
 */
export function twoHands(persons: PersonsToLink, traits: TraitLists, set: LinkSet<PersonEvidence>, halves = newHalves()): TwoHands {
  const beat = (): void => set.beat?.()
  let isAlong = false
  return {
    indexes: () => {
      const [claims, { atOnce, state }] = [newClaims(), halves.persons]
      const number = along.order({ type: 'index', persons: plain(persons), traits, claims, atOnce, state })
      const own = indexRules(set, set.rules, claimedRanges(claims, set.count, atOnce), set)
      const answer = along.answerTo(number, state, beat)
      isAlong = answer !== null
      return answer && 'indexes' in answer ? own.map((index, rule) => merged(index, answer.indexes[rule] ?? new Float64Array())) : own
    },
    pairs: (candidates) => {
      const [claims, { atOnce, state }] = [newClaims(), halves.pairs]
      const { count, pairs } = candidates
      const number = isAlong ? along.order({ type: 'weigh', candidates: { count, pairs: sharedCopy(pairs) }, claims, atOnce, state }) : 0
      const own = weighPairs(set, candidates, claimedRanges(claims, pairs.length, atOnce))
      const answer = isAlong ? along.answerTo(number, state, beat) : null
      return answer && 'pairs' in answer ? [...own, ...answer.pairs].sort(inOrder) : own
    },
    end: along.end,
  }
}

function newHalves(): Halves {
  return { persons: { atOnce: RECORDS_AT_ONCE, state: newState() }, pairs: { atOnce: PAIRS_AT_ONCE, state: newState() } }
}

/** As candidates come. */
function inOrder(first: FoundPair, second: FoundPair): number {
  return first.left - second.left || first.right - second.right
}

/** Without what nobody asks for: all of it is copied. */
function plain({ columns, units, fillerNames, apart, counts, prior }: PersonsToLink): PersonsToLink {
  const { given, family, date, place, formerly, nameAndBirth, texts } = columns
  const { count, starts, members, bsnOf } = units
  return {
    columns: {
      given, family, date, place, formerly, nameAndBirth,
      texts: {
        givens: texts.givens.map(({ parts }) => ({ parts })), families: texts.families.map(({ parts }) => ({ parts })), dates: texts.dates.map(({ meaning }) => ({ meaning })),
        places: texts.places, formerly: texts.formerly,
      },
    },
    units: { count, starts, members, bsnOf }, fillerNames, apart, counts, prior,
  }
}
