const SIZE = 64
/** where the marks sit, from the middle of the shape */
const CORNER = 16

/**
 * The marks at the corners of a node as a picture laid over it: a pin at the left when it is held, a number at the right
 * for departments with a reference, a leaf of paper below for a note. '' when there is nothing to show.
 */
export function badgeImage(isPinned: boolean, references: number, hasNote: boolean): string {
  if (!isPinned && references === 0 && !hasNote) return ''
  const middle = SIZE / 2
  const pin = `<circle cx="${middle - CORNER}" cy="${middle - CORNER}" r="7" fill="#fff" stroke="#4a5964" stroke-width="1.2"/><circle cx="${middle - CORNER}" cy="${middle - CORNER}" r="2.6" fill="#4a5964"/>`
  const text = String(Math.min(references, 99))
  const half = text.length > 1 ? 10 : 8
  const number = `<rect x="${middle + CORNER - half}" y="${middle - CORNER - 8}" width="${2 * half}" height="16" rx="8" fill="#4a5964" stroke="#fff" stroke-width="1.5"/><text x="${middle + CORNER}" y="${middle - CORNER + 3.7}" font-family="Segoe UI, Arial, sans-serif" font-size="10" font-weight="600" fill="#fff" text-anchor="middle">${text}</text>`
  const [left, top] = [middle + CORNER - 6, middle + CORNER - 7]
  const note = `<path d="M${left},${top} h8 l4,4 v9 h-12 z" fill="#fff7d6" stroke="#4a5964" stroke-width="1.2"/>`
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="${SIZE}" height="${SIZE}" viewBox="0 0 ${SIZE} ${SIZE}">${isPinned ? pin : ''}${references > 0 ? number : ''}${hasNote ? note : ''}</svg>`
  return `data:image/svg+xml;utf8,${encodeURIComponent(drawing)}`
}
