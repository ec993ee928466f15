import { closeSync, openSync, writeSync } from 'node:fs'
import { once } from 'node:events'
import { crc32, createDeflateRaw } from 'node:zlib'
import { uint16, uint32 } from '../../fixtures/zip.ts'

/** A part of a zip, made piece by piece, so that it never stands in memory. */
export interface ZipPart {
  name: string
  pieces: () => Iterable<string>
}

interface Written {
  name: Buffer
  crc: number
  packed: number
  size: number
  offset: number
}

/** Writes a zip of parts that may be large (below 4 GB). @returns the bytes of all parts unpacked */
export async function writeZip(path: string, parts: readonly ZipPart[]): Promise<number> {
  const handle = openSync(path, 'w')
  const written: Written[] = []
  let offset = 0
  for (const part of parts) {
    const packed: Buffer[] = []
    const deflate = createDeflateRaw({ level: 3 })
    deflate.on('data', (chunk: Buffer) => packed.push(chunk))
    let [crc, size] = [0, 0]
    for (const piece of part.pieces()) {
      const bytes = Buffer.from(piece)
      crc = crc32(bytes, crc)
      size += bytes.length
      if (!deflate.write(bytes)) await once(deflate, 'drain')
    }
    const ended = once(deflate, 'end')
    deflate.end()
    await ended
    const body = Buffer.concat(packed)
    const entry: Written = { name: Buffer.from(part.name), crc, packed: body.length, size, offset }
    const head = Buffer.concat([uint32(0x04034b50), fields(entry), entry.name])
    writeSync(handle, head)
    writeSync(handle, body)
    offset += head.length + body.length
    written.push(entry)
  }
  const directory = Buffer.concat(written.flatMap((entry) => [uint32(0x02014b50), uint16(20), fields(entry), Buffer.alloc(10), uint32(entry.offset), entry.name]))
  writeSync(handle, Buffer.concat([directory, uint32(0x06054b50), Buffer.alloc(4), uint16(written.length), uint16(written.length), uint32(directory.length), uint32(offset), Buffer.alloc(2)]))
  closeSync(handle)
  return written.reduce((sum, { size }) => sum + size, 0)
}

/** From the version needed up to the length of the extra field. */
function fields({ name, crc, packed, size }: Written): Buffer {
  return Buffer.concat([uint16(20), Buffer.alloc(2), uint16(8), Buffer.alloc(4), uint32(crc), uint32(packed), uint32(size), uint16(name.length), Buffer.alloc(2)])
}
