import { Result } from "effect"
import fc from "fast-check"
import { assert, describe, expect, it } from "vitest"
import { compilePolicy } from "../compiled/compilePolicy.ts"
import { unknownContext } from "../form/criteria.ts"
import type { PolicyRow } from "../form/document.ts"
import type { SettingName } from "../form/settings.ts"
import { parsePolicy } from "../reading/parsePolicy.ts"
import { arbitraryPolicy } from "../testing/arbitraryPolicy.ts"
import { townPolicy } from "../testing/townPolicy.ts"
import { regulationsAsMarkdown } from "./markdown.ts"
import { regulations } from "./regulations.ts"

const town = compilePolicy(Result.getOrThrow(parsePolicy(townPolicy)), { version: 7 })
const ordinary = {
  ...unknownContext,
  waiting: 0,
  onSite: false,
  recalled: false,
  readerHome: "same",
  readerNear: true
} as const

describe("regulations", () => {
  it("say in every cell what the policy decides in that case", () => {
    fc.assert(
      fc.property(arbitraryPolicy, fc.constantFrom("b1", undefined), (document, branch) => {
        const policy = compilePolicy(document, { version: 1 })
        const made = regulations(policy, { language: "en", ...(branch === undefined ? {} : { branch }) })
        const { categories, supposed } = made
        assert.deepEqual(
          categories.map(({ category }) => category),
          Object.keys(document.readerCategories)
        )
        for (const { category, rows } of categories) {
          assert.sameMembers(
            rows.flatMap(({ itemTypes }) => itemTypes.map(({ code }) => code)),
            Object.keys(document.itemTypes)
          )
          for (const { itemTypes, cells } of rows) {
            for (const { code } of itemTypes) {
              for (const [column, { from, values }] of Object.entries(cells)) {
                const isRenewal = column === "renewals"
                const about = { ...ordinary, ...supposed, branch: branch ?? null }
                const context = { ...about, readerCategory: category, itemType: code }
                const resolved = policy.resolve({ ...context, isRenewal })
                for (const name of Object.keys(from) as ReadonlyArray<SettingName>) {
                  assert.strictEqual(from[name], resolved.row(name))
                  assert.deepEqual(values[name], resolved.get(name))
                }
              }
            }
          }
        }
      })
    )
  })

  it("name every row that depends on more than category, type and branch", () => {
    const rows = [
      { id: "base", when: {}, set: {} },
      { id: "young", note: "Under twelve", when: { readerAge: { max: 11 } }, set: { lendable: false } }
    ]
    const policy = compilePolicy({ ...town.document, precedence: { by: "mostCriteria" }, rows }, { version: 1 })
    expect(regulations(policy, { language: "en" }).furtherRules).toEqual([
      { row: "young", case: "age: up to 11", note: "Under twelve" }
    ])
  })

  it("say how long a copy is kept, and how long a reservation waits where the policy ends it", () => {
    const texts = (set: object) => {
      const rows = [{ id: "base", when: {}, set: { reservable: true, pickupDays: 3, ...set } }]
      const policy = compilePolicy({ ...town.document, precedence: { by: "mostCriteria" }, rows }, { version: 1 })
      return (["en", "zh"] as const).map(
        (language) => regulations(policy, { language }).categories[0]?.rows[0]?.cells.reservation.text
      )
    }
    expect(texts({ reservationDays: 30 })).toEqual([
      "yes, kept 3 days, waiting at most 30 days",
      "可预约，保留 3 天，最多等候 30 天"
    ])
    expect(texts({ reservationFee: "1.50" })).toEqual([
      "yes, kept 3 days, 1.50 CNY per reservation",
      "可预约，保留 3 天，每次预约 1.50 CNY"
    ])
    for (const set of [{}, { reservationDays: "unlimited" }, { reservationFee: "0.00" }])
      expect(texts(set)).toEqual(["yes, kept 3 days", "可预约，保留 3 天"])
  })

  it("name the rows of branches too where no branch is asked for", () => {
    const rows = [
      { id: "base", when: {}, set: { lendable: true } },
      { id: "hill", when: { branch: "hill" }, set: { lendable: false } }
    ]
    const policy = compilePolicy({ ...town.document, precedence: { by: "mostCriteria" }, rows }, { version: 1 })
    const named = (options: object) =>
      regulations(policy, { language: "en", ...options }).furtherRules.map(({ row }) => row)
    expect([named({}), named({ branch: "hill" }), named({ branch: "main" })]).toEqual([["hill"], [], []])
  })

  it("say what is usual where a row is for all languages but some, and what is supposed for it", () => {
    const rows = [
      { id: "base", when: {}, set: { lendable: true } },
      { id: "foreign", when: { language: { not: ["chi", "zh"] } }, set: { lendable: false } },
      { id: "poems", when: { language: "chi" }, set: { lendable: false } }
    ]
    const policy = compilePolicy({ ...town.document, precedence: { by: "mostCriteria" }, rows }, { version: 1 })
    const made = regulations(policy, { language: "en" })
    expect(made).toMatchObject({ supposed: { language: "zh" }, furtherRules: [{ row: "foreign" }, { row: "poems" }] })
    expect(made.categories[0]?.rows[0]?.cells.lending.text).toBe("lent")
    expect(regulationsAsMarkdown(made)).toContain(
      "# Regulations\n\nWhere nothing else is said: language zh.\n\n## Adult"
    )
    expect(regulationsAsMarkdown(regulations(policy, { language: "zh" }))).toContain(
      "除另有说明外，以下按语种 zh 的文献列出。"
    )
  })

  it("tell the numbers of a limit apart by the item types that rows give them for", () => {
    const rows = [
      { id: "base", when: {}, set: { "loanCountMax.av": 10 } },
      { id: "dvd", when: { itemType: "dvd" }, set: { "loanCountMax.av": 3 } },
      { id: "book", when: { itemType: "book" }, set: { "loanCountMax.av": 99 } }
    ]
    const policy = compilePolicy({ ...town.document, precedence: { by: "mostCriteria" }, rows }, { version: 1 })
    const [category] = regulations(policy, { language: "en" }).categories
    const said = category?.terms.map(({ label, cell }) => [label, cell.text, cell.from])
    expect(said?.slice(-2)).toEqual([
      ["Loans at once: av (av)", "10 items", { "loanCountMax.av": "base" }],
      ["Loans at once: av (dvd)", "3 items", { "loanCountMax.av": "dvd" }]
    ])
  })

  it("name the limits of reservations too", () => {
    const rows = [{ id: "base", when: {}, set: { reservationCountMax: 10, "reservationCountMax.av": 2 } }]
    const policy = compilePolicy({ ...town.document, rows }, { version: 1 })
    const said = (language: "en" | "zh") =>
      regulations(policy, { language })
        .categories[0]?.terms.slice(-2)
        .map(({ label, cell }) => [label, cell.text])
    expect(said("en")).toEqual([
      ["Reservations at once", "10"],
      ["Reservations at once: av", "2"]
    ])
    expect(said("zh")?.at(-1)).toEqual(["同时预约：av", "2 个"])
  })

  it("name the limits of a policy without item types", () => {
    const rows = [{ id: "base", when: {}, set: { "loanCountMax.all": 10 } }]
    const policy = compilePolicy({ ...town.document, itemTypes: {}, limits: { all: {} }, rows }, { version: 1 })
    const [category] = regulations(policy, { language: "en" }).categories
    expect(category?.terms.at(-1)).toMatchObject({ label: "Loans at once: all", cell: { text: "10 items" } })
  })

  it.each<[object, "lending" | "loanPeriod" | "overdue", string, string]>([
    [{ onSiteOnly: true }, "lending", "in the building only", "仅限馆内使用"],
    [{ onSiteOnly: true }, "loanPeriod", "–", "–"],
    [{ readerAgeMin: 12 }, "lending", "lent, from the age of 12", "可外借，须年满 12 岁"],
    [
      { rentalCharge: { amount: "1.00", per: "loan" }, deposit: "20.00" },
      "lending",
      "lent, 1.00 CNY per loan, deposit 20.00 CNY",
      "可外借，每次 1.00 CNY，押金 20.00 CNY"
    ],
    [{ dueSchedule: "terms" }, "loanPeriod", "to the end of the term", "至学期末"],
    [
      { dueSchedule: [{ to: "2026-05-31", dueBy: "2026-07-01" }], dueScheduleUse: "notAfter" },
      "loanPeriod",
      "7 days, at the latest … – 2026-05-31 → 2026-07-01",
      "7 天，最迟 … – 2026-05-31 → 2026-07-01"
    ],
    [{ overdueGrace: { days: 2 } }, "overdue", "0.10 CNY per day, free up to 2 days", "每天 0.10 CNY，宽限 2 天"]
  ])("do not hide what %j does", (set, column, english, chinese) => {
    const base = { lendable: true, loanPeriod: { days: 7 }, overdueRate: { amount: "0.10", per: "day" } } as const
    const rows = [{ id: "base", when: {}, set: { ...base, ...set } }]
    const policy = compilePolicy({ ...town.document, rows }, { version: 1 })
    const said = (["en", "zh"] as const).map(
      (language) => regulations(policy, { language }).categories[0]?.rows[0]?.cells[column].text
    )
    expect(said).toEqual([english, chinese])
  })

  it("say in words in which cases further rules hold", () => {
    const when = {
      readerCategory: { not: ["child"] },
      itemType: ["dvd"],
      collection: { any: true },
      waiting: { min: 5 },
      readerHome: "other",
      isRenewal: true
    } as const
    const rows = [{ id: "many", when, set: { lendable: true } }]
    const policy = compilePolicy({ ...town.document, precedence: { by: "mostCriteria" }, rows }, { version: 1 })
    const said = (language: "en" | "zh") => regulations(policy, { language }).furtherRules[0]?.case
    expect(said("en")).toBe(
      "readers: not child; items: dvd; reservations waiting: from 5; at the reader's own branch: no; renewal: yes"
    )
    expect(said("zh")).toBe("读者类别: 除 child 外; 文献类型: dvd; 等候预约数: 5 及以上; 在读者所属分馆: 否; 续借: 是")
  })

  it("are a table that a library can publish, in English and in Chinese", () => {
    expect(regulationsAsMarkdown(regulations(town, { language: "en" }))).toContain(
      [
        "## Adult",
        "",
        "- Membership: not settled",
        "- May owe and still borrow: 20.00 CNY",
        "- Reservations at once: not settled",
        "- Loans at once: all: 10 items",
        "",
        "| Items | Lending | Loan period | Renewals | Overdue | Reservation |",
        "| --- | --- | --- | --- | --- | --- |",
        "| book, av, dvd | lent | 28 days | not settled | not settled | not settled |"
      ].join("\n")
    )
    const chinese = regulationsAsMarkdown(regulations(town, { language: "zh" }))
    expect(chinese).toContain("| 文献类型 | 外借 | 借期 | 续借 | 逾期费 | 预约 |")
    expect(chinese).toContain("| av, dvd | 可外借 | 7 天 |")
  })

  it.each([
    [{ minutes: 90 }, "90 minutes", "90 分钟"],
    [{ weeks: 1 }, "1 week", "1 周"],
    [{ months: 2 }, "2 months", "2 个月"],
    [{ until: "2026-07-01" }, "until 2026-07-01", "至 2026-07-01"],
    [{ to: "termEnd" }, "to the end of the term", "至学期末"],
    [{ to: "nextOpening" }, "overnight", "过夜，次日开馆时归还"]
  ] as const)("say %j in words", (loanPeriod, english, chinese) => {
    const rows = [{ id: "base", when: {}, set: { lendable: true, loanPeriod } }]
    const policy = compilePolicy({ ...town.document, rows }, { version: 1 })
    const said = (["en", "zh"] as const).map(
      (language) => regulations(policy, { language }).categories[0]?.rows[0]?.cells.loanPeriod.text
    )
    expect(said).toEqual([english, chinese])
  })

  it.each<readonly [set: PolicyRow["set"], english: string, chinese: string]>([
    [
      { overdueRate: { amount: "0.10", per: "day" }, overdueCap: "15.00" },
      "0.10 CNY per day, at most 15.00 CNY",
      "每天 0.10 CNY，最多 15.00 CNY"
    ],
    [{ overdueRate: { amount: "1.00", per: "week", counts: "full" } }, "1.00 CNY per full week", "每满一周 1.00 CNY"],
    [{ overdueRate: { amount: "1.00", per: "minute", every: 30 } }, "1.00 CNY per 30 minutes", "每 30 分钟 1.00 CNY"],
    [
      {
        overdueRate: {
          per: "day",
          tiers: [
            { from: 1, to: 1, amount: "0.10" },
            { from: 2, to: 7, amount: "0.20" },
            { from: 8, amount: "0.50" }
          ]
        },
        overdueGrace: { days: 3 },
        overdueCapOfPrice: 50
      },
      "0.10 CNY per day for the 1st, 0.20 CNY per day for the 2nd to 7th, 0.50 CNY per day from the 8th on, free up to 3 days, at most 50 % of the price",
      "第 1 天每天 0.10 CNY，第 2–7 天每天 0.20 CNY，第 8 天起每天 0.50 CNY，宽限 3 天，不超过定价的 50%"
    ],
    [
      { overdueRate: "none", suspension: { days: 2, per: "day" }, suspensionDaysMax: 30 },
      "free, 2 days of suspension per day late, at most 30 days",
      "不收费，逾期每天停借 2 天，最多停借 30 天"
    ],
    [
      {
        overdueRate: { amount: "0.10", per: "day" },
        overdueAmnesties: [{ from: "2026-05-01", to: "2026-05-31", afterwards: "whole" }]
      },
      "0.10 CNY per day, free if returned from 2026-05-01 to 2026-05-31",
      "每天 0.10 CNY，2026-05-01 至 2026-05-31 归还免费"
    ]
  ])("say what being late costs: %j", (set, english, chinese) => {
    const rows = [{ id: "base", when: {}, set: { lendable: true, ...set } }]
    const policy = compilePolicy({ ...town.document, rows }, { version: 1 })
    const said = (["en", "zh"] as const).map(
      (language) => regulations(policy, { language }).categories[0]?.rows[0]?.cells.overdue.text
    )
    expect(said).toEqual([english, chinese])
  })

  it("keep a name that looks like markup as text", () => {
    const document = { ...town.document, readerCategories: { x: { name: { en: "a|b <i>#c\nd" } } }, rows: [] }
    const text = regulationsAsMarkdown(regulations(compilePolicy(document, { version: 1 }), { language: "en" }))
    expect(text).toContain("## a\\|b \\<i\\>\\#c d")
  })
})
