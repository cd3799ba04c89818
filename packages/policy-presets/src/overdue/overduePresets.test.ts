import { type Answer, Minor, openLibrary } from "@openshelf/core"
import { ageLosses } from "@openshelf/core/incidents"
import { withinCaps } from "@openshelf/core/lateness"
import { layerMemory } from "@openshelf/core/memory"
import { nightlyAccrual } from "@openshelf/core/nights"
import { checkPolicy } from "@openshelf/core/policy-review"
import { Result } from "effect"
import { describe, expect, it } from "vitest"
import { composePolicy } from "../composePolicy.ts"
import { base } from "../presets/base.ts"
import type { OverduePreset } from "./overduePreset.ts"
import { overduePresets } from "./overduePresets.ts"

const day = 86_400_000
/** A Monday, while the branch is open. */
const lentAt = Date.parse("2025-03-03T09:00:00Z")
const week = ["mon", "tue", "wed", "thu", "fri", "sat"]
const hours = Object.fromEntries(week.map((name) => [name, ["08:00-20:00"]]))
/** Closed on Sundays, and from Monday the 7th to Wednesday the 9th of April. */
const calendar = {
  branches: {
    main: { name: {}, zone: "UTC", hours, exceptions: [{ from: "2025-04-07", to: "2025-04-09", closed: true }] }
  }
}

const presetOf = (id: string): OverduePreset => {
  const found = overduePresets.find((preset) => preset.id === id)
  if (found === undefined) throw new Error(`no preset ${id}`)
  return found
}

const documentOf = ({ part }: OverduePreset) => {
  const codes = { readerCategories: { adult: {} }, itemTypes: { book: {} } }
  return Result.getOrThrow(composePolicy(base, codes, part))
}

interface Late {
  readonly days?: number
  readonly hours?: number
  readonly type?: string
  readonly collection?: string
  readonly language?: string
  readonly category?: string
  readonly recalled?: boolean
}

const receiptOf = <R>(answer: Answer<R>): R => {
  if (!answer.ok) throw new Error(JSON.stringify(answer))
  return answer.receipt
}

const opened = async (preset: OverduePreset, category = "adult") => {
  const library = await openLibrary({ storage: layerMemory })
  const policy = documentOf(preset)
  const answer = await library.openTenant({ tenant: "t", name: "T", policy, calendar, at: lentAt })
  if (!answer.ok) throw new Error(JSON.stringify(answer))
  const desk = library.at({ tenant: "t", branch: "main", actor: { kind: "job", name: "presets" }, channel: "desk" })
  let keys = 0
  const given = () => ({ at: lentAt, key: `k${keys++}` })
  receiptOf(await desk.registerReader({ card: "ada", name: "Ada", category, ...given() }))
  return { library, desk, given }
}
type Opened = Awaited<ReturnType<typeof opened>>

/** Copies of one title, on the shelf. */
const stocked = async (
  { desk, given }: Opened,
  copies: number,
  { type = "book", collection = "", language = "eng" } = {}
) => {
  const { titleId } = receiptOf(await desk.addTitle({ description: { title: "Book", language }, ...given() }))
  for (let copy = 1; copy <= copies; copy++) {
    const item = { title: titleId, barcode: `i${copy}`, type, ...(collection === "" ? {} : { collection }) }
    receiptOf(await desk.addItem({ ...item, ...given() }))
  }
}

/** What a return costs in minor units, so many days and hours after the due instant: Monday, 31 March, at 20:00. */
const charged = async (preset: OverduePreset, late: Late): Promise<number> => {
  const { days = 0, hours: more = 0, category } = late
  const town = await opened(preset, category)
  const { desk, given } = town
  await stocked(town, 1, late)
  const { dueAt } = receiptOf(await desk.checkOut({ item: "i1", card: "ada", ...given() }))
  if (late.recalled === true) receiptOf(await desk.recall({ item: "i1", ...given() }))
  const at = dueAt + days * day + more * 3_600_000
  return receiptOf(await desk.returnItem({ item: "i1", ...given(), at })).charge?.amount ?? 0
}

