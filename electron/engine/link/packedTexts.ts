/** How texts are turned into bytes; what stands in hexadecimal comes back in capitals. */
export type Encoding = 'utf8' | 'hex'

/** Texts by their number, counted from 0, in one run of bytes. */
export interface PackedTexts {
  bytes: Uint8Array
  /** where each ends */
  ends: Uint32Array
}

export function packTexts(texts: readonly string[], encoding: Encoding): PackedTexts {
  const ends = new Uint32Array(texts.length)
  let end = 0
  for (const [number, text] of texts.entries()) {
    end += Buffer.byteLength(text, encoding)
    ends[number] = end
  }
  return { bytes: Buffer.from(texts.join(''), encoding), ends }
}

/** Reads texts out of packed ones, when they are asked for. @returns an empty text for a number that is not among them */
export function textReader({ bytes, ends }: PackedTexts, encoding: Encoding): (number: number) => string {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return (number) => {
    const text = all.toString(encoding, ends[number - 1] ?? 0, ends[number] ?? 0)
    return encoding === 'hex' ? text.toUpperCase() : text
  }
}
