/** Advance widths of Inter Regular for the characters 32…126, in thousandths of the font size (read from the font's hmtx table). */
const advances = [
  281, 288, 466, 633, 642, 982, 644, 300, 365, 365, 501, 662, 288, 460, 288, 360, 631, 407, 610, 618, 646, 593, 620, 566, 619, 620, 288, 302, 662, 662,
  662, 511, 966, 690, 654, 730, 722, 601, 590, 746, 743, 269, 571, 672, 565, 903, 753, 765, 639, 765, 644, 642, 646, 744, 690, 985, 682, 679, 629, 365,
  360, 365, 471, 456, 323, 562, 612, 571, 612, 583, 370, 613, 591, 242, 242, 549, 242, 876, 591, 600, 612, 612, 376, 528, 327, 591, 562, 818, 546, 562,
  552, 426, 333, 426, 662,
]
const otherAdvance = 620

/** Width of a text in Inter Regular, in the unit of `size`; letters with an accent count as the letter without it. */
export function textWidth(text: string, size: number): number {
  let sum = 0
  for (const character of text.normalize('NFD').replace(/\p{M}/gu, '')) sum += advances[(character.codePointAt(0) ?? 0) - 32] ?? otherAdvance
  return (sum * size) / 1000
}

const STEP = 4

/**
 * Breaks a label at spaces over at most `maxLines` lines of at most `maxWidth`, as equal in length as it goes; what does
 * not fit ends in an ellipsis.
 */
export function wrapText(text: string, size: number, maxWidth: number, maxLines: number): string[] {
  const widest = breakLines(text, size, maxWidth, maxLines)
  if (widest.length < 2 || widest.some((line) => line.endsWith('…'))) return widest
  for (let width = textWidth(text, size) / widest.length; width < maxWidth; width += STEP) {
    const lines = breakLines(text, size, width, widest.length)
    if (!lines.some((line) => line.endsWith('…'))) return lines
  }
  return widest
}

function breakLines(text: string, size: number, maxWidth: number, maxLines: number): string[] {
  const lines: string[] = []
  let rest = text.trim().replace(/\s+/g, ' ')
  while (rest !== '' && lines.length < maxLines) {
    const line = lines.length === maxLines - 1 ? shorten(rest, size, maxWidth) : firstLine(rest, size, maxWidth)
    lines.push(line)
    rest = line.endsWith('…') ? '' : rest.slice(line.length).trim()
  }
  return lines
}

function firstLine(text: string, size: number, maxWidth: number): string {
  if (textWidth(text, size) <= maxWidth) return text
  const words = text.split(' ')
  let line = words[0] ?? ''
  for (const word of words.slice(1)) {
    if (textWidth(`${line} ${word}`, size) > maxWidth) break
    line = `${line} ${word}`
  }
  return textWidth(line, size) <= maxWidth ? line : shorten(line, size, maxWidth)
}

function shorten(text: string, size: number, maxWidth: number): string {
  if (textWidth(text, size) <= maxWidth) return text
  const letters = Array.from(text)
  while (letters.length > 1 && textWidth(`${letters.join('')}…`, size) > maxWidth) letters.pop()
  return `${letters.join('').trimEnd()}…`
}
