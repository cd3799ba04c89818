import { lentStatuses } from "../../../catalogue/model.ts"
import type { TableName, Tables } from "../../../decision/tables.ts"

interface RowCheck<Row> {
  /** What it wants to be true. */
  readonly name: string
  readonly holds: (row: Row) => boolean
}

/** What every storage checks of a single row, beyond columns and keys. */
export const rowChecks: { readonly [T in TableName]?: ReadonlyArray<RowCheck<Tables[T]>> } = {
  item: [
    {
      name: "a lender's due instant only where there is a lender",
      holds: ({ lender, lenderDueAt }) => lender !== "" || lenderDueAt === null
    },
    {
      name: "what it is on its shelf, while it stands there",
      holds: ({ status, shelfStatus }) => (status !== "available" && status !== "restricted") || status === shelfStatus
    },
    {
      name: "a loan if and only if one is open",
      holds: ({ status, loanId }) => lentStatuses.includes(status) === (loanId !== null)
    },
    {
      name: "a reservation if set aside, and else only on its way",
      holds: ({ status, reservationId }) =>
        status === "setAside" ? reservationId !== null : status === "inTransit" || reservationId === null
    },
    {
      name: "a transit if and only if on its way",
      holds: ({ status, transitId }) => (status === "inTransit") === (transitId !== null)
    }
  ],
  transit: [
    {
      name: "an end if and only if it is over",
      holds: ({ state, endedAt }) => ["planned", "open"].includes(state) === (endedAt === null)
    },
    {
      name: "an item that it keeps to itself if and only if it is open",
      holds: ({ state, openItemId }) => (state === "open") === (openItemId !== null)
    },
    {
      name: "an instant of setting out if it did",
      holds: ({ state, sentAt }) => (state === "planned" ? sentAt === null : state !== "open" || sentAt !== null)
    },
    { name: "what it is then if it is open", holds: ({ state, thenStatus }) => state !== "open" || thenStatus !== null }
  ],
  loanCount: [{ name: "count at least 0", holds: ({ count }) => count >= 0 }],
  charge: [
    {
      name: "outstanding between 0 and the amount",
      holds: ({ amount, outstanding }) => outstanding >= 0 && outstanding <= amount
    },
    {
      name: "refunded between 0 and what is no longer owed",
      holds: ({ amount, outstanding, refunded }) => refunded >= 0 && refunded <= amount - outstanding
    }
  ],
  incident: [
    {
      name: "an end if and only if it has ended",
      holds: ({ state, endedAt }) => ["settled", "found", "dismissed"].includes(state) === (endedAt !== null)
    }
  ],
  appeal: [
    {
      name: "a decision if and only if it is not open",
      holds: ({ state, decidedAt }) => (state === "open") === (decidedAt === null)
    }
  ],
  booking: [
    {
      name: "days in order",
      holds: ({ fromAt, untilAt, blockedFrom, blockedUntil }) =>
        blockedFrom <= fromAt && fromAt < untilAt && untilAt <= blockedUntil
    },
    {
      name: "an end if and only if it has ended",
      holds: ({ state, endedAt }) => (state === "booked") === (endedAt === null)
    },
    {
      name: "a loan if and only if fulfilled",
      holds: ({ state, loanId }) => (state === "fulfilled") === (loanId !== null)
    }
  ],
  interloan: [
    {
      name: "open for its own reservation, and until the copy came",
      holds: ({ state, reservationId, openReservationId }) =>
        openReservationId === null ||
        (openReservationId === reservationId && (state === "requested" || state === "shipped"))
    },
    {
      name: "an end if and only if it is over",
      holds: ({ state, endedAt }) =>
        ["completed", "unfilled", "cancelled"].includes(state)
          ? endedAt !== null
          : endedAt === null || state === "completedWithoutReturn"
    }
  ],
  pickupSlot: [
    { name: "taken between 0 and the capacity", holds: ({ capacity, taken }) => taken >= 0 && taken <= capacity },
    {
      name: "both ends or none, in order",
      holds: ({ fromAt, untilAt }) =>
        fromAt === null || untilAt === null ? fromAt === null && untilAt === null : fromAt < untilAt
    }
  ],
  credit: [
    {
      name: "remaining between 0 and the amount",
      holds: ({ amount, remaining }) => remaining >= 0 && remaining <= amount
    }
  ]
}
