import { crc32, deflateSync, inflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { compactPng } from '../../scripts/render/compact-png.ts'

type Row = { readonly filter: number; readonly bytes: ReadonlyArray<number> }

const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')

const chunk = (type: string, data: Buffer): Buffer => {
  const frame = Buffer.alloc(data.length + 12)
  frame.writeUInt32BE(data.length, 0)
  frame.write(type, 4, 'latin1')
  frame.set(data, 8)
  frame.writeUInt32BE(crc32(frame.subarray(4, data.length + 8)), data.length + 8)
  return frame
}

/** A PNG whose rows are stored as given, already filtered. */
const png = (colourType: number, width: number, rows: ReadonlyArray<Row>): Buffer => {
  const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, colourType, 0, 0, 0])
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(rows.length, 4)
  const data = deflateSync(Buffer.from(rows.flatMap(({ filter, bytes }) => [filter, ...bytes])))
  // Chromium spreads the picture over several chunks.
  const parts = [data.subarray(0, 5), data.subarray(5)].map((part) => chunk('IDAT', part))
  return Buffer.concat([signature, chunk('IHDR', header), ...parts, chunk('IEND', Buffer.alloc(0))])
}

const readChunks = (file: Buffer): ReadonlyMap<string, Buffer> => {
  const chunks = new Map<string, Buffer>()
  let offset = 8
  while (offset < file.length) {
    const end = offset + 8 + file.readUInt32BE(offset)
    expect(crc32(file.subarray(offset + 4, end))).toBe(file.readUInt32BE(end))
    chunks.set(file.toString('latin1', offset + 4, offset + 8), file.subarray(offset + 8, end))
    offset = end + 4
  }
  return chunks
}

/** The rows of a palette PNG, each pixel as six hexadecimal digits. */
const readPalettePng = (file: Buffer): ReadonlyArray<ReadonlyArray<string>> => {
  const chunks = readChunks(file)
  expect([...chunks.keys()]).toEqual(['IHDR', 'PLTE', 'IDAT', 'IEND'])
  const width = chunks.get('IHDR')?.readUInt32BE(0) ?? 0
  const height = chunks.get('IHDR')?.readUInt32BE(4) ?? 0
  const palette = chunks.get('PLTE')?.toString('hex').match(/.{6}/g) ?? []
  const data = inflateSync(chunks.get('IDAT') ?? '')
  expect(data.length).toBe(height * (width + 1))
  return Array.from({ length: height }, (_row, y) => {
    const row = [...data.subarray(y * (width + 1), (y + 1) * (width + 1))]
    expect(row[0]).toBe(0)
    return row.slice(1).map((index) => palette[index] ?? 'no such colour')
  })
}

test('a picture of few colours keeps each of them, whatever filter its rows have', () => {
  const small = png(2, 2, [
    { filter: 0, bytes: [10, 20, 30, 40, 50, 60] },
    { filter: 1, bytes: [1, 2, 3, 250, 250, 250] },
    { filter: 2, bytes: [9, 8, 7, 0, 0, 0] },
    { filter: 3, bytes: [5, 5, 5, 5, 5, 5] },
    { filter: 4, bytes: [1, 1, 1, 2, 2, 2] },
  ])
  expect(readPalettePng(compactPng(small))).toEqual([
    ['0a141e', '28323c'],
    // Left added, modulo 256: 1 + 250 = 251.
    ['010203', 'fbfcfd'],
    // Above added: 1 + 9 = 10.
    ['0a0a0a', 'fbfcfd'],
    // Half of left and above added: (0 + 10) / 2 + 5 = 10, (10 + 251) / 2 + 5 = 135.
    ['0a0a0a', '878888'],
    // Whichever of left, above and above left is nearest to left + above - above left.
    ['0b0b0b', '898a8a'],
  ])
})

test('transparency is left out', () => {
  const opaque = png(6, 2, [{ filter: 0, bytes: [1, 2, 3, 255, 4, 5, 6, 255] }])
  expect(readPalettePng(compactPng(opaque))).toEqual([['010203', '040506']])
})

test('of more than 256 colours near ones become one, and those of flat areas stay exact', () => {
  const gradient = Array.from({ length: 512 }, (_step, x) => [255 - (x >> 1), 248, 250 - (x & 1)])
  const white = Array.from({ length: 512 }, () => [255, 255, 255])
  const nearlyWhite = Array.from({ length: 512 }, () => [254, 255, 255])
  const rows = [gradient, white, nearlyWhite].map((row) => ({ filter: 0, bytes: row.flat() }))
  const [first = [], second, third] = readPalettePng(compactPng(png(2, 512, rows)))
  expect(new Set(second)).toEqual(new Set(['ffffff']))
  expect(new Set(third)).toEqual(new Set(['feffff']))
  expect(new Set(first).size).toBeLessThanOrEqual(256)
  for (const [x, colour] of first.entries()) {
    expect(Math.abs(Number.parseInt(colour.slice(0, 2), 16) - (255 - (x >> 1)))).toBeLessThan(8)
  }
})

test('anything but an RGB or RGBA picture of 8 bits a channel is refused', () => {
  expect(() => compactPng(Buffer.from('GIF89a'))).toThrow(RangeError)
  expect(() => compactPng(png(0, 1, [{ filter: 0, bytes: [1] }]))).toThrow(RangeError)
})
