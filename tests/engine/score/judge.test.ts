import { describe, expect, it } from 'vitest'
import { definitions } from '../../../electron/engine/score/definitions.ts'
import { judge } from '../../../electron/engine/score/simulate.ts'

const { set } = definitions()
const DRAWS = 100

/** So many draws far above the median of the peers, so many far below it, and the rest at it. */
function verdict(above: number, below: number, distance = 2 * set.distance) {
  const scores = Float64Array.from({ length: DRAWS }, (_, draw) => (draw < above ? distance : draw < above + below ? -distance : 0))
  return judge(scores, new Float64Array(DRAWS), set)
}

const enough = Math.ceil(set.certainty * DRAWS)

describe('the class of a score', () => {
  it('is higher or lower from the certainty of the set on, and average below it', () => {
    expect([verdict(enough, 0), verdict(enough - 1, 0), verdict(0, enough), verdict(0, enough - 1), verdict(0, 0)].map((one) => one.class)).toEqual(['higher', 'average', 'lower', 'average', 'average'])
    expect(verdict(enough, DRAWS - enough)).toEqual({ class: 'higher', probability: enough / DRAWS, probabilityLower: (DRAWS - enough) / DRAWS })
  })

  it('asks for more than the distance of the set, however sure it is', () => {
    expect(verdict(DRAWS, 0, set.distance)).toEqual({ class: 'average', probability: 0, probabilityLower: 0 })
  })

  it('goes by the median of the same draw', () => {
    const scores = new Float64Array(DRAWS).fill(5)
    expect([new Float64Array(DRAWS).fill(5), new Float64Array(DRAWS).fill(5 + 2 * set.distance)].map((medians) => judge(scores, medians, set).class)).toEqual(['average', 'lower'])
  })
})
