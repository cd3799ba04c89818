import { expect, it } from "vitest"
import { noon, receiptOf, smallLibrary, tenant } from "../testing/smallLibrary.ts"
import { forgiveSmallDebts } from "./forgiveSmallDebts.ts"
import type { Library } from "./openLibrary.ts"

const settings = { smallBalanceForgiven: "1.00", debtMax: "unlimited" }

/** Ada owes 60, ben 101, kim 5. */
const owing = async (set: object = settings) => {
  const town = await smallLibrary(set)
  const { desk, key } = town
  for (const [card, amount] of [
    ["ada", 60],
    ["ben", 101],
    ["kim", 5]
  ] as const)
    receiptOf(await desk.chargeReader({ card, kind: "fee", amount, reason: "copies", at: noon, key: key() }))
  return town
}

const balances = async (library: Library): Promise<ReadonlyArray<number>> =>
  (await library.scan(tenant, "account", null, 100)).rows.map(({ balance }) => balance).sort((a, b) => a - b)

it("forgives what is small, leaves the rest and who has a loan, and does nothing the second time", async () => {
  const { library, desk, title, key } = await owing()
  await title("Emma", ["e1"])
  receiptOf(await desk.checkOut({ item: "e1", card: "kim", at: noon, key: key() }))
  expect(await forgiveSmallDebts(library, { tenant, at: noon })).toEqual({
    forgiven: 1,
    amount: 60,
    notForgivenCount: 0,
    notForgiven: []
  })
  expect(await balances(library)).toEqual([0, 5, 101])
  expect(await forgiveSmallDebts(library, { tenant, at: noon })).toMatchObject({ forgiven: 0, amount: 0 })
  const { rows } = await library.scan(tenant, "entry", null, 100)
  expect(rows.filter(({ kind }) => kind === "writeOff")).toMatchObject([
    { reason: "smallBalance", actor: "job:forgiveSmallDebts", amount: -60 }
  ])
  expect(await library.check(tenant)).toEqual([])
})

it("forgives nothing where the policy does not say so", async () => {
  const { library } = await owing({ debtMax: "unlimited" })
  expect(await forgiveSmallDebts(library, { tenant, at: noon })).toMatchObject({ forgiven: 0, notForgivenCount: 0 })
  expect(await balances(library)).toEqual([5, 60, 101])
})

it("goes on where it was stopped, and past an account that breaks", async () => {
  const { library } = await owing()
  let reads = 0
  const broken: Library = {
    ...library,
    read: (...by) => (reads++ === 0 ? Promise.reject(new Error("gone")) : library.read(...by))
  }
  const told: Array<string> = []
  const first = await forgiveSmallDebts(broken, {
    tenant,
    at: noon,
    onNotForgiven: ({ because }) => told.push(because)
  })
  expect([first.forgiven, first.notForgivenCount, told]).toEqual([1, 1, ["fault"]])
  expect((await forgiveSmallDebts(library, { tenant, at: noon })).forgiven).toBe(1)
  expect(await balances(library)).toEqual([0, 0, 101])
})

it("forgives each once when two run at once", async () => {
  const { library } = await owing()
  const runs = await Promise.all([1, 2].map(() => forgiveSmallDebts(library, { tenant, at: noon })))
  expect(runs.reduce((sum, { amount }) => sum + amount, 0)).toBe(65)
  expect(await balances(library)).toEqual([0, 0, 101])
})
