import type { Consultation } from "../../decision/consult.ts"
import type { Refusal } from "../../decision/refusal.ts"
import type { SettingForm } from "../../policy/index.ts"
import { type Counted, measured } from "./conditions.ts"
import type { BlockAction } from "./model.ts"

type Rule = SettingForm<"blocksWhen">[number]
type Part = keyof Rule["all"]

/** The rules of the library's own that stand in the way of this action, each by its name: those all parts of which hold. */
export const rulesAgainst = (
  action: BlockAction,
  counted: Counted & { readonly debt: number },
  at: number,
  asked: Consultation
): ReadonlyArray<Refusal> => {
  const amountOf = (part: Part): number => (part === "debt" ? counted.debt : (measured(part, counted, at, asked) ?? 0))
  const holds = ({ all }: Rule): boolean =>
    Object.entries(all).every(([part, { over }]) => amountOf(part as Part) > Number(over))
  return asked
    .optional("blocksWhen", none)
    .filter((rule) => rule.blocks.includes(action) && holds(rule))
    .map(({ name }) => ({ _tag: "BlockedByRule", rule: name }))
}

const none: ReadonlyArray<never> = []
