import { type Result, Schema } from "effect"
import { InstantInput } from "../calendar/instantInput.ts"
import { Barcode } from "../catalogue/model.ts"
import type { DecisionContext } from "../decision/context.ts"
import type { Decision } from "../decision/decision.ts"
import type { Refusals } from "../decision/refusal.ts"
import { refused } from "../decision/refused.ts"
import { decideReturn, type ReturnFacts, type ReturnReceipt } from "../loans/returnItem.ts"

/** Take in a copy that came from another branch: as by a return, but only what is on its way. */
export const Arrive = Schema.Struct({ item: Barcode, at: InstantInput })
export type Arrive = typeof Arrive.Type

/**
 * Refuses what is on no transit. Whoever it travelled for gets it on the pickup shelf; one that went astray is sent on to
 * where it was going, and whoever is next gets what nobody waits for any more.
 */
export const decideArrive = (
  facts: ReturnFacts,
  command: Arrive,
  context: DecisionContext
): Result.Result<Decision<ReturnReceipt>, Refusals> =>
  facts.item !== null && !facts.transitsOfItem.some(({ state }) => state === "open")
    ? refused([{ _tag: "ItemNotInTransit" }])
    : decideReturn(facts, command, context)
