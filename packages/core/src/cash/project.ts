import type { EventPlace, RowChange } from "../decision/rowChange.ts"
import { Minor } from "../money/minor.ts"
import type { CashEvent } from "./event.ts"
import { type CashEntryRow, cashMethod } from "./model.ts"

/** The rows that a fact of a cash desk changes. */
export const projectCash = (event: CashEvent, place: EventPlace): ReadonlyArray<RowChange> => {
  const { cashDeskId, session, at, branch } = event
  const line = (row: Pick<CashEntryRow, "cashEntryId" | "kind" | "method" | "amount" | "reason">): RowChange =>
    cashEntry({ ...row, cashDeskId, session, entryId: null, at, actor: place.actor })
  const desk = (set: object): RowChange => ({
    op: "set",
    table: "cashDesk",
    id: cashDeskId,
    version: place.seq,
    set
  })
  switch (event._tag) {
    case "CashDeskOpened": {
      const opened = { state: "open", session, openedAt: at, closedAt: null } as const
      const { entryId: cashEntryId, float: amount } = event
      return [
        session === 1
          ? { op: "insert", table: "cashDesk", row: { cashDeskId, version: place.seq, branch, ...opened } }
          : desk(opened),
        line({ cashEntryId, kind: "float", method: cashMethod, amount, reason: "" })
      ]
    }
    case "CashMoved": {
      const { entryId: cashEntryId, method, amount, reason } = event
      return [desk({}), line({ cashEntryId, kind: "moved", method, amount, reason })]
    }
    case "CashDeskClosed":
      return [
        desk({ state: "closed", closedAt: at }),
        ...event.differences.map(({ entryId: cashEntryId, method, amount }) =>
          line({ cashEntryId, kind: "difference", method, amount, reason: event.reason })
        )
      ]
  }
}

/** A line of a session. */
export const cashEntry = (row: Omit<CashEntryRow, "amount"> & { readonly amount: number }): RowChange => ({
  op: "insert",
  table: "cashEntry",
  row: { ...row, amount: Minor.make(row.amount) }
})
