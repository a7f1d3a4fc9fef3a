import fc from 'fast-check'

const codePoints = fc.oneof(
  fc.integer({ min: 0, max: 0xff }),
  // General punctuation: blanks, marks of direction, separators.
  fc.integer({ min: 0x2000, max: 0x206f }),
  fc.integer({ min: 0, max: 0x10ffff }),
)

/** Any characters at all, lone surrogates among them. (fast-check's own `binary` takes seconds to get ready.) */
export const anyCharacters: fc.Arbitrary<string> = fc.string({
  unit: codePoints.map((codePoint) => String.fromCodePoint(codePoint)),
})
