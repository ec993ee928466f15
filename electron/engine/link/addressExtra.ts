/** How well house letter and suffix agree: letter for letter, the same when joined, or two ways to write one thing. */
export type ExtraAgreement = 'exact' | 'joined' | 'meant' | 'different'

/** House letter and suffix in the spellings in which they are compared. */
export interface Extra {
  exact: string
  joined: string
  meant: string
}

/** Words that only announce the suffix: `bus 2`, `app. 3`. Not `kamer 2`, which is a room at an address rather than an address. */
const ANNOUNCERS = /^(?:bus|app|appartement|unit|flat|studio|toev|toevoeging|nr|no)(?=[\dIVX]|[A-Z]$)/i
/** Spellings of suffixes that mean the same; the BAG has at most four characters. */
const SPELLINGS = new Map([
  ['HS', 'HUIS'], ['H', 'HUIS'], ['BIS', 'BS'], ['ROOD', 'RD'], ['ZWART', 'ZW'], ['BOVEN', 'BV'], ['BOV', 'BV'], ['BENEDEN', 'BEN'],
  ['BEGANEGROND', 'BG'], ['BEGGR', 'BG'], ['ACHTER', 'ACHT'], ['ACH', 'ACHT'], ['VOOR', 'VR'],
])
const ROMAN = ['', 'I', 'II', 'III', 'IV', '', 'VI', 'VII', 'VIII', 'IX']
const known = new Map<string, Extra>()

/** Prepares a letter and suffix for {@link compareExtras}. */
export function makeExtra(letter: string, suffix: string): Extra {
  const name = `${letter}|${suffix}`
  const found = known.get(name)
  if (found) return found
  const plain = bare(suffix)
  const extra = { exact: `${letter.toUpperCase()}|${plain}`, joined: bare(letter) + plain, meant: meaning(bare(letter), plain) }
  if (known.size < 100_000) known.set(name, extra)
  return extra
}

/** `1` and `1A` never agree, and neither do `1A` and `1A-1`: something never agrees with nothing. */
export function compareExtras(given: Extra, found: Extra): ExtraAgreement {
  if (given.exact === found.exact) return 'exact'
  if (given.joined === '' || found.joined === '') return 'different'
  if (given.joined === found.joined) return 'joined'
  return given.meant === found.meant ? 'meant' : 'different'
}

function bare(text: string): string {
  return text === '' ? '' : text.toUpperCase().replace(/[^A-Z\d]/g, '')
}

/** `hs` = `huis`, `II` = `2`, `2hg` = `2`, `01` = `1`. A house letter keeps its own meaning, but `I` behind a number is often 1. */
function meaning(letter: string, suffix: string): string {
  if (letter !== '') return suffix === '' ? fromRoman(letter) : `${letter}/${meaning('', suffix)}`
  const short = suffix.replace(ANNOUNCERS, '')
  const floor = /^0*(\d+)(?:HG|HOOG|E|EVERD|EVERDIEPING|EETAGE|ETAGE)?$/.exec(short)
  return floor?.[1] ?? SPELLINGS.get(short) ?? fromRoman(short)
}

function fromRoman(text: string): string {
  const value = ROMAN.indexOf(text)
  return value > 0 ? `${value}` : text
}
