import fc from "fast-check"
import { expect, it } from "vitest"
import { CashDeskId } from "../cash/model.ts"
import type { Actor } from "../decision/actor.ts"
import { staffRoles } from "../decision/permission.ts"
import type { Answer } from "../library/desk.ts"
import { Card } from "../readers/model.ts"
import { day, noon, receiptOf, type SmallLibrary, smallLibrary, tenant } from "../testing/smallLibrary.ts"

/** Something done with money. Amounts and places in lists are small, so that they meet. */
const act = fc.record({
  what: fc.constantFrom(
    "charge",
    "pay",
    "payChosen",
    "waive",
    "writeOff",
    "refund",
    "payOut",
    "applyCredit",
    "handOver",
    "void",
    "merge",
    "open",
    "close",
    "move",
    "returnLate",
    "appeal",
    "decide"
  ),
  card: fc.constantFrom("ada", "ben"),
  amount: fc.integer({ min: 1, max: 60 }),
  nth: fc.nat({ max: 6 }),
  atDesk: fc.boolean()
})
type Act = typeof act extends fc.Arbitrary<infer A> ? A : never

const front = CashDeskId.make("front")

const carryOut = async (
  { desk, other, key, library }: SmallLibrary & { readonly other: SmallLibrary["desk"] },
  { what, card, amount, nth, atDesk }: Act
): Promise<Answer<unknown>> => {
  const rest = { card, at: noon, key: key() }
  const where = atDesk ? { cashDesk: front } : {}
  const { rows: entries } = await library.scan(tenant, "entry", null, 1000)
  const { rows: charges } = await library.scan(tenant, "charge", null, 1000)
  const entry = entries[nth % Math.max(1, entries.length)]?.entryId ?? "none"
  const charge = charges[nth % Math.max(1, charges.length)]?.chargeId ?? "none"
  switch (what) {
    case "charge":
      return desk.chargeReader({ ...rest, kind: "fee", amount, reason: "copies" })
    case "pay":
      return desk.pay({ ...rest, amount, method: "cash", ...where })
    case "payChosen":
      return desk.pay({ ...rest, amount, method: "card", charges: [charge], ...where })
    case "waive":
      return desk.waive({ ...rest, charge, ...(atDesk ? { amount } : {}), reason: "ill" })
    case "writeOff":
      return desk.writeOff({ ...rest, ...(atDesk ? { charges: [charge] } : {}), reason: "moved away" })
    case "refund":
      return desk.refund({ ...rest, charge, ...(atDesk ? { amount } : {}), reason: "found" })
    case "payOut":
      return desk.payOut({ ...rest, ...(nth > 3 ? { amount } : {}), method: "cash", ...where })
    case "applyCredit":
      return desk.applyCredit({ ...rest, ...(atDesk ? { charges: [charge] } : {}) })
    case "handOver":
      return desk.handOverDebt({ ...rest, to: "town-hall", ...(atDesk ? { amount } : {}) })
    case "void":
      return desk.voidEntry({ ...rest, entry, reason: "in error" })
    case "merge":
      return nth === 6 ? desk.mergeReaders({ ...rest, card: "ada", other: "ben" }) : desk.applyCredit(rest)
    case "open":
      return desk.openCashDesk({ cashDesk: front, float: amount, at: noon, key: rest.key })
    case "close": {
      const counted = [{ method: "cash", amount }]
      return desk.closeCashDesk({ cashDesk: front, counted, reason: "counted wrongly", at: noon, key: rest.key })
    }
    case "returnLate": {
      const item = `b${nth % 3}`
      const lent = await desk.checkOut({ ...rest, item })
      const at = (lent.ok ? lent.receipt.dueAt : noon) + amount * day
      return lent.ok ? desk.returnItem({ item, at, key: key() }) : lent
    }
    case "appeal":
      return desk.appeal({ ...rest, charge, reason: "not mine" })
    case "decide": {
      const { rows } = await library.scan(tenant, "appeal", null, 1000)
      const appeal = rows[nth % Math.max(1, rows.length)]?.appealId ?? ("none" as never)
      const as = atDesk ? { as: "reduced" as const, amount } : { as: "reversed" as const }
      return other.decideAppeal({ appeal, ...as, reason: "so be it", at: noon, key: rest.key })
    }
    case "move":
      return desk.moveCash({
        cashDesk: front,
        amount,
        direction: nth % 2 === 0 ? "in" : "out",
        reason: "change",
        at: noon,
        key: rest.key
      })
  }
}

