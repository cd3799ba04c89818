import { describe, expect, it } from "vitest"
import { minorOf, sayFor, typedOf } from "../page/language/say.ts"

describe("an amount as it is typed", () => {
  it.each([
    ["12.50", "CNY", 1250],
    ["12,5", "EUR", 1250],
    [" 3 ", "CNY", 300],
    ["１２．５０", "CNY", 1250],
    ["150", "JPY", 150],
    ["1.5", "JPY", null],
    ["1.234", "KWD", 1234],
    ["1.234", "CNY", null],
    ["0.29", "CNY", 29],
    ["0", "CNY", null],
    ["-1", "CNY", null],
    ["1e3", "CNY", null],
    ["", "CNY", null]
  ])("%j in %s is %j minor units", (typed, currency, minor) => {
    expect(minorOf(typed, currency)).toBe(minor)
  })

  it("is what is owed, as a person would type it", () => {
    expect(typedOf(1250, "CNY")).toBe("12.50")
    expect(typedOf(150, "JPY")).toBe("150")
    expect(typedOf(5, "KWD")).toBe("0.005")
  })
})

describe("what the page says", () => {
  const place = {
    name: "Town",
    currency: "CNY",
    branches: [{ branch: "central", name: { en: "Central", zh: "中心馆" }, zone: "Asia/Shanghai" }],
    readerCategories: { adult: { zh: "成人" } },
    itemTypes: {},
    cancellationReasons: {},
    partners: { hill: { zh: "山城图书馆" } },
    reservationsJoined: []
  }

  it("gives instants in the zone of the branch, not of the screen", () => {
    const say = sayFor(place, "central", "en-GB")
    expect(say.instant("2026-11-23T16:30:00.000Z")).toBe("24 Nov 2026, 00:30")
    expect(say.day("2026-11-23T16:30:00.000Z")).toBe("24 Nov 2026")
  })

  it("names codes in its language, by English if that is all there is, else by the code", () => {
    const zh = sayFor(place, "central", "zh-CN")
    expect([zh.branch("central"), zh.category("adult"), zh.itemType("book")]).toEqual(["中心馆", "成人", "book"])
    expect([zh.partner("hill"), zh.partner("dale")]).toEqual(["山城图书馆", "dale"])
    expect(zh.money(260)).toBe("¥2.60")
    expect(sayFor(place, "central", "en-GB").category("adult")).toBe("adult")
  })
})
