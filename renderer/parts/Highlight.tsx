import './Highlight.css'

/** Marks in a text the words someone searched for. */
export function Highlight({ text, search }: { text: string; search: string }) {
  const words = search.split(/\s+/).filter((word) => word.length > 1)
  if (words.length === 0) return text
  const pattern = new RegExp(`(${words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})`, 'gi')
  // a split with one group puts the found pieces at the odd places
  return text.split(pattern).map((piece, place) => (place % 2 === 1 ? <mark key={place}>{piece}</mark> : piece))
}
