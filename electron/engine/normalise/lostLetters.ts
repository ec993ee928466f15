/** What stands in a spelled name for a letter that was lost on the way: a file was written in a character set without it (`Ay?e`). */
export const LOST = '?'

/** `in ?t Veld`: an apostrophe that was lost, for no word is one letter with another before it. */
const LOST_APOSTROPHE = /(?<![a-z?])\?(?=[nst](?![a-z?]))/g
/** Letters that have forms with marks, and so get lost, without those marks. */
const LOSABLE = Array.from('acdegilnorstuyz')
/** What one letter becomes in one spelling or written out: ß, æ, œ, þ, ü. */
const DOUBLES = new Set(['ss', 'ae', 'oe', 'th', 'ue', 'aa'])
/** Of a name with more lost letters every name is a reading. */
const MOST_READ = 2

/** A folded text with every sign for a lost letter as {@link LOST}. */
export function markLost(folded: string): string {
  return folded.includes('\ufffd') || folded.includes(LOST) ? folded.replaceAll('\ufffd', LOST).replace(LOST_APOSTROPHE, "'") : folded
}

export function hasLost(name: string): boolean {
  return name.includes(LOST)
}

/** A name without the question mark of somebody who was in doubt. */
export function withoutDoubt(name: string): string {
  return name.replace(/\?+$/, '')
}

/** Whether a word has a letter that is known. */
export function isLegible(word: string): boolean {
  return /[a-z\d]/.test(word)
}

/**
 * Whether two names in one spelling can be the same but for lost letters. A sign stands for one letter, also one that is written as two
 * (ß); two signs for one letter of two bytes; and for nothing where it may have been an apostrophe (`d?Ancona`, `Bakker?s`) or somebody's
 * doubt (`Jansen?`). Not for names of which most is lost.
 */
export function fits(one: string, other: string): boolean {
  if (one === other) return true
  return (hasLost(one) || hasLost(other)) && isMostlyKnown(one) && isMostlyKnown(other) && fitThroughout(one, other)
}

function isMostlyKnown(name: string): boolean {
  return 2 * name.split(LOST).length - 2 < name.length
}

/** What does not fit from a place on is found out once: with many letters lost there are very many ways to come to one place. */
function fitThroughout(one: string, other: string): boolean {
  const unfit = new Set<number>()
  const fromPlace = (i: number, j: number): boolean => {
    if (i === one.length && j === other.length) return true
    const place = i * (other.length + 1) + j
    if (unfit.has(place)) return false
    const isKnown = i < one.length && one[i] === other[j] && one[i] !== LOST
    const fit = isKnown
      ? fromPlace(i + 1, j + 1)
      : fillings(one, i, other, j).some((taken) => fromPlace(i + 1, j + taken)) || fillings(other, j, one, i).some((taken) => fromPlace(i + taken, j + 1))
    if (!fit) unfit.add(place)
    return fit
  }
  return fromPlace(0, 0)
}

/** How many letters of another name a lost letter here can be; none where no letter was lost. */
function fillings(name: string, i: number, other: string, j: number): number[] {
  if (name[i] !== LOST) return []
  const most = [...(j < other.length ? [1] : []), ...(DOUBLES.has(other.slice(j, j + 2)) ? [2] : [])]
  return name[i + 1] === LOST || mayBeNothing(name, i) ? [...most, 0] : most
}

function mayBeNothing(name: string, i: number): boolean {
  return i === 1 || (i > 0 && i === name.length - 1) || (i === name.length - 2 && name.endsWith('s'))
}

/** The names a name with a lost letter or two can be, for finding candidates; itself where none or more were lost. */
export function possibleNames(name: string): readonly string[] {
  const lost = name.split(LOST).length - 1
  if (lost === 0 || lost > MOST_READ) return [name]
  const i = name.indexOf(LOST)
  const letters = mayBeNothing(name, i) ? [...LOSABLE, ''] : LOSABLE
  return letters.flatMap((letter) => possibleNames(name.slice(0, i) + letter + name.slice(i + 1)))
}

/** The name, or where letters of it were lost the first of others of which none were and which it can be. @param wordsOf a name in one spelling */
export function mostLegible<Name>(name: Name, others: Iterable<Name>, wordsOf: (name: Name) => string): Name {
  const lost = wordsOf(name)
  if (!hasLost(lost)) return name
  for (const other of others) {
    const words = wordsOf(other)
    if (!hasLost(words) && fits(lost, words)) return other
  }
  return name
}