const free = { creditMax: "unlimited", debtMax: "unlimited", overdueCap: "unlimited" }
/** What a visit and a reader pay for being late at most. */
const capped = { ...free, overdueCapPerVisit: "0.40", overdueCapPerReader: "0.70" }

const opened = async (settings: object) => {
  const town = await smallLibrary(settings)
  await town.title("Books", ["b0", "b1", "b2"])
  const bob: Actor = { kind: "staff", id: "bob", permissions: new Set(staffRoles.manager) }
  return { ...town, other: town.library.at({ tenant, branch: "main", actor: bob, channel: "desk" }) }
}

it("whatever is done with money in whatever order: every invariant holds, and the tables are what the events say", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(free, capped),
      fc.array(act, { minLength: 1, maxLength: 40 }),
      async (set, acts) => {
        const town = await opened(set)
        for (const one of acts) {
          const answer = await carryOut(town, one)
          expect("invalid" in answer ? [one, answer.invalid] : []).toEqual([])
        }
        expect(await town.library.check(tenant)).toEqual([])
        expect(await town.library.replay(tenant)).toEqual([])
        const { rows: entries } = await town.library.scan(tenant, "entry", null, 1000)
        const { rows: accounts } = await town.library.scan(tenant, "account", null, 1000)
        const sum = (list: ReadonlyArray<number>) => list.reduce((total, one) => total + one, 0)
        expect(sum(accounts.map(({ balance }) => balance))).toBe(sum(entries.map(({ amount }) => amount)))
        const { rows: charges } = await town.library.scan(tenant, "charge", null, 1000)
        for (const { amount, outstanding, refunded } of charges) {
          expect(outstanding).toBeGreaterThanOrEqual(0)
          expect(refunded).toBeLessThanOrEqual(amount - outstanding)
        }
      }
    ),
    { numRuns: 150 }
  )
})

it("the order of payments does not change what is owed, charge by charge", async () => {
  const amounts = fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 2, maxLength: 6 })
  await fc.assert(
    fc.asyncProperty(
      amounts,
      amounts,
      fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
      async (owed, paid, dice) => {
        const left = async (payments: ReadonlyArray<number>) => {
          const { desk, key, library } = await smallLibrary(free)
          const rest = () => ({ card: "ada", at: noon, key: key() })
          for (const amount of owed)
            receiptOf(await desk.chargeReader({ ...rest(), kind: "fee", amount, reason: "copies" }))
          for (const amount of payments) receiptOf(await desk.pay({ ...rest(), amount, method: "cash" }))
          const { reader, chargesOfReader } = await library.read(tenant, {
            reader: { card: Card.make("ada") },
            chargesOfReader: { card: Card.make("ada") }
          })
          return [reader?.account.balance, chargesOfReader.map(({ charge }) => charge.outstanding)]
        }
        const shuffled = paid
          .map((amount) => ({ amount, by: dice.next().value ?? 0 }))
          .sort((left, right) => left.by - right.by)
        expect(await left(shuffled.map(({ amount }) => amount))).toEqual(await left(paid))
      }
    ),
    { numRuns: 40 }
  )
})

it("what is done twice under one key is done once", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 12 }), async (acts) => {
      const once = await opened(capped)
      const twice = await opened(capped)
      const repeating = { ...twice, desk: doubled(twice.desk), other: doubled(twice.other) }
      for (const one of acts) {
        await carryOut(once, one)
        await carryOut(repeating, one)
      }
      const balances = async ({ library }: Pick<SmallLibrary, "library">) =>
        (await library.scan(tenant, "account", null, 10)).rows.map(({ balance }) => balance).sort((a, b) => a - b)
      expect(await balances(twice)).toEqual(await balances(once))
    }),
    { numRuns: 30 }
  )
})

/** A desk at which every command is given twice under its key. */
const doubled = (desk: SmallLibrary["desk"]): SmallLibrary["desk"] =>
  new Proxy(desk, {
    get: (of, name) => async (input: object) => {
      const give = of[name as "pay"] as (input: object) => Promise<Answer<unknown>>
      await give(input)
      return give(input)
    }
  })
