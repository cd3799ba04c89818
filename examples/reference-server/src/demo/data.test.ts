import { existsSync, readFileSync } from "node:fs"
import { resolve } from "node:path"
import { gunzipSync } from "node:zlib"
import { checkPolicy } from "@openshelf/core/policy-review"
import { describe, expect, it } from "vitest"
import { readDemoData } from "./data.ts"
import { demoRules } from "./rules.ts"
import { termsBy } from "./terms.ts"
import { dayOf } from "./visits.ts"

const data = readDemoData()
const { titles, items, readers } = data
const { policy, calendar } = demoRules(data)
const { readerCategories, itemTypes, branchGroups } = policy.document
const branchIds = new Set(calendar.branches)

const repeated = (values: ReadonlyArray<string>): ReadonlyArray<string> => {
  const seen = new Set<string>()
  return values.filter((value) => seen.size === seen.add(value).size)
}

/** ISBN-13: weights 1 and 3 in turn, the sum a multiple of ten. */
const isIsbn13 = (isbn: string): boolean =>
  /^97[89]\d{10}$/.test(isbn) &&
  [...isbn].reduce((sum, digit, i) => sum + Number(digit) * (i % 2 === 0 ? 1 : 3), 0) % 10 === 0

/** Luhn: from the right, every second digit doubled and its digits added, the sum a multiple of ten. */
const hasCheckDigit = (barcode: string): boolean =>
  [...barcode].reverse().reduce((sum, digit, i) => {
    const weighted = i % 2 === 0 ? Number(digit) : 2 * Number(digit)
    return sum + (weighted > 9 ? weighted - 9 : weighted)
  }, 0) %
    10 ===
  0

describe("demo titles", () => {
  it("are at least 300, about half of them Chinese, each once", () => {
    expect(titles.length).toBeGreaterThanOrEqual(300)
    const chinese = titles.filter(({ language }) => language === "chi").length / titles.length
    expect(chinese).toBeGreaterThan(0.4)
    expect(chinese).toBeLessThan(0.6)
    expect(repeated(titles.map(({ id }) => id))).toEqual([])
    expect(repeated(titles.map((t) => `${t.title}|${t.responsibility}|${t.format}`))).toEqual([])
  })

  it("each have a title, a class, subjects, and say where they are from", () => {
    const bare = titles.filter((t) =>
      [t.title, t.classification, t.source, ...t.subjects].some((value) => value.trim() === "")
    )
    expect(bare).toEqual([])
  })

  it("use known languages, formats and schemes, and no year that is yet to come", () => {
    for (const t of titles) {
      expect(["chi", "eng", "fre", "ger", "ita", "jpn", "zxx"]).toContain(t.language)
      expect(["book", "sound", "video", "serial", "map"]).toContain(t.format)
      expect(t.classification).toMatch(t.classificationScheme === "CLC" ? /^[A-Z]{1,2}[\d.-]*$/ : /^\d{3}(\.\d+)?$/)
      if (t.year !== "") expect(Number(t.year)).toSatisfy((year: number) => year > 1400 && year <= 2026)
    }
  })

  it("have sound check digits wherever they have an ISBN", () => {
    const isbns = titles.map(({ isbn }) => isbn).filter((isbn) => isbn !== "")
    expect(isbns.filter((isbn) => !isIsbn13(isbn))).toEqual([])
    expect(repeated(isbns)).toEqual([])
    expect(isbns.length).toBeGreaterThan(0)
  })

  it("are classed by nodes of the Chinese Library Classification, where they are classed by it", (context) => {
    const shared = process.env.OPENSHELF_SHARED ?? resolve(import.meta.dirname, "../../../../../shared")
    const file = resolve(shared, "data/classification/clc_tree.json.gz")
    if (!existsSync(file)) {
      console.warn(`skipped: the tree of the Chinese Library Classification is not there (${file})`)
      return context.skip()
    }
    interface Node {
      readonly code: string
      readonly children: ReadonlyArray<Node> | null
    }
    const codes = new Set<string>()
    const walk = (nodes: ReadonlyArray<Node>): void => {
      for (const { code, children } of nodes) {
        codes.add(code)
        walk(children ?? [])
      }
    }
    walk(JSON.parse(gunzipSync(readFileSync(file)).toString("utf8")) as ReadonlyArray<Node>)
    const clc = titles.filter(({ classificationScheme }) => classificationScheme === "CLC")
    expect(clc.filter(({ classification }) => !codes.has(classification))).toEqual([])
    expect(clc.length).toBeGreaterThan(150)
  })
})

