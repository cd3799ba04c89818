import { expect } from "vitest"
import { branchSystem } from "./branchSystem.ts"
import { describeVectors, type VectorEntry } from "./vectorEntries.ts"

type Check = (entry: VectorEntry) => Promise<void>

const itemStates: Readonly<Record<string, string>> = { available: "available", inTransit: "in-transit" }

const system = (readers: Readonly<Record<string, object>> = {}) =>
  branchSystem({
    branches: ["home", "far"],
    readers: { ada: {}, ...readers },
    document: { transfers: { kept: true } }
  })

const checkin: Check = async ({ given, expect: wanted }) => {
  const waiting = Array.from({ length: given.waitingRequests }, (_, nth) => `r${nth}`)
  const { give, copy, reserve } = await system(Object.fromEntries(waiting.map((card) => [card, {}])))
  await give("checkOut", { item: "b1", card: "ada" })
  if (given.itemStatus === "in-transit") await give("returnItem", { item: "b1" }, "far")
  for (const card of waiting) await reserve(card)
  expect(itemStates[(await copy("b1")).status]).toBe(given.itemStatus)
  const { sendTo, transit } = await give("returnItem", { item: "b1" }, given.deskServesHomeLocation ? "home" : "far")
  const { status, loanId } = await copy("b1")
  if (wanted.itemStatus !== undefined) expect(itemStates[status]).toBe(wanted.itemStatus)
  if (wanted.destination !== undefined) expect([sendTo, transit]).toEqual([wanted.destination, wanted.destination])
  if (wanted.loan !== undefined) expect(loanId).toBe(wanted.loan)
}

/** Of one copy one transit is open. */
const newTransit: Check = async ({ given, expect: wanted }) => {
  const { give, against, rows } = await system()
  const open = async () => (await rows("transit")).filter(({ state }) => state === "open").length
  for (let nth = 0; nth < given.openTransits; nth++) await give("send", { item: "b1", to: "far" })
  expect(await open()).toBe(given.openTransits)
  expect((await against("send", { item: "b1", to: "far" })).length === 0).toBe(wanted.accepted)
  expect(await open()).toBe(wanted.openTransits)
}

const checks: Readonly<Record<string, Check>> = { "checkin-routing": checkin, transit: newTransit }

describeVectors(Object.keys(checks), {}, (entry) => checks[entry.topic]?.(entry))
