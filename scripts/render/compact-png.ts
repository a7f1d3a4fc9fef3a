import { crc32, deflateSync, inflateSync } from 'node:zlib'

/**
 * The same picture with a palette of at most 256 colours, which for a page of text takes about a
 * third of the bytes. Takes what Chromium writes: 8 bits a channel, RGB or RGBA, not interlaced;
 * transparency is ignored, because a page has none.
 *
 * A picture with more colours keeps the 128 most frequent ones exactly, among them those of all
 * flat areas. Of the others near ones are put together, and the most frequent of them stands for
 * all.
 *
 * @throws RangeError when `png` is another kind of PNG.
 */
export const compactPng = (png: Buffer): Buffer => {
  const { width, height, colours } = decode(png)
  const { palette, indexes } = reduceColours(colours)
  const rows = Buffer.alloc(height * (width + 1))
  for (let y = 0; y < height; y += 1) {
    // The first byte of a row is its filter: 0, none, compresses a palette picture best (PNG
    // specification, section 12.7).
    rows.set(indexes.subarray(y * width, (y + 1) * width), y * (width + 1) + 1)
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.writeUInt8(8, 8)
  header.writeUInt8(colourTypes.palette, 9)
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flatMap((colour) => [colour >> 16, colour >> 8, colour]))),
    chunk('IDAT', deflateSync(rows, { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')

const colourTypes = { rgb: 2, palette: 3, rgba: 6 } as const

const chunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const framed = Buffer.alloc(body.length + 8)
  framed.writeUInt32BE(data.length, 0)
  framed.set(body, 4)
  framed.writeUInt32BE(crc32(body), body.length + 4)
  return framed
}

/** `colours` has one 0xRRGGBB number for each pixel, row by row. */
type Picture = { readonly width: number; readonly height: number; readonly colours: Uint32Array }

const decode = (png: Buffer): Picture => {
  if (!png.subarray(0, 8).equals(signature)) throw new RangeError('Not a PNG.')
  const width = png.readUInt32BE(16)
  const height = png.readUInt32BE(20)
  const bytesPerPixel = png.readUInt8(25) === colourTypes.rgba ? 4 : 3
  const isKnown = png.readUInt8(24) === 8 && png.readUInt8(28) === 0
  if (!isKnown || (bytesPerPixel === 3 && png.readUInt8(25) !== colourTypes.rgb)) {
    throw new RangeError('Only RGB and RGBA pictures of 8 bits a channel, not interlaced.')
  }
  const bytes = unfilter(inflateSync(imageData(png)), width * bytesPerPixel, bytesPerPixel)
  const colours = new Uint32Array(width * height)
  for (let pixel = 0; pixel < colours.length; pixel += 1) {
    colours[pixel] = bytes.readUIntBE(pixel * bytesPerPixel, 3)
  }
  return { width, height, colours }
}

const imageData = (png: Buffer): Buffer => {
  const parts: Array<Buffer> = []
  let offset = signature.length
  while (offset < png.length) {
    const length = png.readUInt32BE(offset)
    const type = png.toString('latin1', offset + 4, offset + 8)
    if (type === 'IDAT') parts.push(png.subarray(offset + 8, offset + 8 + length))
    offset += length + 12
  }
  return Buffer.concat(parts)
}

/** Undoes the five row filters of the PNG specification, section 9.2. */
const unfilter = (filtered: Buffer, rowLength: number, bytesPerPixel: number): Buffer => {
  const rowCount = filtered.length / (rowLength + 1)
  const bytes = Buffer.alloc(rowCount * rowLength)
  for (let row = 0; row < rowCount; row += 1) {
    const filter = filtered[row * (rowLength + 1)] ?? 0
    for (let column = 0; column < rowLength; column += 1) {
      const at = row * rowLength + column
      const left = column < bytesPerPixel ? 0 : (bytes[at - bytesPerPixel] ?? 0)
      const up = row === 0 ? 0 : (bytes[at - rowLength] ?? 0)
      const upLeft =
        row === 0 || column < bytesPerPixel ? 0 : (bytes[at - rowLength - bytesPerPixel] ?? 0)
      const raw = filtered[at + row + 1] ?? 0
      bytes[at] = raw + predict(filter, left, up, upLeft)
    }
  }
  return bytes
}

const predict = (filter: number, left: number, up: number, upLeft: number): number => {
  if (filter === 0) return 0
  if (filter === 1) return left
  if (filter === 2) return up
  if (filter === 3) return (left + up) >> 1
  const estimate = left + up - upLeft
  const [fromLeft, fromUp, fromUpLeft] = [
    Math.abs(estimate - left),
    Math.abs(estimate - up),
    Math.abs(estimate - upLeft),
  ]
  if (fromLeft <= fromUp && fromLeft <= fromUpLeft) return left
  return fromUp <= fromUpLeft ? up : upLeft
}

type Reduced = { readonly palette: ReadonlyArray<number>; readonly indexes: Uint8Array }

const reduceColours = (colours: Uint32Array): Reduced => {
  const pixelCounts = new Map<number, number>()
  for (const colour of colours) pixelCounts.set(colour, (pixelCounts.get(colour) ?? 0) + 1)
  const byFrequency = [...pixelCounts].sort((a, b) => b[1] - a[1]).map(([colour]) => colour)

  // The colours of flat areas are the most frequent ones; they stay apart however near they are,
  // as white and the grey behind code are. The rest are the many shades at the edges of letters.
  const exact = byFrequency.slice(0, 128).map((colour) => [colour])
  const shades = byFrequency.slice(128)
  let groups = groupBy(shades, 0)
  for (let bits = 1; groups.length > 128; bits += 1) groups = groupBy(shades, bits)

  const indexOfColour = new Map<number, number>()
  const palette = [...exact, ...groups].map((group, index) => {
    for (const colour of group) indexOfColour.set(colour, index)
    return group[0] ?? 0
  })
  return { palette, indexes: Uint8Array.from(colours, (colour) => indexOfColour.get(colour) ?? 0) }
}

/** Groups of colours that are equal when the low `bits` of each channel are left out. */
const groupBy = (
  colours: ReadonlyArray<number>,
  bits: number,
): ReadonlyArray<ReadonlyArray<number>> => {
  const mask = 0x01_01_01 * ((0xff << bits) & 0xff)
  return [...Map.groupBy(colours, (colour) => colour & mask).values()]
}
