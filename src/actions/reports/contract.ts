import type { HexClient } from '../../hex/client.ts'
import type { ShownPicture } from '../../report/pictures.ts'
import type { Outcome } from '../../run/outcome.ts'

/** The reports beyond log, outputs and job summary. None of them changes the verdict, and none throws. */
export interface Reports {
  /** A run exists: the check run begins. Returns at once. */
  started(run: { readonly runId: string; readonly runUrl?: string }): void
  /** Takes the charts' pictures while Hex is still connected, and commits them where that was asked for. */
  charts(outcomes: ReadonlyArray<Outcome>, hex: HexClient): Promise<Charts>
  /** All runs have ended: completes the check run and writes the comment. */
  ended(outcomes: ReadonlyArray<Outcome>, charts: Charts): Promise<void>
}

/** What the post step found and did, where main could not finish or could not see the end. */
export interface LastWord {
  readonly conclusion: 'cancelled'
  /** One sentence without a full stop; plain text. */
  readonly headline: string
  /** What became of each run. */
  readonly markdown: string
}

/** What came of the charts. */
export interface Charts {
  /** The files on the runner, for the `chart-paths` output. */
  readonly paths: ReadonlyArray<string>
  /** Those that reports can show. */
  readonly shown: ReadonlyArray<ShownPicture>
}
