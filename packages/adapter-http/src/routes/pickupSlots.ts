import { Schema } from "effect"
import { problem } from "../problem/problem.ts"
import type { Route } from "../route.ts"
import { isBranch } from "../wire/inForce.ts"
import { withInstantTexts } from "../wire/instants.ts"
import { SlotView, slotView } from "../wire/views.ts"
import { commandRoute } from "./command.ts"
import { paged, pageQuery, pageShape } from "./paging.ts"

const BranchCode = Schema.String.check(
  Schema.isMinLength(1),
  Schema.isMaxLength(64),
  Schema.isPattern(/^[^\p{Cc}\p{Cs}]*$/u)
)

const slotsOfBranch: Route = {
  name: "slotsOfBranch",
  method: "GET",
  path: "/v1/branches/:branch/slots",
  tag: "circulation",
  summary: "Lockers and times for the pickup at a branch that are not over, and how many places are free",
  params: { branch: BranchCode },
  query: pageQuery,
  answer: pageShape(Schema.Struct({ ...SlotView.fields, capacity: Schema.Int, free: Schema.Int })),
  signedIn: true,
  handle: async (call) => {
    const { library, identity, params, now: at } = call
    const { branch = "" } = params
    if (!(await isBranch(library, { tenant: identity.tenant, branch }, at))) return problem("unknown")
    const reply = await paged(
      call,
      ["slots", branch],
      async (page) => (await library.read(identity.tenant, { slotsOfBranch: { branch, at, ...page } })).slotsOfBranch,
      ({ rows, next }) =>
        withInstantTexts({
          rows: rows.map((slot) => ({
            ...slotView(slot),
            capacity: slot.capacity,
            free: slot.capacity - slot.taken
          })),
          next
        })
    )
    return reply ?? problem("unknown")
  }
}

/** Where and when what is set aside is fetched: lockers, and times at the curb. */
export const pickupSlots: ReadonlyArray<Route> = [
  slotsOfBranch,
  commandRoute("addPickupSlot", {
    path: "/v1/slots",
    tag: "circulation",
    summary: "Add a locker, or a time at which copies are brought out"
  }),
  commandRoute("closePickupSlot", {
    path: "/v1/slots/:slot/close",
    tag: "circulation",
    summary: "Let nobody take a slot from now on"
  }),
  commandRoute("takeSlot", {
    path: "/v1/reservations/:reservation/slot",
    tag: "circulation",
    summary: "Fetch what is set aside from a locker, or at a time"
  }),
  commandRoute("leaveSlot", {
    path: "/v1/reservations/:reservation/slot/leave",
    tag: "circulation",
    summary: "Give a slot up; the copy stays on the pickup shelf"
  })
]
