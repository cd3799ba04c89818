import { expect, onTestFinished } from "vitest"
import type { ItemRow } from "../../src/catalogue/model.ts"
import type { Actor } from "../../src/decision/actor.ts"
import { type CommandName, staffRoles } from "../../src/decision/permission.ts"
import type { TableName, Tables } from "../../src/decision/tables.ts"
import type { Answer } from "../../src/library/desk.ts"
import { type Library, openLibrary } from "../../src/library/openLibrary.ts"
import type { Receipts } from "../../src/library/receipts.ts"
import type { ReservationRow } from "../../src/reservations/model.ts"
import { layerMemory } from "../../src/storage/memory.ts"
import { codesOf, receiptOf } from "../../src/testing/smallLibrary.ts"

const day = 86_400_000

interface Given {
  /** Open round the clock. */
  readonly branches?: ReadonlyArray<string>
  readonly zone?: string
  /** Days on which all of them are closed. */
  readonly closed?: ReadonlyArray<string>
  /** By card. */
  readonly readers?: Readonly<Record<string, { readonly home?: string; readonly category?: string }>>
  /** By barcode; `title` by any name, `t` without one. */
  readonly copies?: Readonly<Record<string, Copy>>
  readonly set?: object
  readonly rows?: ReadonlyArray<object>
  /** Parts of the policy beside its rows. */
  readonly document?: object
  readonly at?: number
}

interface Copy {
  readonly title?: string
  readonly home?: string
  /** Where it stands; without it, at home. */
  readonly at?: string
  readonly type?: string
  readonly status?: "onOrder" | "inProcess" | "inProcessNotReservable"
}

/** What a command asks, without instant and key, as a client would write it. */
type Input = Readonly<Record<string, unknown>>

/** A system of branches, with what a fact gives: readers, copies, rules. When its test is over, every invariant must hold. */
export interface BranchSystem {
  readonly library: Library
  readonly now: () => number
  readonly wait: (ms: number) => void
  readonly ask: <N extends CommandName>(name: N, input: Input, branch?: string) => Promise<Answer<Receipts[N]>>
  /** Throws when it is refused. */
  readonly give: <N extends CommandName>(name: N, input: Input, branch?: string) => Promise<Receipts[N]>
  /** The codes of what is against it; none when it was carried out. */
  readonly against: <N extends CommandName>(name: N, input: Input, branch?: string) => Promise<ReadonlyArray<string>>
  readonly titleOf: (name?: string) => string
  /** A reservation of this reader for the title `t`, or another one; gives its id. */
  readonly reserve: (card: string, how?: Input & { readonly ofTitle?: string }) => Promise<string>
  readonly rows: <T extends TableName>(table: T) => Promise<ReadonlyArray<Tables[T]>>
  readonly copy: (barcode: string) => Promise<ItemRow>
  readonly reservation: (id: string) => Promise<ReservationRow>
  /** Ids of those that wait, the first first. */
  readonly waiting: () => Promise<ReadonlyArray<string>>
}

const anna: Actor = { kind: "staff", id: "anna", permissions: new Set(staffRoles.manager) }
const tenant = "branches"
const week = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

const calendarOf = ({ branches = ["here"], zone = "UTC", closed = [] }: Given): object => {
  const hours = Object.fromEntries(week.map((name) => [name, ["00:00-24:00"]]))
  const exceptions = closed.map((from) => ({ from, closed: true }))
  return { branches: Object.fromEntries(branches.map((code) => [code, { name: {}, zone, hours, exceptions }])) }
}

