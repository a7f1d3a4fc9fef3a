import type { HexClient } from '../../hex/client.ts'
import type { ShownPicture } from '../../report/pictures.ts'
import type { Outcome } from '../../run/outcome.ts'

/** The reports on GitHub. None of them changes the verdict, and none throws. */
export interface Reports {
  /** A run exists: creates the check run. Returns at once. */
  started(run: { readonly runId: string; readonly runUrl?: string }): void
  /** Gets pictures of charts while the connection to Hex is open, and commits them if `charts-branch` is set. */
  charts(outcomes: ReadonlyArray<Outcome>, hex: HexClient): Promise<Charts>
  /** All runs have ended: completes the check run and writes the comment. */
  ended(outcomes: ReadonlyArray<Outcome>, charts: Charts): Promise<void>
}

/** The pictures of charts. */
export interface Charts {
  /** The files on the runner, for the `chart-paths` output. */
  readonly paths: ReadonlyArray<string>
  /** Those that reports can show. */
  readonly shown: ReadonlyArray<ShownPicture>
}
