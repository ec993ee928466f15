import { describe, expect, it } from 'vitest'
import { linkBackward, linkForward, linkWords } from '#shared/text/links.ts'

describe('the words of a link', () => {
  it('call who is behind a company by the office that is registered: an eenmanszaak has an owner, not a partner', () => {
    expect(linkForward({ kind: 'partner', label: 'eigenaar' })).toBe('eigenaar van')
    expect(linkBackward({ kind: 'partner', label: 'Eigenaar, zelfstandig bevoegd' })).toBe('met als eigenaar')
    expect(linkForward({ kind: 'partner', label: 'maat' })).toBe('maat van')
    expect(linkForward({ kind: 'partner', label: 'vennoot' })).toBe('vennoot van')
    expect(linkBackward({ kind: 'director', label: 'bestuurder' })).toBe('bestuurd door')
  })

  it('do not say the office twice', () => {
    expect(linkWords({ kind: 'partner', label: 'eigenaar' })).toBe('eigenaar van')
    expect(linkWords({ kind: 'partner', label: 'eigenaar, zelfstandig bevoegd' })).toBe('eigenaar van (zelfstandig bevoegd)')
  })
})
