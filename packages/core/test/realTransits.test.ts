import { existsSync, readFileSync } from "node:fs"
import { gunzipSync } from "node:zlib"
import { describe, expect, it } from "vitest"
import { staffRoles } from "../src/decision/permission.ts"
import type { Desk } from "../src/library/desk.ts"
import { openLibrary } from "../src/library/openLibrary.ts"
import { layerMemory } from "../src/storage/memory.ts"
import { tenant } from "../src/testing/smallLibrary.ts"

const shared = process.env.OPENSHELF_SHARED ?? new URL("../../../../shared", import.meta.url).pathname
const file = `${shared}/data/circulation/librarieswest/transits_2017-12_2019-06.csv.gz`
const without = existsSync(file) ? "" : ", skipped: the data (shared/data/circulation/librarieswest) is not here"
/** How many of the 661,823 movements are played; `OPENSHELF_MOVEMENTS` says another number. */
const movementsMax = Number(process.env.OPENSHELF_MOVEMENTS ?? 4_000)
const day = 86_400_000

interface Movement {
  readonly at: number
  readonly type: string
  readonly from: string
  readonly to: string
}

/** The first movements of the file in order of their day; a name with a comma in it is quoted, and left out. */
const movements = (): ReadonlyArray<Movement> =>
  gunzipSync(readFileSync(file))
    .toString("utf8")
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => line.trim().split(","))
    .filter((cells) => cells.length === 6 && cells[2] !== cells[4])
    .map(([date = "", type = "", from = "", , to = ""]) => ({ at: Date.parse(`${date}T09:00:00Z`), type, from, to }))
    .sort((one, other) => one.at - other.at)
    .slice(0, movementsMax)

const unique = (list: ReadonlyArray<string>): ReadonlyArray<string> => [...new Set(list)].sort()

/** A library with the branches and kinds of items that the movements name, in which copies float. */
const openWest = async (moved: ReadonlyArray<Movement>) => {
  const library = await openLibrary({ storage: layerMemory })
  const branches = unique(moved.flatMap(({ from, to }) => [from, to]))
  const types = unique(moved.map(({ type }) => type))
  const week = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
  const hours = Object.fromEntries(week.map((name) => [name, ["09:00-18:00"]]))
  const opened = await library.openTenant({
    tenant,
    name: "West",
    policy: {
      currency: "GBP",
      rounding: "halfUp",
      precedence: { by: "mostCriteria" },
      readerCategories: { adult: {} },
      itemTypes: Object.fromEntries(types.map((type) => [type, {}])),
      transfers: { kept: true },
      rows: [{ id: "base", when: {}, set: { floating: "everywhere" } }]
    },
    calendar: {
      branches: Object.fromEntries(branches.map((name) => [name, { name: { en: name }, zone: "Europe/London", hours }]))
    },
    at: (moved[0]?.at ?? 0) - day
  })
  if (!opened.ok) throw new Error(JSON.stringify(opened.invalid))
  const actor = { kind: "staff", id: "anna", permissions: new Set(staffRoles.manager) } as const
  const desks = new Map(
    branches.map((branch): [string, Desk] => [branch, library.at({ tenant, branch, actor, channel: "desk" })])
  )
  return { library, deskAt: (branch: string) => desks.get(branch) as Desk }
}

/** Copies at a branch, of a type, that nobody moves at the moment. */
class Shelves {
  readonly #copies = new Map<string, Array<string>>()

  put(branch: string, type: string, barcode: string): void {
    const key = JSON.stringify([branch, type])
    const known = this.#copies.get(key)
    if (known === undefined) this.#copies.set(key, [barcode])
    else known.push(barcode)
  }

  take(branch: string, type: string): string | null {
    return this.#copies.get(JSON.stringify([branch, type]))?.shift() ?? null
  }
}

/** Plays the movements day by day: each copy sets out, and arrives one to three days later. Gives how many did. */
const play = async (deskAt: (branch: string) => Desk, moved: ReadonlyArray<Movement>) => {
  const shelves = new Shelves()
  const arriving = new Map<number, Array<Movement & { readonly item: string }>>()
  let [keys, made, sent, arrived] = [0, 0, 0, 0]
  const key = () => `key ${keys++}`
  const first = moved[0]?.at ?? 0
  const titled = await deskAt(moved[0]?.from ?? "").addTitle({ description: { title: "All" }, at: first, key: key() })
  const title = titled.ok ? titled.receipt.titleId : ""
  const arrive = async (at: number): Promise<void> => {
    for (const { item, to, type } of arriving.get(at) ?? []) {
      const answer = await deskAt(to).arrive({ item, at, key: key() })
      expect(answer).toMatchObject({ ok: true, receipt: { route: expect.stringMatching(/^(sentHere|home)$/) } })
      shelves.put(to, type, item)
      arrived++
    }
    arriving.delete(at)
  }
  let today = first
  for (const movement of moved) {
    for (; today <= movement.at; today += day) await arrive(today)
    const { from, to, type, at } = movement
    let item = shelves.take(from, type)
    if (item === null) {
      item = `w${made++}`
      const added = await deskAt(from).addItem({ title, barcode: item, type, homeBranch: from, at, key: key() })
      expect(added.ok).toBe(true)
    }
    const answer = await deskAt(from).send({ item, to, at, key: key() })
    expect(answer.ok).toBe(true)
    sent++
    const due = at + (1 + (sent % 3)) * day
    arriving.set(due, [...(arriving.get(due) ?? []), { ...movement, item }])
  }
  return { sent, arrived, open: sent - arrived }
}

describe("real movements between branches", () => {
  it.skipIf(without !== "")(
    `are played as transits: each sets out and arrives once, and all adds up${without}`,
    async () => {
      const moved = movements()
      const { library, deskAt } = await openWest(moved)
      const { sent, arrived, open } = await play(deskAt, moved)
      expect(sent).toBe(moved.length)
      const counts = new Map<string, number>()
      let after: string | null = null
      do {
        const page: Awaited<ReturnType<typeof library.scan<"transit">>> = await library.scan(
          tenant,
          "transit",
          after,
          10_000
        )
        for (const { state } of page.rows) counts.set(state, (counts.get(state) ?? 0) + 1)
        after = page.next
      } while (after !== null)
      expect(Object.fromEntries(counts)).toEqual({ arrived, open })
      expect([await library.check(tenant), await library.replay(tenant)]).toEqual([[], []])
    },
    3_600_000
  )
})
