import { minorOf } from "../form/amounts.ts"
import type { SettingForm, SettingName } from "../form/settings.ts"
import type { ContradictionName, Rule } from "./rule.ts"

type Tiers = Extract<SettingForm<"overdueRate">, { readonly tiers: unknown }>["tiers"]

/** A setting that only means something beside another one, which no row sets at all. */
const without = (other: SettingName, of: ContradictionName, name: SettingName): Rule => ({
  of,
  settings: [name, name],
  holds: (case_, { named }) => case_.get(name) !== undefined && !named.has(other)
})

/** What contradicts itself in what being late costs. */
export const penaltyRules: ReadonlyArray<Rule> = [
  {
    of: "overdueCapUnderRate",
    settings: ["overdueRate", "overdueCap"],
    holds: (case_, { document }) => {
      const [rate, cap] = [case_.get("overdueRate"), case_.get("overdueCap")]
      if (typeof rate !== "object" || typeof cap !== "number") return false
      const first = "tiers" in rate ? rate.tiers[0]?.amount : rate.amount
      const unit = first === undefined ? null : minorOf(first, document.currency)
      return unit !== null && cap < unit
    }
  },
  {
    of: "overdueTiersWithHole",
    settings: ["overdueRate", "overdueRate"],
    holds: (case_) => {
      const rate = case_.get("overdueRate")
      return typeof rate === "object" && "tiers" in rate && hasHole(rate.tiers)
    }
  },
  without("overdueGrace", "graceTimeWithoutGrace", "overdueGraceOnClosedDays"),
  {
    of: "suspensionMaxUnderUnit",
    settings: ["suspension", "suspensionDaysMax"],
    holds: (case_) => {
      const [suspension, most] = [case_.get("suspension"), case_.get("suspensionDaysMax")]
      return typeof suspension === "object" && typeof most === "number" && most < suspension.days
    }
  },
  {
    of: "suspensionBlocksNothing",
    settings: ["suspension", "suspensionBlocks"],
    holds: (case_) => typeof case_.get("suspension") === "object" && case_.get("suspensionBlocks")?.length === 0
  },
  ...(["suspensionDaysMax", "suspensionOnClosedDays", "suspensionCumulative", "suspensionBlocks"] as const).map(
    (name) => without("suspension", "suspensionWithoutDays", name)
  )
]

/** From the first unit on every one is in a tier, until the last tier ends. */
const hasHole = (tiers: Tiers): boolean =>
  tiers.some(({ from }, place) => from !== (place === 0 ? 1 : (tiers[place - 1]?.to ?? 0) + 1))
