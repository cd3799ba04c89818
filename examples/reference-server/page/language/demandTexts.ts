import type { CopyHindrance } from "@openshelf/core/branch-lists"
import type { WouldFill } from "../api/model.ts"

/** What the page says of titles that many wait for. */
export interface DemandTexts {
  readonly mode: string
  readonly unfillable: string
  readonly unfillableHelp: string
  readonly nothingUnfillable: string
  readonly wouldFill: Readonly<Record<WouldFill, string>>
  /** What stands in the way of the copies there are, by its code. */
  readonly because: Readonly<Record<CopyHindrance, string>>
  readonly waitInVain: (count: number) => string
  readonly askedElsewhere: (count: number) => string
  readonly since: (day: string) => string
  readonly pickup: (branches: string) => string
  readonly ratios: string
  readonly ratiosHelp: string
  readonly nobody: string
  readonly title: string
  readonly waiting: string
  readonly copies: string
  readonly perCopy: string
  readonly noCopy: string
  readonly show: string
  readonly back: string
  readonly shown: (shown: number, all: number) => string
}
