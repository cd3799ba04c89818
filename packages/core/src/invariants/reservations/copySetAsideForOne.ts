import type { MakeCheck } from "../check.ts"

/**
 * I11: an item set aside and its reservation name each other. I15: no item stands aside for a reservation that ended or is
 * not there. Keeps the items set aside.
 */
export const copySetAsideForOne: MakeCheck = (report) => {
  const itemsKeptFor = new Map<string, Array<string>>()
  return {
    rows: {
      item: ({ itemId, status, reservationId }) => {
        if (status !== "inTransit" && (status === "setAside") !== (reservationId !== null)) {
          const names = reservationId === null ? "names no reservation" : "names a reservation"
          report("I11", [itemId, reservationId], `an item is ${status} and ${names}`)
        }
        if (reservationId === null) return
        itemsKeptFor.set(reservationId, [...(itemsKeptFor.get(reservationId) ?? []), itemId])
      },
      reservation: ({ reservationId, state, setAsideItemId }) => {
        const items = itemsKeptFor.get(reservationId) ?? []
        itemsKeptFor.delete(reservationId)
        if (items.length > 1) report("I11", [reservationId, ...items], "a reservation has two items set aside")
        if (state !== "setAside" && state !== "inTransit") {
          for (const itemId of items)
            report("I15", [itemId, reservationId], `an item is set aside for a reservation that is ${state}`)
        } else if (setAsideItemId !== null && !items.includes(setAsideItemId)) {
          report("I11", [reservationId, setAsideItemId], "the item of a reservation is not set aside for it")
        }
      }
    },
    end: () => {
      for (const [reservationId, items] of itemsKeptFor) {
        report("I15", [...items, reservationId], "an item is set aside for a reservation that is not there")
      }
    }
  }
}
