import type { Asked } from "../decision/consult.ts"
import { isNear } from "../decision/near.ts"
import type { Refusal } from "../decision/refusal.ts"
import { type SharingRefusal, sharingAgainst } from "../loans/sharing.ts"
import type { CompiledPolicy } from "../policy/index.ts"

type Branches = Pick<CompiledPolicy, "sameLibrary" | "sameGroup" | "transfers">

/** A copy, or some that are alike. */
export interface ReservedCopy {
  readonly type: string
  readonly collection: string
  readonly homeBranch: string
  /** Where it stands, or was just returned. */
  readonly presentBranch: string
}

interface Fetched {
  readonly readerHome: string
  readonly pickupBranch: string
}

export type FetchingRefusal =
  | SharingRefusal
  | Extract<Refusal, { readonly _tag: "NotForReadersOf" | "PickupNotAllowed" }>

/**
 * What is against this reader fetching this copy at this branch, whoever else waits: whose readers may reserve it
 * (`reservableBy`), whether it is lent to them there (`lendableTo`, `borrowingBranches`), where it may be picked up
 * (`pickupAllowed`, `pickupBranches`), and whether it travels there (`transfers`). `null`: nothing.
 */
export const againstFetching = (
  copy: ReservedCopy,
  { readerHome, pickupBranch }: Fetched,
  asked: Asked,
  policy: Branches
): FetchingRefusal | null => {
  const by = asked.optional("reservableBy", "anyone")
  if (by !== "anyone" && !isNear(policy, by, readerHome, copy.homeBranch))
    return { _tag: "NotForReadersOf", branch: readerHome }
  const [unshared] = sharingAgainst({ readerHome, itemHome: copy.homeBranch, desk: pickupBranch }, asked, policy)
  if (unshared !== undefined) return unshared
  const where = asked.optional("pickupBranches", "any")
  const mayBeThere =
    where === "any" ||
    (where === "present" ? copy.presentBranch === pickupBranch : isNear(policy, where, pickupBranch, copy.homeBranch))
  if (
    asked.optional("pickupAllowed", true) &&
    mayBeThere &&
    policy.transfers.may(copy.presentBranch, pickupBranch, copy)
  )
    return null
  return { _tag: "PickupNotAllowed", branch: pickupBranch }
}

/** Whether a reservation gets this copy before all others: `localFirst`. */
export const isLocal = (
  { homeBranch, presentBranch }: Pick<ReservedCopy, "homeBranch" | "presentBranch">,
  { readerHome, pickupBranch }: Fetched,
  asked: Asked
): boolean => {
  switch (asked.optional("localFirst", "no")) {
    case "no":
    case "nearest":
      return false
    case "pickupAtHome":
      return pickupBranch === homeBranch
    case "pickupHere":
      return pickupBranch === presentBranch
    case "readerAtHome":
      return readerHome === homeBranch
    case "readerHere":
      return readerHome === presentBranch
  }
}
