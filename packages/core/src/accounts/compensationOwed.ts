import type { ChargeFacts } from "../decision/facts.ts"
import { isCompensation } from "./model.ts"

/** What is still owed of compensation for losses and damage; `null`: not asked for. */
export const compensationOwed = (charges: ReadonlyArray<ChargeFacts> | undefined): number | null =>
  charges === undefined
    ? null
    : charges.reduce((sum, { charge }) => (isCompensation(charge.kind) ? sum + charge.outstanding : sum), 0)
