import type { LoanExplanation } from "@openshelf/core/explain"
import type { PolicyFinding } from "@openshelf/core/policy-review"
import type { Written } from "../api/model.ts"
import type { Say } from "./texts.ts"

/** One step on the way to a due instant, as the server writes it. */
export type DueStepLine = Written<LoanExplanation["steps"][number]>
/** A length of a loan as the policy has it. */
export type PeriodWords = Readonly<Record<string, number | string>>

/** Why a loan is due when it is, in plain words. */
export interface WhyTexts {
  readonly ask: string
  readonly askOne: (title: string) => string
  readonly title: string
  readonly step: (step: DueStepLine, say: Say) => string
  readonly change: Readonly<Record<LoanExplanation["changes"][number]["what"], string>>
  readonly because: (reason: string) => string
  readonly changes: string
  readonly rules: (version: number) => string
  readonly row: (row: string, note: string | null) => string
  readonly newDate: string
  readonly newDateOne: (title: string) => string
  readonly day: string
  readonly reason: string
  readonly change1: string
  readonly changed: (title: string, due: string) => string
  readonly notChanged: (title: string) => string
}

/** The page on which managers look at, try and publish the library's rules. */
export interface RulesTexts {
  readonly mode: string
  readonly title: string
  readonly versions: string
  readonly version: (version: number) => string
  readonly held: string
  readonly from: (instant: string, by: string) => string
  readonly edit: string
  readonly editHelp: string
  readonly file: string
  readonly checking: string
  readonly sound: string
  readonly problems: (count: number) => string
  readonly at: (line: number, path: string) => string
  readonly wholeText: string
  readonly meant: (suggestion: string) => string
  readonly findings: (count: number) => string
  readonly finding: (finding: PolicyFinding) => string
  readonly tryOut: string
  readonly tryHelp: string
  readonly card: string
  readonly item: string
  readonly action: string
  readonly actions: { readonly checkOut: string; readonly renew: string }
  readonly when: string
  readonly whenHelp: string
  readonly try: string
  readonly now: string
  readonly draft: string
  readonly allowed: (due: string) => string
  readonly refused: string
  readonly lifted: (permission: string) => string
  readonly decisive: string
  readonly won: (row: string) => string
  readonly lost: (row: string, by: string) => string
  readonly noMatch: (row: string, criteria: string) => string
  readonly noneSets: string
  readonly publish: string
  readonly publishHelp: string
  readonly validFrom: string
  readonly sure: string
  readonly publishNow: string
  readonly published: (version: number) => string
  readonly notPublished: string
}
