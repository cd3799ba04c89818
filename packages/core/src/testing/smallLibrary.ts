import type { Actor } from "../decision/actor.ts"
import { staffRoles } from "../decision/permission.ts"
import type { Answer, Desk } from "../library/desk.ts"
import { type Library, openLibrary } from "../library/openLibrary.ts"
import { layerMemory } from "../storage/memory.ts"

export const day = 86_400_000
/** A Monday, while both branches are open. */
export const noon = Date.parse("2026-03-02T12:00:00+08:00")

/** The rules of the small library, and what they say besides. */
export const policyWith = (set: object, currency: string): object => ({
  currency,
  rounding: "halfUp",
  precedence: { by: "mostCriteria" },
  readerCategories: { adult: {}, child: {} },
  itemTypes: { book: {}, film: {}, reference: {} },
  limits: { all: {}, films: { itemType: "film" } },
  rows: [
    {
      id: "base",
      when: {},
      set: {
        lendable: true,
        loanPeriod: { days: 14 },
        dueTime: "closing",
        closedDays: "nextOpenDay",
        renewalCountMax: 1,
        renewFrom: "due",
        renewalWhenWaiting: false,
        "loanCountMax.all": 4,
        "loanCountMax.films": 1,
        overdueRate: { amount: "0.10", per: "day" },
        overdueCap: "15.00",
        overdueOnClosedDays: true,
        reservationCountMax: 2,
        reservable: true,
        reservableOnShelf: false,
        pickupDays: 3,
        debtMax: "0.50",
        membershipMonths: 12,
        ...set
      }
    },
    { id: "child", when: { readerCategory: "child" }, set: { "loanCountMax.all": 1, overdueRate: "none" } },
    { id: "reference", when: { itemType: "reference" }, set: { lendable: false, reservable: false } }
  ]
})
const hours = Object.fromEntries(
  ["mon", "tue", "wed", "thu", "fri", "sat", "sun"].map((name) => [name, ["09:00-18:00"]])
)
const branch = (en: string): object => ({ name: { en }, zone: "Asia/Shanghai", hours })

/** The days and hours of its two branches. */
export const smallCalendar = { branches: { main: branch("Main"), far: branch("Far") } }

/** A library in memory: readers `ada`, `ben` (adults) and `kim` (a child), and a way to give a title items. */
export interface SmallLibrary {
  readonly library: Library
  readonly desk: Desk
  readonly far: Desk
  /** A desk of any branch. */
  readonly deskAt: (branch: string) => Desk
  /** A reader's own screen. */
  readonly screenOf: (card: string) => Desk
  /** A title with items of these barcodes; gives its id. */
  readonly title: (name: string, items: ReadonlyArray<string>, type?: string) => Promise<string>
  /** The key that a command needs, another one each time. */
  readonly key: () => string
}

export const tenant = "town"
const anna: Actor = { kind: "staff", id: "anna", permissions: new Set(staffRoles.manager) }

/** `set`: what its rules say besides, or otherwise. */
export const smallLibrary = async (
  set: object = {},
  currency = "CNY",
  storage = layerMemory
): Promise<SmallLibrary> => {
  const library = await openLibrary({ storage })
  const opened = await library.openTenant({
    tenant,
    name: "Town",
    policy: policyWith(set, currency),
    calendar: smallCalendar,
    at: noon - day
  })
  if (!opened.ok) throw new Error(JSON.stringify(opened.invalid))
  let keys = 0
  const key = (): string => `key ${keys++}`
  const at = (code: string): Desk => library.at({ tenant, branch: code, actor: anna, channel: "desk" })
  const desk = at("main")
  const readers = new Map<string, string>()
  for (const [card, category] of [
    ["ada", "adult"],
    ["ben", "adult"],
    ["kim", "child"]
  ] as const) {
    const { readerId } = receiptOf(
      await desk.registerReader({ card, name: card, category, at: noon - day, key: key() })
    )
    readers.set(card, readerId)
  }
  return {
    library,
    desk,
    far: at("far"),
    deskAt: at,
    screenOf: (card) =>
      library.at({
        tenant,
        branch: "main",
        actor: { kind: "reader", readerId: readers.get(card) as never },
        channel: "reader"
      }),
    title: async (name, items, type = "book") => {
      const { titleId } = receiptOf(await desk.addTitle({ description: { title: name }, at: noon - day, key: key() }))
      for (const barcode of items)
        receiptOf(await desk.addItem({ title: titleId, barcode, type, at: noon - day, key: key() }))
      return titleId
    },
    key
  }
}

/** The receipt of an answer; throws when there is none, with what stood in the way. */
export const receiptOf = <R>(answer: Answer<R>): R => {
  if (!answer.ok) throw new Error(JSON.stringify(answer))
  return answer.receipt
}

/** The codes of an answer's refusals, in order; none when it was carried out. */
export const codesOf = (answer: Answer<unknown>): ReadonlyArray<string> =>
  "refusals" in answer ? answer.refusals.map(({ _tag }) => _tag) : []
