import { leftNothing } from './state.ts'

/**
 * The stages of the actions, one per line: the build writes `dist/NAME.js` for each, which loads its chunk alone. `eager`
 * puts a module into dist/index.js, which every stage loads, and runs it only here.
 */
export const stages = {
  run: () =>
    import(/* webpackMode: "eager" */ './open-run.ts')
      .then(({ ready }) => ready)
      .then(() => import('./run.ts'))
      .then(({ main }) => main()),
  // Most jobs leave nothing to clean up, and then nothing is loaded.
  'run-post': () => (leftNothing(process.env) ? undefined : import('./run-post.ts')),
  cancel: () => import('./cancel.ts'),
  request: () => import('./request.ts'),
  verify: () => import('./verify.ts'),
}
