import type { PolicyDocument } from "@openshelf/core"

/** What most libraries agree on; every preset lays its own over it. */
export const base: PolicyDocument = {
  currency: "EUR",
  rounding: "halfUp",
  precedence: {
    by: "criteriaOrder",
    order: ["recalled", "itemType", "collection", "readerCategory", "readerAge", "branch", "waiting"]
  },
  readerCategories: {},
  itemTypes: {},
  limits: { all: { name: { en: "all items", zh: "全部文献" } } },
  rows: [
    {
      id: "base",
      note: "What holds unless a row below says otherwise.",
      when: {},
      set: {
        lendable: true,
        loanPeriod: { days: 28 },
        dueTime: "closing",
        closedDays: "nextOpenDay",
        renewalCountMax: 2,
        renewFrom: "due",
        renewalWhenWaiting: false,
        "loanCountMax.all": 20,
        overdueRate: "none",
        overdueCap: "unlimited",
        overdueOnClosedDays: false,
        reservationCountMax: 10,
        reservable: true,
        reservableOnShelf: true,
        pickupDays: 7,
        debtMax: "20.00",
        dueCutAtExpiry: false,
        membershipMonths: 12
      }
    }
  ]
}
