// The modules that the action loads only when it needs them, loaded before the mutation tests.
import '../src/hex/proxy.ts'
import '../src/inputs/structured.ts'
