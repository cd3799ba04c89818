import { Instant } from "../../calendar/instant.ts"

/** Friday 2024-03-01, 09:00 in Zürich: both branches are open. */
export const townOpensAt: Instant = Instant.make(Date.parse("2024-03-01T08:00:00Z"))
export const hour = 3_600_000
export const day = 24 * hour

/**
 * A policy in which every rule bites soon: two renewals, late after a week at 10 a day up to 50, no loans above 30 owed,
 * two reservations, three days on the pickup shelf, films for two days and not renewable.
 */
export const townPolicy = (loanCountMax = 3, set: object = {}) => ({
  currency: "EUR",
  rounding: "halfUp",
  precedence: { by: "mostCriteria" },
  readerCategories: { adult: {}, child: {} },
  itemTypes: { book: {}, film: {} },
  limits: { all: {}, film: { itemType: ["film"] } },
  rows: [
    {
      id: "base",
      when: {},
      set: {
        lendable: true,
        loanPeriod: { days: 7 },
        dueTime: "closing",
        closedDays: "nextOpenDay",
        renewalCountMax: 2,
        renewFrom: "now",
        renewalWhenWaiting: false,
        "loanCountMax.all": loanCountMax,
        "loanCountMax.film": 1,
        overdueRate: { amount: "0.10", per: "day" },
        overdueCap: "0.50",
        overdueOnClosedDays: true,
        reservationCountMax: 2,
        reservable: true,
        reservableOnShelf: true,
        pickupDays: 3,
        debtMax: "0.30",
        membershipMonths: 12,
        ...set
      }
    },
    { id: "film", when: { itemType: "film" }, set: { loanPeriod: { days: 2 }, renewalCountMax: 0 } },
    { id: "child", when: { readerCategory: "child" }, set: { overdueRate: "none" } }
  ]
})

const week = (hours: ReadonlyArray<string>) =>
  Object.fromEntries(["mon", "tue", "wed", "thu", "fri", "sat"].map((name) => [name, hours]))

/** Two branches, closed on Sundays and on the first of May. */
export const townCalendar = {
  branches: {
    main: {
      name: { en: "Main" },
      zone: "Europe/Zurich",
      hours: week(["09:00-18:00"]),
      exceptions: [{ from: "2024-05-01", closed: true }]
    },
    hill: { name: { en: "Hill" }, zone: "Europe/Zurich", hours: week(["10:00-12:00", "14:00-19:00"]) }
  }
} as const
