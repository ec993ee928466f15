const PLAIN = /^[\x20-\x7e]*$/

/** Lower case without diacritics: é → e, ÿ → y, ß → ss, æ → ae, ø → o, ĳ → ij; quotes and dashes of every shape become ' and -. */
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
    .replace(/đ/g, 'd')
    .replace(/ı/g, 'i')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[‘’‛′`´]/g, "'")
    .replace(/[‐-―−]/g, '-')
}
