import { Result } from "effect"
import fc from "fast-check"
import { expect, it } from "vitest"
import type { Answer, Desk } from "../../library/desk.ts"
import type { Library } from "../../library/openLibrary.ts"
import { noon, smallLibrary, tenant } from "../../testing/smallLibrary.ts"
import { compensationFor } from "../compensation/index.ts"
import { conditionOf } from "./condition.ts"

const hour = 3_600_000
const items = ["b1", "b2"] as const
const cards = ["ada", "ben", "kim"] as const

const rule = {
  processing: { cash: { amount: "1.00" } },
  damage: {
    kinds: {
      stain: [
        { grade: "light", cost: { perSpot: "0.50" } },
        { grade: "heavy", cost: { perSpot: "1.25" } }
      ],
      cover: [
        { grade: "bent", cost: { flat: "1.00" } },
        { grade: "gone", cost: { flat: "9.00" } }
      ]
    }
  },
  parts: { disc: "3.00" },
  suspensionDays: { onPurpose: 3 }
}
const settings = {
  compensation: "town",
  debtMax: "unlimited",
  creditMax: "unlimited",
  appealBlocks: false,
  appealDecisionDays: 7,
  waiverMax: "4.00"
}

const item = fc.constantFrom(...items)
const card = fc.constantFrom(...cards)
const yes = fc.boolean()
const nth = fc.nat(3)
const count = fc.integer({ min: 1, max: 4 })
const damages = fc.uniqueArray(
  fc.record({ of: fc.constantFrom("stain light", "stain heavy", "cover bent", "cover gone"), count }),
  { selector: ({ of }) => of.split(" ")[0], maxLength: 2 }
)
const parts = fc.constantFrom([], [{ part: "disc" }])
const deed = <N extends string, R>(
  weight: number,
  name: N,
  fields: { readonly [K in keyof R]: fc.Arbitrary<R[K]> }
) => ({
  weight,
  arbitrary: fc.record({ do: fc.constant(name), ...fields } as never) as fc.Arbitrary<{ readonly do: N } & R>
})

/** What is asked for; ids that only the library knows are picked when it comes to it. */
const act = fc.oneof(
  deed(6, "checkOut", { item, card, override: yes }),
  deed(2, "returnItem", { item }),
  deed(8, "inspect", {
    item,
    damages,
    parts,
    takeBack: yes,
    charge: yes,
    record: fc.option(card),
    ofLastLoan: yes,
    purpose: yes,
    repair: yes
  }),
  deed(2, "noteCondition", { item, damages, parts }),
  deed(2, "sendToRepair", { item }),
  deed(2, "repaired", { item, damages }),
  deed(1, "withdrawItem", { item }),
  deed(1, "declareLost", { item }),
  deed(2, "reportMissing", { item, noticedAt: fc.constantFrom("pickupShelf", "shelf") }),
  deed(2, "reserve", { card }),
  deed(3, "chargeIncident", { nth, record: fc.option(card) }),
  deed(1, "dismissIncident", { nth }),
  deed(4, "appeal", { card, nth }),
  deed(4, "decideAppeal", {
    nth,
    as: fc.constantFrom("confirmed", "reduced", "reversed"),
    amount: fc.integer({ min: 1, max: 200 })
  }),
  deed(3, "pay", { card, amount: fc.integer({ min: 1, max: 900 }) }),
  deed(2, "waive", { card, nth, override: yes }),
  deed(1, "voidEntry", { card, nth }),
  deed(1, "setHistoryConsent", { card, consent: yes }),
  deed(1, "mergeReaders", { card, other: card }),
  deed(1, "eraseReader", { card })
)
type Act = typeof act extends fc.Arbitrary<infer A> ? A : never

const nthOf = <A>(list: ReadonlyArray<A>, nth: number): A | undefined => list[nth % Math.max(1, list.length)]

const seen = (found: ReadonlyArray<{ readonly of: string; readonly count: number }>) =>
  found.map(({ of, count }) => ({ kind: of.split(" ")[0] ?? "", grade: of.split(" ")[1] ?? "", count }))

