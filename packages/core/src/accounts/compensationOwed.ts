import type { ChargeFacts } from "../decision/facts.ts"

/** What is still owed of compensation for losses and damage; `null`: not asked for. */
export const compensationOwed = (charges: ReadonlyArray<ChargeFacts> | undefined): number | null =>
  charges === undefined
    ? null
    : charges.reduce((sum, { charge }) => (charge.kind === "compensation" ? sum + charge.outstanding : sum), 0)
