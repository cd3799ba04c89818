import fc from "fast-check"
import { expect, it } from "vitest"
import { Card } from "../readers/model.ts"
import { day, noon, receiptOf, type SmallLibrary, smallLibrary, tenant } from "../testing/smallLibrary.ts"
import { accountStatement } from "./accountStatement.ts"

const ada = Card.make("ada")

/** Charges on days 0 to 3, a payment of more than is owed on day 2, a waiver on day 4. */
const busy = async (): Promise<SmallLibrary> => {
  const town = await smallLibrary({ creditMax: "unlimited" })
  const { desk, key } = town
  const charge = async (days: number, amount: number) =>
    receiptOf(
      await desk.chargeReader({ card: "ada", kind: "fee", amount, reason: "copies", at: noon + days * day, key: key() })
    )
  await charge(0, 100)
  await charge(1, 30)
  receiptOf(await desk.pay({ card: "ada", amount: 150, method: "cash", at: noon + 2 * day, key: key() }))
  const { chargeId } = await charge(3, 45)
  receiptOf(
    await desk.waive({ card: "ada", charge: chargeId, amount: 5, reason: "ill", at: noon + 4 * day, key: key() })
  )
  return town
}

it("tells what was owed before, every line of the period with what is owed after it, and what was owed at its end", async () => {
  const { library } = await busy()
  const told = await accountStatement(library, { tenant, card: ada, from: noon + day, to: noon + 4 * day })
  expect(told).toMatchObject({ currency: "CNY", opening: 100, closing: 25 })
  expect(told?.lines.map(({ kind, amount, balance }) => [kind, amount, balance])).toEqual([
    ["charge", 30, 130],
    ["payment", -150, -20],
    ["charge", 45, 25]
  ])
})

it("opens where the period before it closed, whatever the periods", async () => {
  const { library } = await busy()
  const of = async (from: number, to: number) => {
    const told = await accountStatement(library, { tenant, card: ada, from: noon + from * day, to: noon + to * day })
    if (told === null) throw new Error("nobody has the card")
    return told
  }
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: -1, max: 6 }), { minLength: 3, maxLength: 3 }), async (days) => {
      const [first, second, third] = days.sort((a, b) => a - b) as [number, number, number]
      const [left, right, both] = [await of(first, second), await of(second, third), await of(first, third)]
      expect(left.closing).toBe(right.opening)
      expect(both.opening + both.lines.reduce((sum, { amount }) => sum + amount, 0)).toBe(both.closing)
      expect([...left.lines, ...right.lines]).toEqual(both.lines)
    }),
    { numRuns: 30 }
  )
})

it("knows no statement of a card that nobody has, and tells of a tenant that there is none of", async () => {
  const { library } = await smallLibrary()
  expect(await accountStatement(library, { tenant, card: Card.make("nobody"), from: 0, to: noon })).toBeNull()
  await expect(accountStatement(library, { tenant: "nowhere", card: ada, from: 0, to: 1 })).rejects.toMatchObject({
    _tag: "TenantUnknown"
  })
})
