import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hashOf, routeOf, routeToEntity } from '../../../renderer/lib/routes.ts'
import { routeToScore, scoreChoiceOf } from '../../../renderer/lib/scoreRoutes.ts'

describe('routes', () => {
  it('read in Dutch and lead back to where they came from', () => {
    expect(hashOf({ screen: 'cases', subject: '12' })).toBe('#/casussen/12')
    expect(routeOf('#/casussen/12')).toEqual({ screen: 'cases', subject: '12' })
    expect(hashOf(routeToEntity('address:0034200000123456'))).toBe('#/adres/address%3A0034200000123456')
  })

  it('survive any subject', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (subject) => {
        expect(routeOf(hashOf({ screen: 'bibob', subject })).subject).toBe(subject)
      }),
    )
  })

  it('lead to the overview when they are unknown or damaged', () => {
    for (const hash of ['', '#', '#/nergens', '#/toString', '#/casussen/%E0%A4%A']) expect(routeOf(hash)).toMatchObject({ screen: 'overview' })
  })

  it('carry a phenomenon, level and row', () => {
    const choice = { phenomenon: 'hennep', level: 'division', code: '43' } as const
    expect(routeToScore(choice)).toEqual({ screen: 'branches', subject: 'hennep division 43' })
    expect(scoreChoiceOf('hennep division 43')).toEqual(choice)
    expect(scoreChoiceOf('onzin')).toBeNull()
  })
})
