import { Effect } from "effect"
import type { Busy, Storage, StorageFault } from "../../storage/port.ts"
import { townReaders } from "../arbitraries/deskAct.ts"
import type { TownView } from "./townModel.ts"
import { readerWith, rowsOf, type TownPlay } from "./townPlay.ts"

/** What the tables say of the town. */
export const townView = (town: TownPlay): Effect.Effect<TownView, Busy | StorageFault, Storage> =>
  Effect.gen(function* () {
    const { tenant } = town
    const items = yield* rowsOf(tenant, "item")
    const loans = yield* rowsOf(tenant, "loan")
    const loanReaders = yield* rowsOf(tenant, "loanReader")
    const reservations = yield* rowsOf(tenant, "reservation")
    const holders = yield* rowsOf(tenant, "reservationReader")
    const accounts = yield* rowsOf(tenant, "account")

    const borrower = (loanId: string): string | null => {
      const link = loanReaders.find((one) => one.loanId === loanId)
      return link === undefined ? null : readerWith(town, link.readerId)
    }
    const named = (reservationId: string): string => {
      const holder = holders.find((one) => one.reservationId === reservationId)
      return `${reservationId} ${holder === undefined ? null : readerWith(town, holder.readerId)}`
    }
    return {
      items: Object.fromEntries(
        items.map(({ barcode, loanId, reservationId }) => {
          const loan = loans.find((one) => one.loanId === loanId)
          const reader = loanId === null ? null : borrower(loanId)
          return [
            barcode,
            { reader, renewals: loan?.renewalCount ?? 0, dueAt: loan?.dueAt ?? null, keptFor: reservationId }
          ]
        })
      ),
      waiting: town.titleIds.map((titleId) =>
        reservations
          .filter((one) => one.titleId === titleId && one.state === "waiting")
          .sort((left, right) => (left.place ?? 0) - (right.place ?? 0))
          .map(({ reservationId }) => named(reservationId))
      ),
      shelf: reservations
        .filter(({ state }) => state === "setAside")
        .map(({ reservationId }) => named(reservationId))
        .sort(),
      owed: Object.fromEntries(
        townReaders.map((name) => [
          name,
          accounts.find(({ accountId }) => accountId === town.readers[name].readerId)?.balance ?? 0
        ])
      )
    }
  })
