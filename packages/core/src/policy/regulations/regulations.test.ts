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
const ordinary = { ...unknownContext, waiting: 0, onSite: false, readerHome: "same", readerNear: true } as const

describe("regulations", () => {
  it("say in every cell what the policy decides in that case", () => {
    fc.assert(
      fc.property(arbitraryPolicy, fc.constantFrom("b1", undefined), (document, branch) => {
        const policy = compilePolicy(document, { version: 1 })
        const { categories } = regulations(policy, { language: "en", ...(branch === undefined ? {} : { branch }) })
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
                const context = { ...ordinary, readerCategory: category, itemType: code, branch: branch ?? null }
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
    expect(regulations(policy, { language: "en" }).furtherRules).toEqual([{ row: "young", note: "Under twelve" }])
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