describe("what being late costs by the preset", () => {
  it.each<readonly [id: string, what: string, late: Late, minor: number]>([
    ["overdue-A1", "ten days at 0.10", { days: 10 }, 10 * 10],
    ["overdue-A1", "200 days: 20.00, capped at 15", { days: 200 }, 1_500],
    ["overdue-A2", "200 days at 0.10, without a cap", { days: 200 }, 200 * 10],
    ["overdue-A3", "four days at 0.20", { days: 4 }, 4 * 20],
    ["overdue-A3", "30 days: 6.00, capped at 5 a book", { days: 30 }, 500],
    ["overdue-A3", "30 days of a disc: 6.00, capped at 2", { days: 30, type: "disc" }, 200],
    ["overdue-A3", "three days of a reference work at 1.00", { days: 3, collection: "reference" }, 3 * 100],
    ["overdue-A3", "three days of a local document at 1.00", { days: 3, collection: "local" }, 3 * 100],
    ["overdue-B1", "five days of a Chinese book at 0.30", { days: 5, language: "chi" }, 5 * 30],
    ["overdue-B1", "five days of a foreign book at 0.50", { days: 5 }, 5 * 50],
    [
      "overdue-B1",
      "two days of a reading-room item at 5",
      { days: 2, language: "chi", collection: "reading-room" },
      2 * 500
    ],
    ["overdue-B2", "nothing within the amnesty, on its last day", { days: 30 }, 0],
    ["overdue-B2", "31 days at 0.10 on the day after it, back to the due date", { days: 31 }, 31 * 10],
    ["overdue-B3", "seven days at 0.10", { days: 7 }, 7 * 10],
    ["overdue-A4", "six calendar days at 0.50, the closed ones too", { days: 6 }, 6 * 50],
    ["overdue-A4", "21 days: 10.50, capped at 10", { days: 21 }, 1_000],
    ["overdue-A5", "two and a half hours, begun ones whole, at 3", { type: "hourly", hours: 2.5 }, 3 * 300],
    ["overdue-A5", "13 hours: 39, capped at 36", { type: "hourly", hours: 13 }, 3_600],
    ["overdue-A5", "three days of a 3-day loan at 6", { type: "three-day", days: 3 }, 3 * 600],
    ["overdue-A5", "seven days of a 3-day loan: 42, capped at 36", { type: "three-day", days: 7 }, 3_600],
    ["overdue-A5", "36 days of a 7-day loan: 36, capped at 35", { type: "seven-day", days: 36 }, 3_500],
    ["overdue-A5", "four days of a longer loan at 0.60", { days: 4 }, 4 * 60],
    ["overdue-A5", "36 days of a longer loan: 21.60, capped at 21", { days: 36 }, 2_100],
    ["overdue-A5", "36 days of a recalled item: 36, capped at 35", { days: 36, recalled: true }, 3_500],
    ["overdue-A5", "nothing for faculty", { days: 36, category: "faculty" }, 0],
    ["overdue-A5", "nothing for staff, by the hour either", { type: "hourly", hours: 5, category: "staff" }, 0],
    ["overdue-A6", "nothing after seven days", { days: 7 }, 0],
    ["overdue-A6", "two open days at 0.10: of eleven days seven are grace and two more closed", { days: 11 }, 2 * 10],
    ["overdue-A6", "three begun hours of a reserve item", { collection: "reserve", hours: 2.5 }, 3 * 10],
    ["overdue-A6", "200 days, capped at 10", { days: 200 }, 1_000],
    ["overdue-A7", "four days of print at 0.10", { days: 4 }, 4 * 10],
    ["overdue-A7", "31 days of print: 3.10, capped at 3", { days: 31 }, 300],
    ["overdue-A7", "six days of a disc: 6, capped at 5", { days: 6, type: "disc" }, 500],
    ["overdue-A8", "nothing for an ordinary book", { days: 20 }, 0],
    [
      "overdue-A8",
      "seven days of a special format at 2, closed days too",
      { days: 7, type: "special-format" },
      7 * 200
    ],
    ["overdue-A8", "seven days of a high-use item at 2", { days: 7, collection: "high-use" }, 7 * 200],
    ["overdue-A5", "nothing of staff, recalled or not", { days: 9, category: "staff", recalled: true }, 0],
    ["overdue-A8", "three days of a recalled item at 2", { days: 3, recalled: true }, 3 * 200],
    ["overdue-A9", "nothing", { days: 20 }, 0],
    ["overdue-A9", "three days of a recalled item at 2", { days: 3, recalled: true }, 3 * 200],
    ["overdue-A10", "nothing for an ordinary loan", { days: 20 }, 0]
  ])("%s: %s", async (id, _, late, minor) => {
    expect(await charged(presetOf(id), late)).toBe(minor)
  })

  it("overdue-A3: six books at 5 and one at 2 at one visit: 32, capped at 20", () => {
    const amounts = [500, 500, 500, 500, 500, 500, 200].map((amount) => Minor.make(amount))
    const perVisit = Minor.make(Number(presetOf("overdue-A3").part.rows?.[0]?.set.overdueCapPerVisit) * 100)
    const kept = withinCaps(amounts, { perVisit, perReader: "unlimited" }, Minor.make(0))
    expect(kept.reduce((sum, amount) => sum + amount, 0)).toBe(2_000)
  })
})

