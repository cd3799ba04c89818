import { forAnyItem, type OverduePreset, perDay, whenRecalled } from "./overduePreset.ts"

const currency = "USD"
const allDays = "closed days are charged"

/** Libraries in the United States and the United Kingdom: fines by kind of loan, or none but for recalls. */
export const overdueAbroad: ReadonlyArray<OverduePreset> = [
  {
    id: "overdue-A4",
    library: "University of Northern Colorado",
    sources: ["libanswers.unco.edu/faq/164118"],
    part: {
      currency,
      rows: [forAnyItem("overdue-A4", { ...perDay("0.50", "10.00"), overdueOnClosedDays: true, lostAfterDays: 28 })]
    },
    assumed: [],
    notSaid: []
  },
  {
    id: "overdue-A5",
    library: "University of Texas at Austin",
    sources: ["legacy.lib.utexas.edu/services/borrower/overdue_books.html"],
    part: {
      currency,
      readerCategories: { staff: { name: { en: "Staff" } }, faculty: { name: { en: "Faculty" } } },
      itemTypes: {
        hourly: { name: { en: "Lent by the hour" } },
        "three-day": { name: { en: "Lent for three days" } },
        "seven-day": { name: { en: "Lent for seven days" } }
      },
      rows: [
        forAnyItem("overdue-A5", { ...perDay("0.60", "21.00"), overdueOnClosedDays: true }),
        {
          id: "overdue-A5-hourly",
          when: { itemType: "hourly" },
          set: { overdueRate: { amount: "3.00", per: "hour" }, overdueCap: "36.00" }
        },
        { id: "overdue-A5-three-day", when: { itemType: "three-day" }, set: perDay("6.00", "36.00") },
        { id: "overdue-A5-seven-day", when: { itemType: "seven-day" }, set: perDay("1.00", "35.00") },
        {
          id: "overdue-A5-exempt",
          when: { itemType: { any: true }, readerCategory: ["staff", "faculty"] },
          set: { overdueRate: "none" }
        },
        {
          id: "overdue-A5-exempt-short",
          when: { itemType: ["hourly", "three-day", "seven-day"], readerCategory: ["staff", "faculty"] },
          set: { overdueRate: "none" }
        },
        whenRecalled("overdue-A5", perDay("1.00", "35.00")),
        {
          id: "overdue-A5-exempt-recalled",
          when: { itemType: { any: true }, readerCategory: ["staff", "faculty"], recalled: true },
          set: { overdueRate: "none" }
        }
      ]
    },
    assumed: ["codes of item types and categories", allDays],
    notSaid: []
  },
  {
    id: "overdue-A6",
    library: "Imperial Valley College",
    sources: ["legacy.imperial.edu (library, overdue policy)"],
    part: {
      currency,
      rows: [
        forAnyItem("overdue-A6", {
          ...perDay("0.10", "10.00"),
          overdueGrace: { weeks: 1 },
          overdueGraceIncluded: false,
          overdueGraceOnClosedDays: true,
          overdueOnClosedDays: false,
          reminders: [{ daysAfterDue: 15 }, { daysAfterDue: 30 }, { daysAfterDue: 45 }],
          lostAfterReminders: 3
        }),
        {
          id: "overdue-A6-reserve",
          when: { itemType: { any: true }, collection: "reserve" },
          set: { overdueRate: { amount: "0.10", per: "hour" }, overdueGrace: { hours: 0 } }
        }
      ]
    },
    assumed: [
      "the week of grace is one of seven days on the calendar and is not charged once it has passed",
      "ten cents an hour, without grace, for reserve items, whose collection is `reserve`",
      "of the three notices, after which an item is lost at 45 days, one is sent every fifteen days"
    ],
    notSaid: []
  },
  {
    id: "overdue-A7",
    library: "Lilly Library",
    sources: ["lillylibrary.org (lost materials policy)"],
    part: {
      currency,
      itemTypes: { disc: { name: { en: "Disc" } } },
      rows: [
        forAnyItem("overdue-A7", { ...perDay("0.10", "3.00"), overdueOnClosedDays: true }),
        { id: "overdue-A7-disc", when: { itemType: "disc" }, set: perDay("1.00", "5.00") }
      ]
    },
    assumed: [allDays],
    notSaid: []
  },
  {
    id: "overdue-A8",
    library: "University of Michigan",
    sources: ["lib.umich.edu/borrowing-and-circulation/fines-charges-recalls"],
    part: {
      currency,
      itemTypes: { "special-format": { name: { en: "Special format" } } },
      rows: [
        forAnyItem("overdue-A8", {
          overdueRate: "none",
          overdueCap: "unlimited",
          overdueOnClosedDays: true,
          overdueDaysMax: 29,
          recalledOverdueDaysMax: 0
        }),
        whenRecalled("overdue-A8", perDay("2.00")),
        { id: "overdue-A8-special", when: { itemType: "special-format" }, set: perDay("2.00") },
        {
          id: "overdue-A8-high-use",
          when: { itemType: { any: true }, collection: "high-use" },
          set: perDay("2.00")
        }
      ]
    },
    assumed: ["there is no cap", "codes of the item type and the collection", "suspended as long as the item is out"],
    notSaid: []
  },
  {
    id: "overdue-A9",
    library: "Brunel University",
    sources: ["brunel.ac.uk/life/library (borrowing)"],
    part: {
      currency: "GBP",
      rows: [
        forAnyItem("overdue-A9", {
          overdueRate: "none",
          overdueCap: "unlimited",
          overdueOnClosedDays: true,
          lostAfterDays: 14
        }),
        whenRecalled("overdue-A9", perDay("2.00"))
      ]
    },
    assumed: [allDays, "there is no cap"],
    notSaid: []
  },
  {
    id: "overdue-A10",
    library: "UC Berkeley",
    sources: ["ucberkeley.libanswers.com/access/faq/301921", "lib.berkeley.edu/kb/print/79"],
    part: {
      currency,
      rows: [
        forAnyItem("overdue-A10", {
          overdueRate: "none",
          overdueCap: "unlimited",
          overdueOnClosedDays: true,
          recalledOverdueDaysMax: 0,
          debtMax: "49.99"
        })
      ]
    },
    assumed: ["the account is blocked once a whole day has passed since the recall date"],
    notSaid: ["at 200 the block reaches beyond the library"]
  },
  {
    id: "overdue-A16",
    library: "University of Delaware",
    sources: ["dev.lib.udel.edu (overdue-library-materials)"],
    part: {
      currency,
      rows: [
        forAnyItem("overdue-A16", {
          overdueRate: "none",
          overdueCap: "unlimited",
          overdueOnClosedDays: true,
          lostAfterDays: 60,
          overdueLoansMax: 9,
          recalledOverdueMax: 0
        })
      ]
    },
    assumed: ["nothing is charged for being late", "lost and charged on day 60 after the due date"],
    notSaid: []
  },
  {
    id: "overdue-A18",
    library: "Marshall-Lyon County Library",
    sources: ["marshalllyonlibrary.org (lost/damaged materials)"],
    part: {
      currency,
      rows: [forAnyItem("overdue-A18", { lostAfterDays: 60 })]
    },
    assumed: ["60 days after the due date"],
    notSaid: ["what being late costs a day: as in the policy that it is laid over"]
  }
]
