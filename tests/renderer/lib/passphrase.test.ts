import { describe, expect, it } from 'vitest'
import { passphraseStrength } from '../../../renderer/lib/passphrase.ts'

describe('passphraseStrength', () => {
  it.each([
    ['', 'empty'],
    ['kort', 'short'],
    ['aaaaaaaaaaaaaaaaaaaa', 'weak'],
    ['abcdefghijklmnop', 'weak'],
    ['welkom gemeente 2026', 'weak'],
    ['kaars kaars kaars kaars kaars', 'weak'],
    ['kaars ladder mossel tram', 'fair'],
    ['kaars ladder mossel tram wolk', 'strong'],
    ['x7#Qp!2vRz9&Lm', 'strong'],
  ])('judges ‘%s’ as %s', (passphrase, strength) => expect(passphraseStrength(passphrase)).toBe(strength))
})
