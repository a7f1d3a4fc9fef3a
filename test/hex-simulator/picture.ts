import { crc32, deflateSync } from 'node:zlib'

/**
 * A PNG of a plain bar chart, always the same for the same name. It stands for the pictures that
 * Hex takes of chart cells: a real one is only needed so that reports have something to show.
 */
export function drawChart(name: string, width: number, height: number): Buffer {
  const heights = barHeights(name)
  const rows = Buffer.alloc((width + 1) * height)
  for (let y = 0; y < height; y += 1) {
    // The first byte of each row says that the row is not filtered.
    const start = y * (width + 1) + 1
    for (let x = 0; x < width; x += 1) {
      rows[start + x] = colourAt(heights, x / width, 1 - y / height)
    }
  }
  return Buffer.concat([
    signature,
    chunk('IHDR', header(width, height)),
    chunk('PLTE', palette),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const [paper, bar, axis] = [0, 1, 2]
const palette = Buffer.from('ffffff4c6ef5868e96', 'hex')
const barCount = 8

/** Between 0.2 and 0.9 of the picture's height. */
function barHeights(name: string): ReadonlyArray<number> {
  return Array.from({ length: barCount }, (_, index) => {
    return 0.2 + ((crc32(`${name} ${index}`) % 1_000) / 1_000) * 0.7
  })
}

/** `x` from the left and `y` from the bottom, both from 0 to 1. */
function colourAt(heights: ReadonlyArray<number>, x: number, y: number): number {
  if (y < 0.05) return paper
  if (y < 0.06) return axis
  const position = x * barCount
  const withinBar = position % 1
  if (withinBar < 0.2 || withinBar > 0.8) return paper
  return y < (heights[Math.floor(position)] ?? 0) ? bar : paper
}

/** 8 bits a pixel, colours from a palette. */
function header(width: number, height: number): Buffer {
  const bytes = Buffer.alloc(13)
  bytes.writeUInt32BE(width, 0)
  bytes.writeUInt32BE(height, 4)
  bytes[8] = 8
  bytes[9] = 3
  return bytes
}

function chunk(type: string, content: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(type, 'latin1'), content])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(content.length)
  const checksum = Buffer.alloc(4)
  checksum.writeUInt32BE(crc32(typed))
  return Buffer.concat([length, typed, checksum])
}
