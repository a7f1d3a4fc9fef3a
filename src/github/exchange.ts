/** One attempt of one request. Resolves with any status; rejects with NoReply when none came. */
export type Send = (request: GitHubRequest) => Promise<Reply>

export interface GitHubRequest {
  /** Method and path as GitHub documents them, for instance `GET /repos/{owner}/{repo}`. */
  readonly route: string
  /** Fills the path; what is left goes into the query or the body. */
  readonly parameters: Readonly<Record<string, unknown>>
  /** Aborting it ends the request. */
  readonly signal: AbortSignal
}

export interface Reply {
  readonly status: number
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  readonly data: unknown
}

/** No answer came back, or not all of it. */
export class NoReply extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'NoReply'
  }
}
