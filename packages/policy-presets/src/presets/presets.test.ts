import { compilePolicy, unknownContext } from "@openshelf/core"
import { decodePolicy } from "@openshelf/core/documents"
import { checkPolicy, regulations } from "@openshelf/core/policy-review"
import { Result } from "effect"
import { describe, expect, it } from "vitest"
import { composePolicy } from "../composePolicy.ts"
import { type PresetName, presetNames, presets } from "./index.ts"

describe("presets", () => {
  it.each(presetNames)(
    "%s holds, has no hole, no dead row and no contradiction, and a name in both languages",
    (name) => {
      const policy = presets[name]
      expect(Result.isSuccess(decodePolicy(policy))).toBe(true)
      expect(checkPolicy(policy)).toEqual([])
      for (const entry of [...Object.values(policy.readerCategories), ...Object.values(policy.itemTypes)]) {
        expect(Object.keys(entry.name ?? {})).toEqual(["en", "zh"])
      }
    }
  )

  it.each<[PresetName, object, object]>([
    ["public-library", { readerCategory: "adult", itemType: "book" }, { loanPeriod: { days: 28 }, overdueCap: 500 }],
    [
      "public-library",
      { readerCategory: "reduced", itemType: "film" },
      { loanPeriod: { days: 7 }, "loanCountMax.av": 8 }
    ],
    ["public-library", { readerCategory: "child", itemType: "book" }, { overdueRate: "none", "loanCountMax.all": 15 }],
    ["public-library", { readerCategory: "adult", itemType: "reference" }, { lendable: false, reservable: false }],
    [
      "university",
      { readerCategory: "postgraduate", itemType: "book" },
      { loanPeriod: { days: 56 }, renewalCountMax: 2 }
    ],
    [
      "university",
      { readerCategory: "faculty", itemType: "book", collection: "course-reserve" },
      { loanPeriod: { hours: 3 } }
    ],
    ["university", { readerCategory: "visitor", itemType: "rare" }, { lendable: false }],
    ["school", { readerCategory: "junior", itemType: "class-set" }, { lendable: false }],
    ["school", { readerCategory: "teacher", itemType: "class-set" }, { lendable: true, loanPeriod: { days: 91 } }],
    [
      "chinese-public-library",
      { readerCategory: "general", itemType: "book", language: "chi" },
      { lendable: true, loanPeriod: { days: 30 } }
    ],
    ["chinese-public-library", { readerCategory: "general", itemType: "book", language: "eng" }, { lendable: false }],
    ["chinese-public-library", { readerCategory: "foreign", itemType: "book", language: "eng" }, { lendable: true }],
    ["chinese-public-library", { readerCategory: "foreign", itemType: "ancient", language: "eng" }, { lendable: false }]
  ])("%s: %j gives %j", (name, given, expected) => {
    const resolved = compilePolicy(presets[name], { version: 1 }).resolve({ ...unknownContext, waiting: 0, ...given })
    for (const [setting, value] of Object.entries(expected)) expect(resolved.get(setting as never)).toEqual(value)
  })

  it("chinese-public-library: what it publishes says that a general card borrows books", () => {
    const policy = compilePolicy(presets["chinese-public-library"], { version: 1 })
    const { categories, supposed } = regulations(policy, { language: "zh" })
    expect(supposed).toEqual({ language: "chi" })
    expect(categories[0]?.name).toBe("普通外借证")
    expect(categories[0]?.rows[0]?.cells.lending.text).toBe("可外借")
  })

  it("take a library's own rules over theirs", () => {
    const composed = composePolicy(presets["public-library"], {
      itemTypes: { tool: { name: { en: "Tool" } } },
      rows: [
        { id: "tool", when: { itemType: "tool" }, set: { loanPeriod: { days: 3 } } },
        { id: "film", when: { itemType: "film" }, set: { loanPeriod: { days: 2 } } }
      ]
    })
    const policy = compilePolicy(Result.getOrThrow(composed), { version: 1 })
    const periodOf = (itemType: string) =>
      policy.resolve({ ...unknownContext, readerCategory: "adult", itemType }).get("loanPeriod")
    expect([periodOf("tool"), periodOf("film"), periodOf("music")]).toEqual([{ days: 3 }, { days: 2 }, { days: 14 }])
  })

  it("tell what a part lacks that does not fit", () => {
    const composed = composePolicy(presets.school, { rows: [{ id: "x", when: { readerCategory: "parent" }, set: {} }] })
    expect(Result.isFailure(composed) && composed.failure[0]?.message).toMatch(/readerCategory.*found "parent"/)
  })
})