const policyOf = ({ set = {}, rows = [], document = {}, readers = {}, copies = {} }: Given): object => ({
  currency: "EUR",
  rounding: "halfUp",
  precedence: { by: "mostCriteria" },
  readerCategories: {
    adult: {},
    ...Object.fromEntries(Object.values(readers).map(({ category = "adult" }) => [category, {}]))
  },
  itemTypes: { book: {}, ...Object.fromEntries(Object.values(copies).map(({ type = "book" }) => [type, {}])) },
  limits: { all: {} },
  rows: [
    {
      id: "base",
      when: {},
      set: {
        lendable: true,
        loanPeriod: { days: 14 },
        dueTime: "sameTime",
        closedDays: "keep",
        renewalCountMax: 1,
        renewFrom: "due",
        renewalWhenWaiting: false,
        "loanCountMax.all": "unlimited",
        overdueRate: "none",
        reservationCountMax: "unlimited",
        reservable: true,
        reservableOnShelf: true,
        pickupDays: 7,
        debtMax: "unlimited",
        membershipMonths: 120,
        ...set
      }
    },
    ...rows
  ],
  ...document
})

export const branchSystem = async (given: Given = {}): Promise<BranchSystem> => {
  const { branches: [main = "here"] = ["here"], readers = { ada: {} }, copies = { b1: {} } } = given
  const library = await openLibrary({ storage: layerMemory })
  let now = given.at ?? Date.parse("2024-03-11T12:00:00Z")
  const documents = { policy: policyOf(given), calendar: calendarOf(given) }
  const opened = await library.openTenant({ tenant, name: "Branches", ...documents, at: now - day })
  if (!opened.ok) throw new Error(JSON.stringify(opened.invalid))
  let keys = 0
  const ask: BranchSystem["ask"] = (name, input, branch = main) => {
    const desk = library.at({ tenant, branch, actor: anna, channel: "desk" })
    const command = desk[name] as (of: object) => Promise<Answer<never>>
    return command({ ...input, at: now, key: `key ${keys++}` })
  }
  const give: BranchSystem["give"] = async (name, input, branch) => receiptOf(await ask(name, input, branch))
  for (const [card, { home = main, category = "adult" }] of Object.entries(readers))
    await give("registerReader", { card, name: card, category, homeBranch: home })
  const titles = new Map<string, string>()
  const titleOf = (name = "t"): string => titles.get(name) ?? ""
  for (const [barcode, { title = "t", home = main, at = home, type = "book", ...how }] of Object.entries(copies)) {
    if (!titles.has(title)) titles.set(title, (await give("addTitle", { description: { title } })).titleId)
    await give("addItem", { title: titleOf(title), barcode, type, homeBranch: at, ...how })
    if (at !== home) await give("changeItem", { item: barcode, homeBranch: home })
  }
  const rows: BranchSystem["rows"] = async (table) => [...(await library.scan(tenant, table, null, 1_000)).rows]
  const found = <R>(row: R | undefined): R => {
    if (row === undefined) throw new Error("there is no such row")
    return row
  }
  onTestFinished(async () => {
    expect(await library.check(tenant)).toEqual([])
    expect(await library.replay(tenant)).toEqual([])
    await library.close()
  })
  return {
    library,
    now: () => now,
    wait: (ms) => {
      now += ms
    },
    ask,
    give,
    against: async (name, input, branch) => codesOf(await ask(name, input, branch)),
    titleOf,
    reserve: async (card, { ofTitle, ...how } = {}) => {
      const { reservationId } = await give("reserve", { title: titleOf(ofTitle), card, ...how })
      return reservationId
    },
    rows,
    copy: async (barcode) => found((await rows("item")).find((one) => one.barcode === barcode)),
    reservation: async (id) => found((await rows("reservation")).find(({ reservationId }) => reservationId === id)),
    waiting: async () =>
      (await rows("reservation"))
        .filter(({ state }) => state === "waiting")
        .sort((one, other) => (one.place ?? 0) - (other.place ?? 0))
        .map(({ reservationId }) => reservationId)
  }
}

/** `{amount, unit}` as a length of time. */
export const lengthOf = ({ amount, unit }: { readonly amount: number; readonly unit: string }): object => ({
  [unit]: amount
})
