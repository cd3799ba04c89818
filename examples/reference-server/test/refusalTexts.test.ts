import { settings } from "@openshelf/core/documents"
import { describe, expect, it } from "vitest"
import { enRefusals } from "../page/language/enRefusals.ts"
import { sayFor } from "../page/language/say.ts"
import { zhRefusals } from "../page/language/zhRefusals.ts"

const place = {
  name: "Town",
  currency: "CNY",
  branches: [{ branch: "c1", name: { en: "Central", zh: "中心馆" }, zone: "Asia/Shanghai" }],
  readerCategories: {},
  itemTypes: { ref: { en: "Reference work", zh: "工具书" } },
  cancellationReasons: { r1: { en: "Placed by mistake", zh: "误约" } },
  partners: {},
  reservationsJoined: []
}

describe("a refusal names what stands in the way in words, not by codes:", () => {
  const texts = [
    ["en-GB", enRefusals, ["in repair", "Reference work", "Central", "Placed by mistake"]],
    ["zh-CN", zhRefusals, ["修补中", "工具书", "中心馆", "误约"]]
  ] as const
  it.each(texts)("%s", (tag, refusals, words) => {
    const say = sayFor(place, "c1", tag)
    const said = [
      refusals.ItemStatusForbids(
        { code: "ItemStatusForbids", status: "inRepair", action: "reserve", liftedBy: null },
        say
      ),
      refusals.OnSiteOnly({ code: "OnSiteOnly", itemType: "ref", liftedBy: null }, say),
      refusals.ReturnNotHere({ code: "ReturnNotHere", branch: "c1", liftedBy: null }, say),
      refusals.ReasonNotListed({ code: "ReasonNotListed", reason: "", reasons: ["r1"], liftedBy: null }, say)
    ]
    for (const [nth, text] of said.entries()) expect(text).toContain(words[nth])
  })
})

const languages = [
  ["en-GB", enRefusals],
  ["zh-CN", zhRefusals]
] as const

describe("what is counted of a reader is said in words, in", () => {
  it.each(languages)("%s", (tag, refusals) => {
    const say = sayFor(place, "c1", tag)
    // Debts have a refusal of their own.
    const conditions = Object.keys(settings).flatMap((name) => {
      const [, condition = ""] = /^(.+)Blocks$/.exec(name) ?? []
      return `${condition}Max` in settings && condition !== "debt" ? [condition] : []
    })
    expect(conditions).toContain("awaitedOverdueDays")
    const said = conditions.map((condition) =>
      refusals.ReaderOverLimit({ code: "ReaderOverLimit", condition, value: 1200, valueMax: 1000, liftedBy: null }, say)
    )
    expect(new Set(said).size).toBe(conditions.length)
    for (const [nth, text] of said.entries()) expect(text).not.toContain(conditions[nth])
    const owed = said[conditions.indexOf("guarantorDebt")]
    expect(owed).toContain(say.money(1200))
    expect(owed).toContain(say.money(1000))
  })
})

describe("how far a loan between systems is, is said in words, in", () => {
  it.each(languages)("%s", (tag, refusals) => {
    const say = sayFor(place, "c1", tag)
    const states = ["requested", "shipped", "received", "sentBack", "completed", "completedWithoutReturn", "unfilled"]
    const said = states.map((state) =>
      refusals.InterloanStateForbids({ code: "InterloanStateForbids", state, action: "", liftedBy: null }, say)
    )
    expect(new Set(said).size).toBe(states.length)
    for (const text of said) expect(text).not.toMatch(/shipped|received|sentBack|completed|unfilled|requested/)
  })
})

it("a volume that there is no copy of is not said to be a title without copies", () => {
  const refusal = { code: "TitleWithoutItems", liftedBy: null } as const
  const say = sayFor(place, "c1", "en-GB")
  expect(enRefusals.TitleWithoutItems(refusal, say)).toBe("The library has no copy of it that could be reserved so.")
  expect(zhRefusals.TitleWithoutItems(refusal, say)).toBe("本馆没有可这样预约的馆藏。")
})
