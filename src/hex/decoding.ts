import { promisify } from 'node:util'
import { NoAnswer } from './http.ts'

/** Node's decoders by their names in `content-encoding`. */
const decoders = {
  gzip: 'gunzip',
  'x-gzip': 'gunzip',
  deflate: 'inflate',
  br: 'brotliDecompress',
  zstd: 'zstdDecompress',
} as const

/**
 * The text of a body. Compressed bodies are decoded although none was asked for, because some proxies send them. A body
 * that cannot be decoded is replaced by a sentence about it, so that no raw bytes are printed and the status still
 * counts. Throws NoAnswer `TOO_LARGE` where more than `maxBytes` come out.
 */
export async function textOf(
  bytes: Buffer,
  headers: Readonly<Record<string, string>>,
  maxBytes: number,
): Promise<string> {
  const encodings = (headers['content-encoding'] ?? '')
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'identity')
  let decoded = bytes
  // Encodings are listed in the order they were applied (RFC 9110 §8.4), so decode the last one first.
  for (const encoding of encodings.slice(0, 3).reverse()) {
    if (decoded.length === 0) break
    const plain = await undone(decoded, encoding, maxBytes)
    if (plain === undefined) return 'The response body is compressed and cannot be decoded.'
    decoded = plain
  }
  if (encodings.length > 3) return 'The response body is compressed and cannot be decoded.'
  const charset = /charset="?([\w-]+)/i.exec(headers['content-type'] ?? '')?.[1] ?? 'utf-8'
  return readAs(charset, decoded) ?? readAs('utf-8', decoded) ?? 'The response body is not text.'
}

async function undone(
  bytes: Buffer,
  encoding: string,
  maxOutputLength: number,
): Promise<Buffer | undefined> {
  if (!Object.hasOwn(decoders, encoding)) return undefined
  const zlib = await import('node:zlib')
  const decode = (name: (typeof decoders)[keyof typeof decoders] | 'inflateRaw') =>
    promisify<Buffer, { maxOutputLength: number }, Buffer>(zlib[name])(bytes, { maxOutputLength })
  try {
    return await decode(decoders[encoding as keyof typeof decoders])
  } catch (error) {
    if (isTooLarge(error)) throw tooLarge(maxOutputLength)
    if (encoding !== 'deflate') return undefined
  }
  try {
    // Some servers send `deflate` without its zlib header.
    return await decode('inflateRaw')
  } catch (error) {
    if (isTooLarge(error)) throw tooLarge(maxOutputLength)
    return undefined
  }
}

/** Undefined if the bytes are not text in this charset, or the charset is unknown. Drops a byte order mark. */
function readAs(charset: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes)
  } catch {
    // The caller tries another charset.
    return undefined
  }
}

export function tooLarge(maxBytes: number): NoAnswer {
  return new NoAnswer('TOO_LARGE', true, `The response is larger than ${maxBytes} bytes`)
}

function isTooLarge(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
}
