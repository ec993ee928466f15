/** How texts are turned into bytes; what stands in hexadecimal comes back in capitals. */
export type Encoding = 'utf8' | 'hex'

/** Texts by their number, counted from 0, in one run of bytes. */
export interface PackedTexts {
  bytes: Uint8Array
  /** where each ends */
  ends: Uint32Array
}

/** Without holding all of them at once: of a large vault they are some tens of megabytes. @param textOf gives each by its number, twice */
export function packTexts(count: number, textOf: (number: number) => string, encoding: Encoding): PackedTexts {
  const ends = new Uint32Array(count)
  let end = 0
  for (let number = 0; number < count; number += 1) {
    end += Buffer.byteLength(textOf(number), encoding)
    ends[number] = end
  }
  const bytes = Buffer.alloc(end)
  for (let number = 0; number < count; number += 1) bytes.write(textOf(number), ends[number - 1] ?? 0, encoding)
  return { bytes, ends }
}

/** Reads texts out of packed ones, when they are asked for. @returns an empty text for a number that is not among them */
export function textReader({ bytes, ends }: PackedTexts, encoding: Encoding): (number: number) => string {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return (number) => {
    const text = all.toString(encoding, ends[number - 1] ?? 0, ends[number] ?? 0)
    return encoding === 'hex' ? text.toUpperCase() : text
  }
}
