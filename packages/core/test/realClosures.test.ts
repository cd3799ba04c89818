import { existsSync, readFileSync } from "node:fs"
import { gunzipSync } from "node:zlib"
import { expect, it } from "vitest"
import { type Actor, openLibrary, staffRoles } from "../src/index.ts"
import { redate } from "../src/library/redating/index.ts"
import { layerMemory } from "../src/storage/memory.ts"

const shared = process.env.OPENSHELF_SHARED ?? new URL("../../../../shared", import.meta.url).pathname
const file = `${shared}/data/calendar/tuebingen_closed_days_2019-2025.csv.gz`
const absent = existsSync(file)
  ? null
  : "skipped: the closed days of a real library (shared/data/calendar) are not here"

interface ClosedDay {
  readonly branch: string
  readonly date: string
}

const closedDays = (): ReadonlyArray<ClosedDay> =>
  gunzipSync(readFileSync(file))
    .toString("utf8")
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.split(";"))
    .flatMap(([branch = "", , text = ""]) => {
      const [date, month, year] = text.split(".")
      return year === undefined ? [] : [{ branch, date: `${year}-${month}-${date}` }]
    })

const day = 86_400_000
const tenant = "tuebingen"
const anna: Actor = { kind: "staff", id: "anna", permissions: new Set(staffRoles.manager) }
const week = ["tue", "wed", "thu", "fri", "sat"]
const hours = Object.fromEntries(week.map((name) => [name, ["10:00-19:00"]]))

const policy = {
  currency: "EUR",
  rounding: "halfUp",
  precedence: { by: "mostCriteria" },
  readerCategories: { adult: {} },
  itemTypes: { book: {} },
  limits: { all: {} },
  rows: [
    {
      id: "base",
      when: {},
      set: {
        lendable: true,
        loanPeriod: { days: 28 },
        dueTime: "closing",
        closedDays: "nextOpenDay",
        "loanCountMax.all": "unlimited",
        debtMax: "unlimited",
        membershipMonths: 36
      }
    }
  ]
}

it.skipIf(absent !== null)(
  `the closures that a real library entered in seven years move just what they touch${absent === null ? "" : `, ${absent}`}`,
  async () => {
    const days = closedDays()
    const branches = [...new Set(days.map(({ branch }) => branch))].filter((code) => code !== "eBib")
    const calendar = (year: string | null) => ({
      branches: Object.fromEntries(
        branches.map((code) => [
          code,
          {
            name: { de: code },
            zone: "Europe/Berlin",
            hours,
            exceptions: days
              .filter(({ branch, date }) => branch === code && year !== null && date.startsWith(year))
              .map(({ date }) => ({ from: date, closed: true }))
          }
        ])
      )
    })
    const closures = (code: string, year: string): ReadonlySet<string> =>
      new Set(days.filter(({ branch, date }) => branch === code && date.startsWith(year)).map(({ date }) => date))
    for (const year of ["2019", "2023"]) {
      const library = await openLibrary({ storage: layerMemory })
      const opensAt = Date.parse(`${year}-01-02T09:00:00Z`)
      await library.openTenant({ tenant, name: "Town", policy, calendar: calendar(null), at: opensAt - day })
      const desks = branches.map((branch) => library.at({ tenant, branch, actor: anna, channel: "desk" }))
      const [first] = desks
      if (first === undefined) throw new Error("no branch")
      const title = await first.addTitle({ description: { title: "One" }, at: opensAt, key: "title" })
      await first.registerReader({ card: "ada", name: "Ada", category: "adult", at: opensAt, key: "ada" })
      if (!title.ok) throw new Error(JSON.stringify(title))
      for (let n = 0; n < 250; n++) {
        const at = opensAt + n * day
        const desk = desks[n % desks.length] as typeof first
        await desk.addItem({ title: title.receipt.titleId, barcode: `b${n}`, type: "book", at, key: `i${n}` })
        expect(await desk.checkOut({ item: `b${n}`, card: "ada", at, key: `o${n}` })).toMatchObject({ ok: true })
      }
      const before = new Map((await library.scan(tenant, "loan", null, 1000)).rows.map((loan) => [loan.loanId, loan]))
      const at = opensAt + 251 * day
      await library.publishCalendar({ tenant, content: calendar(year), at, by: "anna" })
      const report = await redate(library, { tenant, at })
      const after = (await library.scan(tenant, "loan", null, 1000)).rows
      const date = (instant: number): string => new Date(instant).toISOString().slice(0, 10)
      const touched = [...before.values()].filter(({ branch, dueAt }) => closures(branch, year).has(date(dueAt)))
      expect(touched.length).toBeGreaterThan(5)
      expect(new Set(report.moves.map(({ id }) => id))).toEqual(new Set(touched.map(({ loanId }) => loanId)))
      for (const { branch, dueAt } of after) expect(closures(branch, year).has(date(dueAt))).toBe(false)
      expect((await redate(library, { tenant, at: at + 1 })).loans.moved).toBe(0)
      expect([await library.check(tenant), await library.replay(tenant)]).toEqual([[], []])
    }
  },
  60_000
)
