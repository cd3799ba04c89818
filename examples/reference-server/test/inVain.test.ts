import { expect, it } from "vitest"
import type { DemandWire } from "../page/api/model.ts"
import { inVainOf } from "../page/demand/inVain.ts"

const title = (titleId: string) => ({ titleId, title: titleId, responsibility: "", language: "eng" })
type Unfillable = DemandWire["unfillable"][number]
const waits = (pickupBranch: string, day: number, because: Unfillable["because"] = "NoCopies"): Unfillable => ({
  reservationId: `${pickupBranch} ${day}`,
  pickupBranch,
  placedAt: `2026-03-0${day}T09:00:00.000Z`,
  because,
  wouldFill: because === "NoCopies" ? "buy" : "lendFromElsewhere"
})
const demand = (titleId: string, unfillable: DemandWire["unfillable"]): DemandWire => ({
  title: title(titleId),
  waiting: unfillable.length,
  copies: 0,
  perCopy: null,
  unfillable
})

it("sums up by title and remedy who waits in vain: how many, since when, where; the longest wait first", () => {
  const lines = inVainOf([
    demand("Emma", [waits("main", 5), waits("far", 4, "PickupNotAllowed")]),
    demand("Walden", [waits("main", 3), waits("far", 2), waits("main", 9)]),
    demand("Moby-Dick", [])
  ])
  expect(
    lines.map(({ title: { titleId }, count, since, ...rest }) => [titleId, count, since.slice(0, 10), rest])
  ).toEqual([
    [
      "Walden",
      3,
      "2026-03-02",
      {
        wouldFill: "buy",
        because: "NoCopies",
        pickupBranches: ["main", "far"],
        reservationIds: ["main 3", "far 2", "main 9"]
      }
    ],
    [
      "Emma",
      1,
      "2026-03-04",
      {
        wouldFill: "lendFromElsewhere",
        because: "PickupNotAllowed",
        pickupBranches: ["far"],
        reservationIds: ["far 4"]
      }
    ],
    [
      "Emma",
      1,
      "2026-03-05",
      { wouldFill: "buy", because: "NoCopies", pickupBranches: ["main"], reservationIds: ["main 5"] }
    ]
  ])
})
