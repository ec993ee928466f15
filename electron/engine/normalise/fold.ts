const PLAIN = /^[\x20-\x7e]*$/

/** Lower case without diacritics: é → e, ÿ → y, ß → ss, æ → ae, ø → o, þ → th, ð → d, ĳ → ij; quotes and dashes of every shape become ' and -. */
export function foldText(text: string): string {
  const lower = text.toLowerCase()
  if (PLAIN.test(lower)) return lower
  return lower
    .replace(/ĳ/g, 'ij')
    .replace(/ß/g, 'ss')
    .replace(/æ/g, 'ae')
    .replace(/œ/g, 'oe')
    .replace(/ø/g, 'o')
    .replace(/ł/g, 'l')
    .replace(/[đð]/g, 'd')
    .replace(/þ/g, 'th')
    .replace(/ı/g, 'i')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[‘’‛′`´]/g, "'")
    .replace(/[‐-―−]/g, '-')
}

const WRITTEN_OUT: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', ø: 'oe', å: 'aa' }

/** As a machine without these letters writes them: ä → ae, ö → oe, ü → ue, ø → oe, å → aa; other letters stay. */
export function writtenOut(text: string): string {
  return text.toLowerCase().normalize('NFC').replace(/[äöüøå]/g, (letter) => WRITTEN_OUT[letter] ?? letter)
}
