import * as openapi from '../openapi.ts'
import published from './operations.json' with { type: 'json' }

/** An operation of GitHub's REST API that the simulator answers, by GitHub's name for it. */
export type OperationId =
  | 'repos/get'
  | 'pulls/list'
  | 'pulls/get'
  | 'issues/list-comments'
  | 'issues/create-comment'
  | 'issues/update-comment'
  | 'checks/create'
  | 'checks/update'
  | 'checks/list-for-ref'
  | 'git/get-ref'
  | 'git/create-ref'
  | 'git/update-ref'
  | 'git/get-commit'
  | 'git/create-commit'
  | 'git/get-tree'
  | 'git/create-tree'
  | 'git/create-blob'

/** A request that is what GitHub's OpenAPI document says of its operation. */
export type Matched = openapi.Matched<OperationId>

/** The operation that a request is for, with everything about it that GitHub's document does not allow. */
export const matchOperation = openapi.readDocument<OperationId>(
  published.operations as ReadonlyArray<openapi.PublishedOperation>,
  published.$defs,
).match
