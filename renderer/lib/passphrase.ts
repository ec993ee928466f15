/** How hard a passphrase is to guess; `short` is refused by the engine. */
export type PassphraseStrength = 'empty' | 'short' | 'weak' | 'fair' | 'strong'

/** characters; the engine refuses less when a vault is made */
export const shortestPassphrase = 12
const fairBits = 44
const strongBits = 60
/** a word chosen at random from some 4,000 */
const wordBits = 12
const commonBits = 3

const common = /^(wacht|woord|wachtwoord|welkom|geheim|gemeente|almere|ondermijning|kluis|zomer|winter|lente|herfst|admin|qwerty|azerty|test|demo|(19|20)\d\d)$/
const runs = 'abcdefghijklmnopqrstuvwxyz 01234567890 qwertyuiop asdfghjkl zxcvbnm'

/** Characters that do not simply follow or repeat the one before. */
function surprising(word: string): number {
  return [...word].filter((letter, place) => {
    const before = word[place - 1]
    return before === undefined || (before !== letter && !runs.includes(before + letter) && !runs.includes(letter + before))
  }).length
}

function bitsOf(word: string): number {
  if (common.test(word)) return commonBits
  const isPlain = /^\p{L}+$/u.test(word)
  const perCharacter = isPlain ? 4.7 : 5.7
  const bits = surprising(word) * perCharacter
  return isPlain && word.length >= 4 ? Math.min(wordBits, bits) : bits
}

/** An estimate for advice, not a promise: words count once, known words and rows of keys hardly. */
export function passphraseStrength(passphrase: string): PassphraseStrength {
  if (passphrase === '') return 'empty'
  if ([...passphrase].length < shortestPassphrase) return 'short'
  const words = new Set(passphrase.toLowerCase().split(/[\s,.;:_/+-]+/).filter((word) => word !== ''))
  const bits = [...words].reduce((sum, word) => sum + bitsOf(word), 0)
  if (bits < fairBits) return 'weak'
  return bits < strongBits ? 'fair' : 'strong'
}
