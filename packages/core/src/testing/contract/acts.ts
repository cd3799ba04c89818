import type { Lookup, SlotName } from "../../decision/facts.ts"
import { LoanId } from "../../loans/model.ts"
import type { RunRequest } from "../../storage/port.ts"
import { barcodeOf, cardOf, eventRow, loanRow, minutesLater } from "../rows.ts"
import { permitted, refused, type Scene } from "./scene.ts"

/** Lends an item as bluntly as possible, with every guard that a loan needs: what a storage sees of a checkout. */
export const lend = (
  scene: Scene,
  item: string,
  reader: string,
  loansMax = 100
): RunRequest<Asked<"item" | "reader" | "loanCounts">, null> =>
  scene.command(
    {
      item: { barcode: barcodeOf(item) },
      reader: { card: cardOf(reader) },
      loanCounts: { card: cardOf(reader) }
    },
    ({ item: facts, reader: borrower, loanCounts }) => {
      if (facts === null || borrower === null) return refused()
      const open = loanCounts.reduce((sum, { count }) => sum + count, 0)
      if (facts.item.status !== "available" || open >= loansMax) return refused()
      const loanId = LoanId.make(`l-${item}-${reader}-${facts.item.version}`)
      const { readerId, version } = borrower.reader
      const lent = { ...facts.item, version: facts.item.version + 1, status: "onLoan" as const, loanId }
      return permitted({
        insert: {
          loan: [loanRow(loanId, item, { titleId: facts.item.titleId })],
          loanReader: [{ loanId, readerId }],
          event: [eventRow(loanId, 1)]
        },
        update: { item: [{ row: lent, was: facts.item.version }] },
        guard: { reader: [{ id: readerId, was: version }] },
        count: [{ readerId, itemType: "book", collection: "general", branch: "main", onSite: 0, count: 1 }]
      })
    }
  )

type Asked<S extends SlotName> = Pick<Required<Lookup>, S>

/** Takes an item back. */
export const giveBack = (scene: Scene, item: string): RunRequest<Asked<"item" | "loanOfItem">, null> =>
  scene.command(
    { item: { barcode: barcodeOf(item) }, loanOfItem: { barcode: barcodeOf(item) } },
    ({ item: facts, loanOfItem: open }) => {
      if (facts === null || open === null) return refused()
      const { loan, reader } = open
      const free = { ...facts.item, version: facts.item.version + 1, status: "available" as const, loanId: null }
      const closed = { ...loan, version: loan.version + 1, state: "closed" as const, closedAt: minutesLater(30) }
      return permitted({
        insert: { event: [eventRow(loan.loanId, closed.version, { tag: "ItemReturned" })] },
        update: {
          item: [{ row: free, was: facts.item.version }],
          loan: [{ row: closed, was: loan.version }]
        },
        guard: { reader: [{ id: reader.readerId, was: reader.version }] },
        count: [
          { readerId: reader.readerId, itemType: "book", collection: "general", branch: "main", onSite: 0, count: -1 }
        ]
      })
    }
  )
