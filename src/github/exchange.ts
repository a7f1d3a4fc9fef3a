/** Sends one request. Resolves with any status; rejects with NoReply if there was no response. */
export type Send = (request: GitHubRequest) => Promise<Reply>

export interface GitHubRequest {
  /** Method and path as GitHub documents them, for instance `GET /repos/{owner}/{repo}`. */
  readonly route: string
  /** Fills the path. The rest becomes the query or the body. */
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

/** There was no complete response. */
export class NoReply extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'NoReply'
  }
}
