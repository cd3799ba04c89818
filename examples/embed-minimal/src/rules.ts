/** Everything may be lent for four weeks, until closing time. */
export const policy = {
  currency: "EUR",
  rounding: "halfUp",
  precedence: { by: "mostCriteria" },
  readerCategories: { adult: {} },
  itemTypes: { book: {} },
  limits: { all: {} },
  rows: [
    {
      id: "everyone",
      when: {},
      set: {
        lendable: true,
        loanPeriod: { days: 28 },
        dueTime: "closing",
        closedDays: "nextOpenDay",
        renewalCountMax: 2,
        renewFrom: "due",
        renewalWhenWaiting: false,
        "loanCountMax.all": 10,
        overdueRate: { amount: "0.20", per: "day" },
        overdueCap: "5.00",
        overdueOnClosedDays: false,
        reservable: true,
        reservableOnShelf: false,
        reservationCountMax: 5,
        pickupDays: 7,
        debtMax: "10.00",
        membershipMonths: 12
      }
    }
  ]
}

export const calendar = {
  branches: {
    main: {
      name: { en: "Main library" },
      zone: "Europe/Dublin",
      hours: {
        mon: ["10:00-18:00"],
        tue: ["10:00-18:00"],
        wed: ["10:00-20:00"],
        thu: ["10:00-18:00"],
        fri: ["10:00-17:00"]
      }
    }
  }
}
