// The modules that the action loads only when it needs them. See `vitest.mutation.config.ts`.
import '../src/hex/proxy.ts'
import '../src/inputs/structured.ts'
