/** The stages of the actions, one per line: the build writes `dist/NAME.js` for each, which loads its chunk alone. */
export const stages = {
  run: () => import('./run.ts'),
  'run-post': () => import('./run-post.ts'),
  cancel: () => import('./cancel.ts'),
  request: () => import('./request.ts'),
  verify: () => import('./verify.ts'),
}
