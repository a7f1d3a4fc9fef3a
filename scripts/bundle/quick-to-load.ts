import { isBuiltin } from 'node:module'

/**
 * A bundle of ncc's that does the same and loads sooner, still to be read as it is. Throws for one that is not made as
 * ncc's were when this was written.
 *
 * - V8 compiles at once, whole, what stands in parentheses, because that is mostly called at once. webpack puts every
 *   module into them, and of most only a part is ever called.
 * - Node's own modules are taken from the process; ncc makes a new `require` from the bundle's address for each.
 */
export function quickToLoad(bundle: string): string {
  const text = bundle
    .replaceAll(/^\/\*\*\*\/ \((?:function)?\(([\w, ]*)\) (?:=> )?\{$/gm, '/***/ function ($1) {')
    .replaceAll(/^\/\*\*\*\/ \}\)(,?)$/gm, '/***/ }$1')
    .replace(
      /^import \{ createRequire as __WEBPACK_EXTERNAL_createRequire \} from "module";\n/m,
      '',
    )
    .replaceAll(
      /\b__WEBPACK_EXTERNAL_createRequire\(import\.meta\.url\)\("([\w:/]+)"\)/g,
      (_, name: string) => {
        if (!isBuiltin(name)) throw new Error(`${name} is not Node's.`)
        return `process.getBuiltinModule("${name}")`
      },
    )
  if (/^\/\*\*\*\/ \(|__WEBPACK_EXTERNAL_createRequire/m.test(text))
    throw new Error('ncc writes its bundles differently now.')
  return text
}
