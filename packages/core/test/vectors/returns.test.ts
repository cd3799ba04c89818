import { readFileSync } from "node:fs"
import { expect } from "vitest"
import { playLoss } from "../../src/testing/lossPlay.ts"
import { receiptOf } from "../../src/testing/smallLibrary.ts"
import { lentPastBooking } from "./bookedCamera.ts"
import { branchSystem } from "./branchSystem.ts"
import { describeVectors, type VectorEntry } from "./vectorEntries.ts"

const differently: Readonly<Record<string, string>> = JSON.parse(
  readFileSync(new URL("./differently/reservations.json", import.meta.url), "utf8")
)

type Check = (entry: VectorEntry) => Promise<void>

const plainReturn: Check = async ({ given, expect: wanted }) => {
  const { item } = given
  if (item.withdrawn === true) {
    const returnOfWithdrawn = given.blockWithdrawn === true ? "refused" : "accepted"
    const play = await playLoss({ price: 4200, set: { returnOfWithdrawn } })
    await play.giveBack()
    receiptOf(await play.desk.changeItem({ item: "b1", status: "withdrawn", at: play.at(), key: play.key() }))
    const answer = await play.desk.returnItem({ item: "b1", at: play.at(), key: play.key() })
    expect(answer.ok).toBe(wanted.returned)
    expect("refusals" in answer && answer.refusals.map(({ _tag }) => _tag)).toEqual(["ItemWithdrawn"])
    expect(wanted.messages).toContain("WITHDRAWN")
    if (given.countLocalUse === true)
      receiptOf(await play.desk.recordUse({ item: "b1", at: play.at(), key: play.key() }))
    expect(await play.uses()).toBe(wanted.messages.includes("LOCAL_USE") ? 1 : 0)
    return
  }
  if (given.countLocalUse === true) {
    const play = await playLoss({ price: 4200 })
    await play.giveBack()
    for (let scan = 0; scan < given.scans; scan++)
      receiptOf(await play.desk.recordUse({ item: "b1", at: play.at(), key: play.key() }))
    expect(await play.uses()).toBe(wanted.localUse)
    return
  }
  const play = await playLoss({ price: 4200, set: { returnOfLost: given.blockLost === true ? "refused" : "accepted" } })
  if (item.returnClaim === "open")
    receiptOf(await play.desk.claimReturned({ item: "b1", at: play.at(), key: play.key() }))
  await play.lose(item.returnClaim === "open")
  const answer = await play.desk.returnItem({ item: "b1", at: play.at(), key: play.key() })
  if (wanted.returned !== undefined) expect(answer.ok).toBe(wanted.returned)
  if (wanted.bundle !== undefined) expect(answer).toHaveProperty("receipt.bundle", wanted.bundle)
  if (wanted.itemLost !== undefined) expect((await play.status()) === "declaredLost").toBe(wanted.itemLost)
}

const holdStates: Readonly<Record<string, string>> = {
  waiting: "requested",
  setAside: "waiting",
  inTransit: "in transit",
  cancelled: "cancelled"
}

/** What happens to whoever waits, as the copy is taken back or lent to somebody else. */
const awaitedReturn: Check = async ({ given, expect: wanted }) => {
  const { hold, recall, event = "return" } = given
  const system = await branchSystem({
    branches: ["LIB1", "LIB2"],
    readers: { out: {}, holder: {}, other: {} },
    document: { transfers: { kept: true } }
  })
  const { give, reserve, reservation, waiting, rows, copy } = system
  const b1 = { item: "b1" }
  if (recall !== undefined) {
    await give("checkOut", { ...b1, card: "out" })
    const id = await reserve("holder", { kind: "recall" })
    if (event === "return") {
      const { setAside } = await give("returnItem", b1)
      const isFound = setAside?.reservationId === id && (await reservation(id)).kind === "recall"
      expect(isFound ? ["RECALL_FOUND"] : []).toEqual(wanted.messagesIncludes)
      return
    }
    await give("returnItem", b1)
    // Who lends it to somebody else cancels first what stands in the way.
    if (given.recallAction === "cancel") await give("cancelReservation", { reservation: id, reason: "lent on" })
    await give("checkOut", { ...b1, card: "other" })
    expect(holdStates[(await reservation(id)).state]).toBe(wanted.recallState)
    return
  }
  const id = await reserve("holder", { item: "b1", pickupBranch: hold.pickup })
  await give("returnItem", b1, "LIB1")
  if (hold.state === "waiting") await give("returnItem", b1, hold.pickup)
  if (event === "checkout") await give("checkOut", { ...b1, card: "other", override: { reason: "in hand" } }, given.at)
  const found = event === "return" ? (await give("returnItem", b1, given.returnAt)).setAside : null
  const { state, setAsideAt } = await reservation(id)
  if (wanted.transferArrived !== undefined)
    expect((await rows("transit")).every((one) => one.state === "arrived")).toBe(wanted.transferArrived)
  expect(holdStates[state]).toBe(wanted.holdState)
  expect((await waiting()).indexOf(id as never) + 1).toBe(wanted.holdPriority)
  if (wanted.waitingSince !== undefined) expect(setAsideAt).toBe(wanted.waitingSince)
  if (wanted.holdKeepsItem !== undefined)
    expect((await reservation(id)).itemId === (await copy("b1")).itemId).toBe(wanted.holdKeepsItem)
  if (wanted.found !== undefined) expect(found?.reservationId === id ? "Reserved" : "").toBe(wanted.found)
}

/** Koha asks whether to go past a booking, and cancels it. */
const pastBooking: Check = async ({ given, expect: wanted }) => {
  const { refusals, bookingState } = await lentPastBooking(given)
  expect(refusals).toEqual(["ItemBooked"])
  expect(bookingState).toBe(wanted.bookingState)
}

const checkOf = ({ given }: VectorEntry): Check =>
  "booking" in given ? pastBooking : "hold" in given || "recall" in given ? awaitedReturn : plainReturn

describeVectors(["return_outcome"], differently, (entry) => checkOf(entry)(entry))
