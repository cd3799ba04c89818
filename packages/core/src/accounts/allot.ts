import type { ChargeFacts } from "../decision/facts.ts"
import type { Refusal } from "../decision/refusal.ts"
import { Minor } from "../money/minor.ts"
import type { EntryId } from "./model.ts"

export interface Allotment {
  readonly chargeId: EntryId
  readonly amount: Minor
}

/** The charges that are meant: those named, in that order, or all, the oldest first. Names none that is not owed. */
export const meantCharges = (
  owed: ReadonlyArray<ChargeFacts>,
  named: ReadonlyArray<EntryId> | undefined
): { readonly charges: ReadonlyArray<ChargeFacts>; readonly unknown: ReadonlyArray<Refusal> } => {
  if (named === undefined) return { charges: owed, unknown: [] }
  const open = new Map(owed.map((one) => [one.charge.chargeId, one]))
  const wanted = [...new Set(named)]
  return {
    charges: wanted.flatMap((chargeId) => open.get(chargeId) ?? []),
    unknown: wanted
      .filter((chargeId) => !open.has(chargeId))
      .map((charge) => ({ _tag: "ChargeUnknown" as const, charge }))
  }
}

/** So much money over these charges in turn, each filled before the next, and what is left of it. */
export const allot = (
  charges: ReadonlyArray<ChargeFacts>,
  amount: number
): { readonly allotments: ReadonlyArray<Allotment>; readonly rest: number } => {
  const allotments: Array<Allotment> = []
  let rest = amount
  for (const { charge } of charges) {
    if (rest === 0) break
    const given = Math.min(rest, charge.outstanding)
    if (given === 0) continue
    rest -= given
    allotments.push({ chargeId: charge.chargeId, amount: Minor.make(given) })
  }
  return { allotments, rest }
}

/** What goes to each charge. */
export const byCharge = (allotments: ReadonlyArray<Allotment>): ReadonlyMap<EntryId, number> =>
  new Map(allotments.map(({ chargeId, amount }) => [chargeId, amount]))

/** The charges as they are once these amounts are given for them. */
export const lessGiven = (
  charges: ReadonlyArray<ChargeFacts>,
  given: ReadonlyMap<EntryId, number>
): ReadonlyArray<ChargeFacts> =>
  given.size === 0
    ? charges
    : charges.map((one) => ({
        ...one,
        charge: {
          ...one.charge,
          outstanding: Minor.make(one.charge.outstanding - (given.get(one.charge.chargeId) ?? 0))
        }
      }))
