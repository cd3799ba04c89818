import type { CompensationRule } from "@openshelf/core"

/** One library's published rule of what losses and damage cost, as data to take into a policy. */
export interface CompensationPreset {
  readonly id: string
  /** `null`: the source does not name it. */
  readonly library: { readonly en: string; readonly zh: string } | null
  /** The currency of its amounts. A policy in another one cannot take it as it is. */
  readonly currency: string
  /** Where it is published, by the numbers of `sources.ts`. */
  readonly sources: ReadonlyArray<string>
  readonly rule: CompensationRule
}
