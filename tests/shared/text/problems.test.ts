import { describe, expect, it } from 'vitest'
import { ProblemCode } from '#shared/contract/problem.ts'
import { describeProblem, problemLine } from '#shared/text/problems.ts'

describe('problem sentences', () => {
  it.each(ProblemCode.options)('%s says what is wrong and what to do, with its slots empty', (code) => {
    const { what, remedy } = describeProblem({ code, params: {} })
    for (const sentence of [what, remedy]) {
      expect(sentence).toMatch(/^\p{Lu}.*[.)]$/u)
      expect(sentence).not.toMatch(/undefined|null|\s{2}|\s[.,:](?!\w)/)
    }
  })

  it('no two codes sound the same', () => {
    const sentences = ProblemCode.options.map((code) => describeProblem({ code, params: {} }).what)
    expect(new Set(sentences).size).toBe(sentences.length)
  })

  it('fill their slots and carry the number of a fault', () => {
    expect(problemLine({ code: 'file-locked', params: { file: 'Horeca.xlsx' } })).toBe(
      '‘Horeca.xlsx’ is in gebruik door een ander programma. Sluit het daar, bijvoorbeeld in Excel, en probeer het opnieuw.',
    )
    expect(problemLine({ code: 'internal', params: {}, id: '7-x' })).toMatch(/\(nummer 7-x\)$/)
  })
})
