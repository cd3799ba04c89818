/** Four categories, twelve types, three branches, limits by all, type, group and branch: the policy of the benches. */
export const categories = ["adult", "child", "student", "senior"]
export const itemTypes = Array.from({ length: 12 }, (_, n) => `type${n}`)
export const branches = ["a", "b", "c"]
const named = (codes: ReadonlyArray<string>): Record<string, object> =>
  Object.fromEntries(codes.map((code) => [code, {}]))

export const benchPolicy = {
  currency: "EUR",
  rounding: "halfUp",
  precedence: { by: "mostCriteria" },
  readerCategories: named(categories),
  itemTypes: named(itemTypes),
  branchGroups: { north: ["a", "b"] },
  limits: {
    all: {},
    perType: { per: ["itemType"] },
    group: { itemType: ["type0", "type1", "type2"] },
    perBranch: { per: ["branch"] }
  },
  rows: [
    {
      id: "base",
      when: {},
      set: {
        lendable: true,
        loanPeriod: { days: 28 },
        dueTime: "closing",
        closedDays: "nextOpenDay",
        renewalCountMax: 3,
        renewFrom: "due",
        renewalWhenWaiting: false,
        "loanCountMax.all": 100_000,
        "loanCountMax.perType": 50_000,
        "loanCountMax.group": 60_000,
        "loanCountMax.perBranch": 70_000,
        overdueRate: { amount: "0.20", per: "day" },
        overdueCap: "10.00",
        overdueOnClosedDays: false,
        reservable: true,
        reservableOnShelf: true,
        reservationCountMax: 1_000,
        pickupDays: 7,
        debtMax: "20.00",
        membershipMonths: 24
      }
    },
    ...itemTypes.flatMap((itemType, n) =>
      categories.map((readerCategory, m) => ({
        id: `${itemType}-${readerCategory}`,
        when: { itemType, readerCategory },
        set: { loanPeriod: { days: 7 + n + 3 * m }, renewalCountMax: m }
      }))
    ),
    ...branches.map((branch) => ({ id: `at-${branch}`, when: { branch }, set: { pickupDays: 5 } }))
  ]
}

const week = {
  mon: ["09:00-18:00"],
  tue: ["09:00-18:00"],
  wed: ["09:00-20:00"],
  thu: ["09:00-18:00"],
  fri: ["09:00-17:00"],
  sat: ["10:00-14:00"]
}
export const benchCalendar = {
  branches: Object.fromEntries(
    branches.map((code) => [code, { name: { en: code }, zone: "Europe/Berlin", hours: week }])
  )
}
