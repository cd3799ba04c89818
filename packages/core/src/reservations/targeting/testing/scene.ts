import { Instant } from "../../../calendar/instant.ts"
import { ItemId, TitleId } from "../../../catalogue/model.ts"
import { ReservationId } from "../../model.ts"
import type { TargetedCopy, TargetedReservation, TargetingProblem } from "../problem.ts"
import type { TransferRules } from "../rules/transferRules.ts"

export const now = Instant.make(1_000)

/** A reservation for any copy of `atlas`, to be picked up at `north`; the id decides the turn. */
export const reserved = (id: string, other: Partial<TargetedReservation> = {}): TargetedReservation => ({
  reservationId: ReservationId.make(id),
  titleIds: [TitleId.make("atlas")],
  itemId: null,
  volume: null,
  pickupBranch: "north",
  rank: 0,
  excludedItems: [],
  ...other
})

/** A copy of `atlas` at home in the branch where it stands. */
export const standing = (id: string, branch: string, other: Partial<TargetedCopy> = {}): TargetedCopy => ({
  itemId: ItemId.make(id),
  titleId: TitleId.make("atlas"),
  volume: null,
  branch,
  homeBranch: branch,
  protectedUntil: null,
  lentElsewhere: true,
  floating: false,
  ...other
})

/** Three branches: south is near to north, east is far from both. */
export const near: TransferRules = {
  branches: ["north", "south", "east"],
  costs: [
    [0, 2, 9],
    [2, 0, 9],
    [9, 9, 0]
  ],
  closed: [],
  localFirst: false,
  wayHomePercent: 0,
  load: {}
}

export const problemOf = (
  reservations: ReadonlyArray<TargetedReservation>,
  copies: ReadonlyArray<TargetedCopy>,
  rules: Partial<TransferRules> = {}
): TargetingProblem => ({ reservations, copies, rules: { ...near, ...rules }, at: now })