describe("demo items", () => {
  it("have barcodes of 14 digits with a check digit, each once, and none is a card", () => {
    const barcodes = items.map(({ barcode }) => barcode)
    expect(barcodes.length).toBeGreaterThanOrEqual(700)
    expect(repeated([...barcodes, ...readers.map(({ card }) => card)])).toEqual([])
    expect(barcodes.filter((barcode) => !/^3\d{13}$/.test(barcode) || !hasCheckDigit(barcode))).toEqual([])
  })

  it("belong to a title, a branch and an item type that exist; no title is without", () => {
    const titleIds = new Set(titles.map(({ id }) => id))
    const astray = items.filter(
      (i) => !titleIds.has(i.titleId) || !branchIds.has(i.branch) || !(i.itemType in itemTypes)
    )
    expect(astray).toEqual([])
    expect(new Set(items.map(({ titleId }) => titleId)).size).toBe(titles.length)
    expect(new Set(items.map(({ branch }) => branch))).toEqual(branchIds)
    expect(new Set(items.map(({ itemType }) => itemType))).toEqual(new Set(Object.keys(itemTypes)))
  })

  it("have a call number that begins with the class of the title, a place, and a price", () => {
    const classOf = new Map(titles.map(({ id, classification }) => [id, classification]))
    for (const i of items) {
      const classification = classOf.get(i.titleId) ?? "?"
      expect(i.callNumber.startsWith(`${classification}/`) || i.callNumber.startsWith(`${classification} `)).toBe(true)
      expect(i.callNumber.length).toBeGreaterThan(classification.length + 1)
      expect(i.collection).not.toBe("")
      expect(i.location).not.toBe("")
      expect(i.price).toMatch(/^[1-9]\d*\.\d{2}$/)
    }
  })
})

describe("demo readers", () => {
  it("have cards of 14 digits with a check digit, names, and a home branch", () => {
    expect(readers.length).toBeGreaterThanOrEqual(100)
    expect(readers.filter(({ card }) => !/^2\d{13}$/.test(card) || !hasCheckDigit(card))).toEqual([])
    expect(repeated(readers.map(({ name }) => name))).toEqual([])
    expect(
      readers.filter((r) => r.name === "" || !branchIds.has(r.homeBranch) || !["zh", "en"].includes(r.language))
    ).toEqual([])
  })

  it("are of the four categories of the policy, and of an age that fits", () => {
    expect(new Set(readers.map(({ category }) => category))).toEqual(new Set(Object.keys(readerCategories)))
    for (const { bornOn, expiresOn, category } of readers) {
      expect(Number.isNaN(Date.parse(bornOn)) || Number.isNaN(Date.parse(expiresOn))).toBe(false)
      const age = 2026 - Number(bornOn.slice(0, 4))
      expect(category === "child" ? age < 14 : category === "senior" ? age >= 60 : age >= 14).toBe(true)
    }
  })

  it("have a few expired memberships among them, for a refusal to be seen", () => {
    expect(readers.filter(({ expiresOn }) => expiresOn < "2026-07-01").length).toBeGreaterThan(0)
  })
})

describe("demo calendar and policy", () => {
  const openOn = (branch: string, date: string): ReadonlyArray<string> => {
    const hours = calendar.branch(branch)
    if (hours === undefined) throw new Error(`no branch ${branch}`)
    const utc = (minutes: number): string => new Date(hours.instantAt(dayOf(date), minutes)).toISOString().slice(11, 16)
    return hours.spans(dayOf(date)).map(({ from, to }) => `${utc(from)}-${utc(to)}`)
  }

  it("closes on the holidays that are fixed by date, from 2025 to 2028", () => {
    const holidays = ["01-01", "05-01", "10-01", "10-02", "10-03"]
    const days = [2025, 2026, 2027, 2028].flatMap((year) => holidays.map((day) => `${year}-${day}`))
    for (const branch of calendar.branches) {
      expect(days.filter((day) => openOn(branch, day).length > 0)).toEqual([])
    }
  })

  it.each([
    ["a weekday, eight hours east of Greenwich", "central", "2026-11-24", ["01:00-12:30"]],
    ["a Monday at the branch that closes on Mondays", "riverside", "2026-11-23", []],
    ["a day with a noon break", "hillside", "2026-11-24", ["01:00-04:00", "05:30-10:00"]],
    ["shorter hours for one day", "central", "2026-12-31", ["01:00-08:00"]],
    ["a Sunday on which a branch opens all the same", "hillside", "2028-04-23", ["01:00-04:00", "05:30-12:00"]]
  ])("has %s", (_, branch, date, hours) => {
    expect(openOn(branch, date)).toEqual(hours)
  })

  it("has rules without holes and dead rows, for the collections and branches that exist", () => {
    expect(checkPolicy(policy.document)).toEqual([])
    const collections = new Set(items.map(({ collection }) => collection))
    const named = policy.document.rows.flatMap(({ when }) => when.collection ?? [])
    expect(named.filter((collection) => !collections.has(String(collection)))).toEqual([])
    expect(new Set(branchGroups?.all)).toEqual(branchIds)
  })

  it.each([
    ["a book four weeks", { itemType: "book", collection: "chinese" }, { loanDays: 28, renewable: true }],
    ["a new book two weeks, once", { itemType: "book", collection: "new" }, { loanDays: 14, renewable: false }],
    ["a CD two weeks", { itemType: "cd", collection: "media" }, { loanDays: 14, renewable: true }],
    ["a DVD one week", { itemType: "dvd", collection: "media" }, { loanDays: 7, renewable: true }],
    [
      "a magazine two weeks, once",
      { itemType: "magazine", collection: "periodicals" },
      { loanDays: 14, renewable: false }
    ],
    ["no reference work", { itemType: "reference", collection: "reference" }, null],
    ["no map", { itemType: "map", collection: "maps" }, null]
  ])("lends an adult %s", (_, item, terms) => {
    expect(termsBy(policy)({ ...item, branch: "central" })).toEqual(terms)
  })
})