const giver =
  (library: Library, desk: Desk, other: Desk, key: () => string) =>
  async (one: Act, at: number): Promise<Answer<unknown>> => {
    const given = { at, key: key() }
    const rows = async (table: "incident" | "appeal") => (await library.scan(tenant, table, null, 100)).rows
    const chargeOf = async (who: string, at: number) =>
      nthOf((await library.read(tenant, { chargesOfReader: { card: who as never } })).chargesOfReader, at)?.charge
        .chargeId ?? "none"
    const recorded = (who: string | null) => (who === null ? {} : { record: { card: who, evidence: "seen" } })
    switch (one.do) {
      case "checkOut":
        return desk.checkOut({
          item: one.item,
          card: one.card,
          ...(one.override ? { override: { reason: "so" } } : {}),
          ...given
        })
      case "inspect":
        return desk.inspect({
          item: one.item,
          damages: seen(one.damages),
          parts: one.parts,
          charge: one.charge,
          ...(one.takeBack ? { takeBack: {} } : {}),
          ...recorded(one.record),
          ...(one.ofLastLoan ? { ofLastLoan: true } : {}),
          ...(one.purpose ? { conduct: "onPurpose" as const } : {}),
          ...(one.repair ? { becomes: "inRepair" as const } : {}),
          ...given
        })
      case "noteCondition":
        return desk.noteCondition({
          item: one.item,
          occasion: "inspected",
          damages: seen(one.damages),
          parts: one.parts,
          ...given
        })
      case "repaired":
        return desk.repaired({ item: one.item, damages: seen(one.damages), cost: 120, ...given })
      case "reportMissing":
        return desk.reportMissing({ item: one.item, noticedAt: one.noticedAt as "shelf", ...given })
      case "withdrawItem":
        return desk.withdrawItem({ item: one.item, reason: "worn", ...given })
      case "reserve": {
        const { rows: titles } = await library.scan(tenant, "title", null, 1)
        return desk.reserve({ title: titles[0]?.titleId ?? "", card: one.card, ...given })
      }
      case "chargeIncident": {
        const incident = nthOf(await rows("incident"), one.nth) as { readonly incidentId: string } | undefined
        return desk.chargeIncident({
          incident: incident?.incidentId ?? "none",
          ...recorded(one.record),
          estimate: { minor: 800, currency: "CNY" },
          ...given
        })
      }
      case "dismissIncident": {
        const incident = nthOf(await rows("incident"), one.nth) as { readonly incidentId: string } | undefined
        return desk.dismissIncident({ incident: incident?.incidentId ?? "none", reason: "old", ...given })
      }
      case "appeal":
        return desk.appeal({ card: one.card, charge: await chargeOf(one.card, one.nth), reason: "not so", ...given })
      case "decideAppeal": {
        const appeal = nthOf(await rows("appeal"), one.nth) as { readonly appealId: string } | undefined
        const amount = one.as === "reduced" ? { amount: one.amount } : {}
        return other.decideAppeal({
          appeal: appeal?.appealId ?? "none",
          as: one.as as "reduced",
          ...amount,
          reason: "so",
          ...given
        })
      }
      case "pay":
        return desk.pay({ card: one.card, amount: one.amount, method: "cash", ...given })
      case "waive": {
        const charge = await chargeOf(one.card, one.nth)
        return desk.waive({
          card: one.card,
          charge,
          reason: "kind",
          ...(one.override ? { override: { reason: "so" } } : {}),
          ...given
        })
      }
      case "voidEntry": {
        const { entriesOfReader } = await library.read(tenant, {
          entriesOfReader: { card: one.card as never, after: null, limit: 10 }
        })
        return desk.voidEntry({
          card: one.card,
          entry: nthOf(entriesOfReader.rows, one.nth)?.entryId ?? "none",
          reason: "mistaken",
          ...given
        })
      }
      default: {
        const { do: name, ...input } = one
        return (desk[name] as Desk["renewAll"])({ ...input, ...given } as never)
      }
    }
  }

/** What all damage of an item was charged with, and what its last condition costs, for an item that was never mended. */
const chargedTwice = async (library: Library): Promise<ReadonlyArray<string>> => {
  const { rows: incidents } = await library.scan(tenant, "incident", null, 1_000)
  const { rows: conditions } = await library.scan(tenant, "condition", null, 1_000)
  const { rows: copies } = await library.scan(tenant, "item", null, 10)
  return copies.flatMap(({ itemId, barcode }) => {
    const own = conditions.filter((row) => row.itemId === itemId)
    const last = own.toSorted((a, b) => b.at - a.at || (a.conditionId < b.conditionId ? 1 : -1))[0]
    if (last === undefined || own.some(({ occasion }) => occasion === "repaired")) return []
    const amount = incidents
      .filter((row) => row.itemId === itemId && row.kind === "damage")
      .reduce((sum, row) => sum + row.amount, 0)
    const known = { happenedOn: "2026-03-02", loss: false, item: {}, ...conditionOf(last) }
    const whole = compensationFor(rule as never, known, { currency: "CNY", rounding: "halfUp" })
    if (Result.isFailure(whole)) throw new Error(JSON.stringify(whole.failure))
    return amount > whole.success.amount ? [`${barcode}: ${amount} of ${whole.success.amount}`] : []
  })
}

it("any sequence of loans, damage, repairs, appeals and persons leaves every invariant, and no damage charged twice", async () => {
  const carriedOut = new Set<string>()
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(act, fc.integer({ min: 0, max: 90 })), { minLength: 5, maxLength: 28 }),
      async (given) => {
        const { library, desk, title, key } = await smallLibrary()
        await title("Books", [...items])
        const { rows } = await library.scan(tenant, "document", null, 10)
        const document = JSON.parse(rows.find(({ kind }) => kind === "policy")?.content ?? "")
        document.compensations = { town: { ...rule, basis: { from: [{ from: "estimate" }] } } }
        Object.assign(document.rows[0].set, settings)
        await library.publishPolicy({ tenant, content: document, at: noon - 1, by: "anna" })
        const { staffRoles } = await import("../../decision/permission.ts")
        const permissions = new Set<string>(staffRoles.manager)
        const actor = { kind: "staff", id: "bob", permissions } as const
        const other = library.at({ tenant, branch: "main", actor, channel: "desk" })
        const give = giver(library, desk, other, key)
        let at = noon
        for (const [one, hours] of given) {
          at += hours * hour
          const answer = await give(one, at)
          if (answer.ok) carriedOut.add(one.do)
          else if ("invalid" in answer) throw new Error(JSON.stringify([one, answer.invalid]))
        }
        expect(await library.check(tenant)).toEqual([])
        expect(await library.replay(tenant)).toEqual([])
        expect(await chargedTwice(library)).toEqual([])
      }
    ),
    { numRuns: 250 }
  )
  expect([...carriedOut].sort()).toContain("decideAppeal")
  expect(carriedOut.size).toBeGreaterThan(16)
}, 180_000)