describe("when a loan counts as lost by the preset", () => {
  it.each([
    ["overdue-A2", 90],
    ["overdue-A4", 28],
    ["overdue-A6", 45],
    ["overdue-A9", 14],
    ["overdue-A16", 60],
    ["overdue-A18", 60]
  ])("%s: %i days after the due date, and not the day before", async (id, days) => {
    const town = await opened(presetOf(id))
    const { library, desk, given } = town
    await stocked(town, 1)
    const { dueAt } = receiptOf(await desk.checkOut({ item: "i1", card: "ada", ...given() }))
    const agedBy = async (late: number) => {
      const at = dueAt + late * day
      await nightlyAccrual(library, { tenant: "t", at })
      return (await ageLosses(library, { tenant: "t", at })).aged
    }
    expect([await agedBy(days - 1), await agedBy(days)]).toEqual([0, 1])
  })
})

describe("who borrows nothing by the preset", () => {
  interface Standing {
    readonly overdue?: number
    readonly days?: number
    readonly recalled?: boolean
    readonly owes?: number
  }

  it.each<readonly [id: string, what: string, Standing, ReadonlyArray<string>]>([
    ["overdue-A8", "a loan that is 29 days late", { overdue: 1, days: 29 }, []],
    ["overdue-A8", "a loan that is 30 days late", { overdue: 1, days: 30 }, ["ReaderOverLimit"]],
    ["overdue-A8", "a recalled loan, a day late", { overdue: 1, days: 1, recalled: true }, ["ReaderOverLimit"]],
    ["overdue-A10", "a loan that is 30 days late", { overdue: 1, days: 30 }, []],
    ["overdue-A10", "a recalled loan, a day late", { overdue: 1, days: 1, recalled: true }, ["ReaderOverLimit"]],
    ["overdue-A10", "a debt of 49.99", { owes: 4_999 }, []],
    ["overdue-A10", "a debt of 50", { owes: 5_000 }, ["DebtOverLimit"]],
    ["overdue-A16", "nine loans late", { overdue: 9, days: 1 }, []],
    ["overdue-A16", "ten loans late", { overdue: 10, days: 1 }, ["ReaderOverLimit"]],
    ["overdue-A16", "one recalled loan late", { overdue: 1, days: 1, recalled: true }, ["ReaderOverLimit"]]
  ])("%s: %s", async (id, _, { overdue = 0, days = 0, recalled = false, owes = 0 }, codes) => {
    const town = await opened(presetOf(id))
    const { desk, given } = town
    await stocked(town, overdue + 1)
    let dueAt = lentAt
    for (let copy = 1; copy <= overdue; copy++) {
      const lent = receiptOf(await desk.checkOut({ item: `i${copy}`, card: "ada", ...given() }))
      dueAt = recalled ? receiptOf(await desk.recall({ item: `i${copy}`, ...given() })).dueAt : lent.dueAt
    }
    if (owes > 0)
      receiptOf(await desk.chargeReader({ card: "ada", kind: "fee", amount: owes, reason: "copies", ...given() }))
    const next = await desk.dryRun.checkOut({ item: `i${overdue + 1}`, card: "ada", at: dueAt + days * day })
    expect("refusals" in next ? next.refusals.map(({ _tag }) => _tag) : []).toEqual(codes)
  })
})

describe("overdue presets", () => {
  it.each(overduePresets.map((preset) => [preset.id, preset] as const))(
    "%s is laid over a policy without contradiction, and names its source",
    (_, preset) => {
      const kinds = checkPolicy(documentOf(preset)).flatMap(({ kind }) => (kind === "contradiction" ? [kind] : []))
      expect(kinds).toEqual([])
      expect(preset.sources.length).toBeGreaterThan(0)
    }
  )

  it("are those of fifteen libraries, each once", () => {
    expect(new Set(overduePresets.map(({ id }) => id)).size).toBe(15)
  })
})
