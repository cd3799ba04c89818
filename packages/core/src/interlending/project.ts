import type { EventPlace, RowChange } from "../decision/rowChange.ts"
import type { InterloanEvent } from "./event.ts"
import type { InterloanState } from "./model.ts"

/** The row that a fact of a loan between systems changes. */
export const projectInterloan = (event: InterloanEvent, { seq }: EventPlace): ReadonlyArray<RowChange> => {
  const { interloanId, at } = event
  if (event._tag === "InterloanMoved") {
    const isOver = finalStates.includes(event.state) && event.recordOpen !== 1
    const isOpen = openStates.includes(event.state)
    const set = {
      ...event.set,
      state: event.state,
      endedAt: isOver ? at : null,
      // Sent before the cancellation arrived, it comes for whoever waits: another may have been asked meanwhile.
      ...(isOpen ? {} : { openReservationId: null })
    }
    return [{ op: "set", table: "interloan", id: interloanId, version: seq, set }]
  }
  const { side, partner, title, reservationId } = event
  const row = {
    interloanId,
    version: seq,
    side,
    partner,
    state: "requested",
    title,
    reservationId,
    openReservationId: reservationId,
    itemId: null,
    loanId: null,
    barcode: "",
    dueAt: null,
    requestedAt: at,
    endedAt: null
  } as const
  return [{ op: "insert", table: "interloan", row }]
}

const openStates: ReadonlyArray<InterloanState> = ["requested", "shipped"]

const finalStates: ReadonlyArray<InterloanState> = ["completed", "completedWithoutReturn", "unfilled", "cancelled"]
