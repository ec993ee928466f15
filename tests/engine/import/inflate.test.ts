import { Readable } from 'node:stream'
import { deflateRawSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { inflated } from '../../../electron/engine/import/inflate.ts'

const plain = Buffer.from(Array.from({ length: 300_000 }, (_, i) => `rij ${i};`).join(''))
const packed = deflateRawSync(plain)

async function read(bytes: Buffer, size: number): Promise<Buffer> {
  return Buffer.concat(await inflated(Readable.from([bytes]), size).toArray())
}

describe('a deflated part', () => {
  test('comes out whole', async () => {
    expect((await read(packed, plain.length)).equals(plain)).toBe(true)
  })

  test('fails when it is more or less than the directory says, is cut short, or is no deflate', async () => {
    await expect(read(packed, plain.length - 1)).rejects.toThrow('more bytes')
    await expect(read(packed, plain.length + 1)).rejects.toThrow('fewer bytes')
    await expect(read(packed.subarray(0, 1000), plain.length)).rejects.toThrow('unexpected end of file')
    await expect(read(Buffer.from('geen zip'), plain.length)).rejects.toThrow('invalid')
  })

  test('passes on that its source failed, and lets go of it when it is left', async () => {
    const broken = new Readable({ read() { this.destroy(new Error('schijf weg')) } })
    await expect(inflated(broken, 10).toArray()).rejects.toThrow('schijf weg')
    const source = Readable.from([packed])
    inflated(source, plain.length).destroy()
    await new Promise((resolve) => source.once('close', resolve))
    expect(source.destroyed).toBe(true)
  })
})
