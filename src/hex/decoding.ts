import { promisify } from 'node:util'
import { type NoResponse, ownFailure } from './http.ts'

/** Node's decoders by their names in `content-encoding`. */
const decoders = new Map<string, 'gunzip' | 'inflate' | 'brotliDecompress' | 'zstdDecompress'>([
  ['gzip', 'gunzip'],
  ['deflate', 'inflate'],
  ['br', 'brotliDecompress'],
  ['zstd', 'zstdDecompress'],
])

/**
 * The text of a body. Compressed bodies are decoded although none was requested, because some proxies send them. A body
 * that cannot be decoded is replaced by a sentence about it, so that no raw bytes are printed and the status still
 * counts. Throws NoResponse `TOO_LARGE` where more than `maxBytes` come out.
 */
export async function textOf(
  bytes: Buffer,
  headers: Readonly<Record<string, string>>,
  maxBytes: number,
): Promise<string> {
  const encoding = headers['content-encoding']?.toLowerCase() || 'identity'
  const isPlain = encoding === 'identity' || bytes.length === 0
  const decoded = isPlain ? bytes : await decodedFrom(bytes, encoding, maxBytes)
  if (decoded === undefined) return 'The response body is compressed and cannot be decoded.'
  const charset = /charset="?([\w-]+)/i.exec(headers['content-type'] ?? '')?.[1]
  return readAs(decoded, charset) ?? readAs(decoded) ?? 'The response body is not text.'
}

export function tooLarge(maxBytes: number): NoResponse {
  return ownFailure('TOO_LARGE', true, `The response is larger than ${maxBytes} bytes`)
}

/** Undefined if the encoding is unknown, or the bytes are not in it. */
async function decodedFrom(
  bytes: Buffer,
  encoding: string,
  maxBytes: number,
): Promise<Buffer | undefined> {
  const name = decoders.get(encoding)
  if (name === undefined) return undefined
  const zlib = await import('node:zlib')
  const decode = promisify<Buffer, { maxOutputLength: number }, Buffer>(zlib[name])
  try {
    return await decode(bytes, { maxOutputLength: maxBytes })
  } catch (error) {
    // ERR_BUFFER_TOO_LARGE is the only RangeError. Others are about the bytes.
    if (error instanceof RangeError) throw tooLarge(maxBytes)
    return undefined
  }
}

/** Undefined if the bytes are not text in this charset, or the charset is unknown. Drops a byte order mark. */
function readAs(bytes: Uint8Array, charset = 'utf-8'): string | undefined {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes)
  } catch {
    // The caller tries another charset.
    return undefined
  }
}
