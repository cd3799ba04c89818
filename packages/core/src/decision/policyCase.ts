import type { BranchCalendar } from "../calendar/calendar.ts"
import type { ItemRow } from "../catalogue/model.ts"
import type { CompiledPolicy, PolicyContext, RuleKind } from "../policy/index.ts"
import { ageAt } from "../readers/age.ts"
import type { ReaderRow } from "../readers/model.ts"
import type { TitleFacts } from "./facts.ts"
import { controlOf, ruleBranchOf } from "./ruleBranch.ts"

const dayMs = 86_400_000

/** What a case is made of. */
export interface PolicyCase {
  /** Which rules are asked for; those of loans, where it is not said. */
  readonly kind?: RuleKind
  readonly reader: Pick<ReaderRow, "category" | "homeBranch" | "bornOn">
  readonly item: Pick<ItemRow, "type" | "collection" | "location"> &
    Partial<Pick<ItemRow, "homeBranch" | "presentBranch">> & { readonly addedAt?: number }
  readonly title: Pick<TitleFacts, "format" | "language">
  readonly waiting: number
  readonly isRenewal: boolean
  readonly onSite: boolean
  /** Without it, no: what begins is not recalled. */
  readonly recalled?: boolean
  readonly at: number
  /** The branch of the desk, or the one where a copy is to be picked up. */
  readonly branch: string
  /** Says whose rules hold, and which branches are near each other. */
  readonly policy: Pick<CompiledPolicy, "document" | "sameLibrary">
  readonly calendar: BranchCalendar | undefined
}

/** What the policy may look at, for one reader and one item at one desk. */
export const policyCase = (of: PolicyCase): PolicyContext => ({
  readerCategory: of.reader.category,
  itemType: of.item.type,
  branch: ruleBranchOf(controlOf(of.policy.document.ruleBranch, of.kind ?? "loans"), {
    desk: of.branch,
    readerHome: of.reader.homeBranch,
    itemHome: of.item.homeBranch ?? null,
    itemPresent: of.item.presentBranch ?? null
  }),
  collection: of.item.collection,
  location: of.item.location,
  format: of.title.format,
  language: of.title.language,
  readerAge: ageAt(of.reader.bornOn, of.at, of.calendar),
  itemAgeDays: of.item.addedAt === undefined ? null : Math.max(0, Math.floor((of.at - of.item.addedAt) / dayMs)),
  waiting: of.waiting,
  isRenewal: of.isRenewal,
  onSite: of.onSite,
  recalled: of.recalled ?? false,
  readerHome: of.reader.homeBranch === of.branch ? "same" : "other",
  readerNear: of.policy.sameLibrary(of.reader.homeBranch, of.branch)
})
