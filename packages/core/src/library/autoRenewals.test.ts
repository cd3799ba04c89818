import { describe, expect, it } from "vitest"
import type { Actor } from "../decision/actor.ts"
import { staffRoles } from "../decision/permission.ts"
import { layerMemory } from "../storage/memory.ts"
import { autoRenewals, type NotRenewed } from "./autoRenewals.ts"
import { nightlyClose } from "./nightlyClose.ts"
import { type Library, openLibrary } from "./openLibrary.ts"

const noon = Date.parse("2026-03-02T12:00:00Z")
const day = 86_400_000
const tenant = "town"

const policy = (set: object) => ({
  currency: "EUR",
  rounding: "halfUp",
  precedence: { by: "mostCriteria" },
  readerCategories: { adult: {} },
  itemTypes: { book: {}, film: {} },
  limits: { all: {} },
  rows: [
    {
      id: "base",
      when: {},
      set: {
        lendable: true,
        loanPeriod: { days: 14 },
        dueTime: "endOfDay",
        closedDays: "keep",
        renewalCountMax: 2,
        renewFrom: "due",
        renewalWhenWaiting: false,
        "loanCountMax.all": "unlimited",
        overdueRate: "none",
        reservationCountMax: 5,
        reservable: true,
        reservableOnShelf: false,
        pickupDays: 3,
        debtMax: "0.50",
        membershipMonths: 12,
        ...set
      }
    },
    { id: "film", when: { itemType: "film" }, set: { autoRenew: false } }
  ]
})
const hours = Object.fromEntries(
  ["mon", "tue", "wed", "thu", "fri", "sat", "sun"].map((name) => [name, ["09:00-18:00"]])
)

const must = <R>(answer: { readonly ok: true; readonly receipt: R } | { readonly ok: false }): R => {
  if (!answer.ok) throw new Error(JSON.stringify(answer))
  return answer.receipt
}

const anna: Actor = { kind: "staff", id: "anna", permissions: new Set(staffRoles.manager) }

/** Ada has two books and a film; Ben waits for the second book. All fall due on 16 March at the end of the day. */
const scene = async (set: object = { autoRenew: true, autoRenewBefore: { days: 3 } }) => {
  const library = await openLibrary({ storage: layerMemory })
  const calendar = { branches: { main: { name: { en: "Main" }, zone: "UTC", hours } } }
  await library.openTenant({ tenant, name: "Town", policy: policy(set), calendar, at: noon })
  const desk = library.at({ tenant, branch: "main", actor: anna, channel: "desk" })
  for (const card of ["ada", "ben"])
    must(await desk.registerReader({ card, name: card, category: "adult", key: card, at: noon }))
  for (const [barcode, type] of [
    ["b1", "book"],
    ["b2", "book"],
    ["f1", "film"]
  ] as const) {
    const { titleId } = must(await desk.addTitle({ description: { title: barcode }, key: `t${barcode}`, at: noon }))
    must(await desk.addItem({ title: titleId, barcode, type, key: `i${barcode}`, at: noon }))
    must(await desk.checkOut({ item: barcode, card: "ada", key: `o${barcode}`, at: noon }))
    if (barcode === "b2") must(await desk.reserve({ title: titleId, card: "ben", key: "r", at: noon }))
  }
  return { library, desk }
}

const renewals = async (library: Library) =>
  (await library.scan(tenant, "event", null, 1000)).rows.filter(({ tag }) => tag === "LoanRenewed")

describe("renewing without being asked", () => {
  it("renews what the policy says in the nights before it falls due, once, as a job by name", async () => {
    const { library } = await scene()
    const night = (at: number) => autoRenewals(library, { tenant, at })
    expect(await night(noon + 10 * day)).toEqual({ renewed: 0, notRenewedCount: 0, notRenewed: [] })
    const first = await night(noon + 11 * day)
    expect([first.renewed, first.notRenewedCount]).toEqual([1, 1])
    expect(first.notRenewed[0]?.because).toContain("OthersWaiting")
    const again = await night(noon + 11 * day)
    expect([again.renewed, again.notRenewedCount]).toEqual([0, 1])
    const [renewed, ...more] = await renewals(library)
    expect([renewed?.actor, renewed?.channel, more]).toEqual(["job:autoRenew", "job", []])
    expect(await library.check(tenant)).toEqual([])
  })

  it("is a part of the nightly close, and catches up with nights that were slept through", async () => {
    const { library } = await scene()
    const close = await nightlyClose(library, { tenant, at: noon + 17 * day })
    expect([close.renewed, close.notRenewedCount]).toEqual([1, 1])
  })

  it("does nothing where no row says so", async () => {
    const { library } = await scene({})
    expect(await autoRenewals(library, { tenant, at: noon + 13 * day })).toMatchObject({
      renewed: 0,
      notRenewedCount: 0
    })
  })

  it("renews by a period of its own", async () => {
    const { library } = await scene({ autoRenew: true, autoRenewalPeriod: { days: 3 } })
    await autoRenewals(library, { tenant, at: noon + 13 * day })
    const [renewed] = await renewals(library)
    expect(new Date(JSON.parse(renewed?.body ?? "{}").dueAt).toISOString()).toContain("2026-03-19")
  })

  it("one loan that fails is told of and holds up no other; twice at once renews once", async () => {
    const { library } = await scene()
    const at = noon + 12 * day
    const failing: Library = {
      ...library,
      at: (place) => {
        const desk = library.at(place)
        return {
          ...desk,
          many: () => Promise.reject(new Error("broken")),
          renew: (input) => (input.item === "b2" ? Promise.reject(new Error("broken")) : desk.renew(input))
        }
      }
    }
    const told: Array<NotRenewed> = []
    const [one, other] = await Promise.all([
      autoRenewals(failing, { tenant, at, onNotRenewed: (loan) => told.push(loan) }),
      autoRenewals(library, { tenant, at })
    ])
    expect(told.map(({ because }) => because)).toEqual(["fault"])
    expect(one.renewed + other.renewed).toBe(1)
    expect(await renewals(library)).toHaveLength(1)
    expect(await library.check(tenant)).toEqual([])
  })
})
