/** What neither XML nor an office document may hold: control characters but tab and line end, half a pair of surrogates, two that are no characters. */
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const UNPRINTABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu

/** A text without what would make a document unreadable; sources and what is pasted may hold anything. */
export function printable(text: string): string {
  return text.replace(UNPRINTABLE, '')
}

/** The same as text or attribute of XML and HTML. */
export function escaped(text: string): string {
  return printable(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
