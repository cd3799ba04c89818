import { forAnyItem, type OverduePreset, perDay } from "./overduePreset.ts"

const currency = "CNY"
const closedDaysCount = { overdueOnClosedDays: true } as const
const allDays = "closed days are charged"
const noCap = "there is no cap"

/** Libraries in China: a few fen or jiao a day, often with an amnesty. */
export const overdueInChina: ReadonlyArray<OverduePreset> = [
  {
    id: "overdue-A1",
    library: "Sun Yat-sen Library of Guangdong",
    sources: ["zslib.com.cn/TempletPage_Detail/Detail_Notice_3911.html"],
    part: { currency, rows: [forAnyItem("overdue-A1", { ...perDay("0.10", "15.00"), ...closedDaysCount })] },
    assumed: [allDays],
    notSaid: ["after a free period due dates were moved to its last day: by hand, for the loans that it concerned"]
  },
  {
    id: "overdue-A2",
    library: "Beijing Jiaotong University",
    sources: ["lib.bjtu.edu.cn/overdue"],
    part: {
      currency,
      rows: [
        forAnyItem("overdue-A2", {
          ...perDay("0.10"),
          ...closedDaysCount,
          reminders: [{ daysAfterDue: 30 }, { daysAfterDue: 60 }, { daysAfterDue: 90 }],
          lostAfterReminders: 3
        })
      ]
    },
    assumed: [allDays, noCap, "of the repeated reminders, after which an item is lost, three are sent a month apart"],
    notSaid: [
      "items of other libraries go by their rules",
      "it is waived for whoever travels on duty: a return without charge"
    ]
  },
  {
    id: "overdue-A3",
    library: null,
    sources: [
      "rc.interlib.com.cn:82 tlib183434",
      "rc.interlib.com.cn:82 tlib178985",
      "rc.interlib.com.cn:82 tlib004540"
    ],
    part: {
      currency,
      itemTypes: { disc: { name: { en: "Disc", zh: "光盘" } } },
      rows: [
        forAnyItem("overdue-A3", { ...perDay("0.20", "5.00"), ...closedDaysCount, overdueCapPerVisit: "20.00" }),
        { id: "overdue-A3-disc", when: { itemType: "disc" }, set: { overdueCap: "2.00" } },
        {
          id: "overdue-A3-reference",
          when: { itemType: { any: true }, collection: ["reference", "local"] },
          set: { overdueRate: { amount: "1.00", per: "day" } }
        }
      ]
    },
    assumed: [allDays, "reference works and local documents are known by their collection, discs by their type"],
    notSaid: []
  },
  {
    id: "overdue-B1",
    library: null,
    sources: ["pharmst.cn/ask/detail/hqooa82d12.html"],
    part: {
      currency,
      precedence: {
        by: "criteriaOrder",
        order: ["itemType", "collection", "language", "readerCategory", "readerAge", "branch", "waiting"]
      },
      rows: [
        forAnyItem("overdue-B1", { ...perDay("0.30"), ...closedDaysCount }),
        {
          id: "overdue-B1-foreign",
          when: { itemType: { any: true }, language: { not: ["chi", "zh"] } },
          set: perDay("0.50")
        },
        {
          id: "overdue-B1-reading-room",
          when: { itemType: { any: true }, collection: "reading-room" },
          set: perDay("5.00")
        }
      ]
    },
    assumed: [allDays, noCap, "what belongs in a reading room is known by its collection"],
    notSaid: []
  },
  {
    id: "overdue-B2",
    library: "Foshan library union",
    sources: ["whgsj.com (copy of a notice)"],
    part: {
      currency,
      rows: [
        forAnyItem("overdue-B2", {
          ...perDay("0.10"),
          ...closedDaysCount,
          overdueAmnesties: [{ from: "2025-04-01", to: "2025-04-30", afterwards: "whole" }]
        })
      ]
    },
    assumed: ["the days of the amnesty", "ten fen a day", allDays, noCap],
    notSaid: []
  },
  {
    id: "overdue-B3",
    library: null,
    sources: ["1328e.com/xxzx/info/1066/1661.html"],
    part: { currency, rows: [forAnyItem("overdue-B3", { ...perDay("0.10"), ...closedDaysCount })] },
    assumed: [allDays, noCap],
    notSaid: ["nothing is due for lateness once loss or damage is paid for: the compensation `college-b3` says so"]
  }
]
