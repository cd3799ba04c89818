import type { EventPlace, RowChange } from "../decision/rowChange.ts"
import type { PickupSlotEvent } from "./event.ts"
import type { PickupSlotRow } from "./model.ts"

/** The row that a fact of a slot's history changes. */
export const projectPickupSlot = (event: PickupSlotEvent, { seq }: EventPlace): ReadonlyArray<RowChange> => {
  switch (event._tag) {
    case "PickupSlotAdded": {
      const { slotId, branch, kind, name, fromAt, untilAt, capacity } = event
      const row = { slotId, version: seq, branch, kind, name, fromAt, untilAt, capacity, taken: 0, closedAt: null }
      return [{ op: "insert", table: "pickupSlot", row }]
    }
    case "PickupSlotClosed":
      return [own(event, seq, { closedAt: event.at })]
    case "PickupSlotTaken":
      return [own(event, seq, {}), moreTaken(event, 1)]
    case "PickupSlotLeft":
      return [own(event, seq, {}), moreTaken(event, -1)]
  }
}

const own = (
  { slotId: id }: Pick<PickupSlotEvent, "slotId">,
  version: number,
  set: Partial<PickupSlotRow>
): RowChange => ({ op: "set", table: "pickupSlot", id, version, set })

const moreTaken = ({ slotId: id }: Pick<PickupSlotEvent, "slotId">, taken: number): RowChange => ({
  op: "add",
  table: "pickupSlot",
  id,
  add: { taken }
})
