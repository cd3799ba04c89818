import { readFileSync } from "node:fs"
import { expect } from "vitest"
import { type BranchSystem, branchSystem } from "./branchSystem.ts"
import { describeVectors, type VectorEntry } from "./vectorEntries.ts"

const differently = JSON.parse(readFileSync(new URL("./differently/reservations.json", import.meta.url), "utf8"))

type Check = (entry: VectorEntry) => Promise<void>
type Given = VectorEntry["given"]

const itemStates: Readonly<Record<string, string>> = {
  available: "on-shelf",
  setAside: "at-desk",
  onLoan: "on-loan",
  inTransit: "in-transit"
}
const requestStates: Readonly<Record<string, string>> = {
  waiting: "pending",
  setAside: "at-desk",
  inTransit: "in-transit-pickup"
}

/**
 * What they call a loan is here a reservation, the loan that fills it, and the way home after that: it is over when the copy
 * is home (returned), or when it goes to somebody else before that (cancelled).
 */
const stateOf = async (system: BranchSystem, id: string | null): Promise<string | null> => {
  const { rows, copy } = system
  const reservation = (await rows("reservation")).find(({ reservationId }) => reservationId === id)
  if (reservation !== undefined && reservation.state !== "filled")
    return requestStates[reservation.state] ?? reservation.state
  const loan = (await rows("loan")).find(({ loanId }) => loanId === (reservation?.loanId ?? id))
  if (loan === undefined) return null
  if (loan.closedAt === null) return "on-loan"
  const { status, presentBranch, homeBranch } = await copy("b1")
  const homeward = (await rows("transit")).some(({ state, reason }) => state === "open" && reason === "home")
  if (homeward) return "in-transit-home"
  return status !== "inTransit" && presentBranch === homeBranch ? "returned" : "cancelled"
}

/** Brings the one copy into the state of `given`; gives the reservation or loan that it is about. */
const current = async ({ give, reserve }: BranchSystem, given: Given, home: string): Promise<string | null> => {
  const loan = given.currentLoan
  const state: string | null = typeof loan === "string" || loan === null ? loan : loan.state
  const elsewhere = home === "here" ? "far" : "here"
  const b1 = { item: "b1" }
  switch (state) {
    case null:
      return null
    case "on-loan": {
      const id = await reserve("cur")
      await give("checkOut", { item: "b1", card: "cur" })
      return id
    }
    case "at-desk": {
      const id = await reserve("cur", { pickupBranch: "here" })
      await give("returnItem", b1, "here")
      return id
    }
    case "in-transit-pickup": {
      const id = await reserve("cur", { pickupBranch: "far" })
      await give("returnItem", b1, "home")
      return id
    }
    default: {
      const { loanId } = await give("checkOut", { item: "b1", card: "cur" })
      await give("returnItem", b1, elsewhere)
      return loanId
    }
  }
}

const cancel = async ({ ask, give, copy, rows }: BranchSystem, id: string | null) => {
  const [transit] = (await rows("transit")).filter(({ state, reason }) => state === "open" && reason === "home")
  if (transit === undefined) return ask("cancelReservation", { reservation: id })
  // It does not go home after all: it is in hand where it was.
  const answer = await ask("cancelTransit", { item: "b1", transit: transit.transitId, reason: "wanted" })
  await give("returnItem", { item: "b1" }, (await copy("b1")).presentBranch)
  return answer
}

const deskDecision: Check = async ({ given, expect: wanted }) => {
  const home = given.atHomeLibrary === true ? "here" : "home"
  const system = await branchSystem({
    branches: ["here", "home", "far"],
    readers: { cur: {}, pen: {}, other: {} },
    copies: { b1: { home } },
    set: { lendableWhenWaiting: false },
    document: { transfers: { kept: true } }
  })
  const { ask, reserve, copy, titleOf, rows } = system
  const { firstPending, action } = given
  const id = await current(system, given, home)
  const { pickupHere, pickupAtHome } = firstPending ?? {}
  const pickupBranch = pickupHere === true ? "here" : pickupAtHome === true ? home : "far"
  const pending = firstPending == null ? null : await reserve("pen", { pickupBranch: pickupBranch })
  expect(itemStates[(await copy("b1")).status]).toBe(given.itemStatus)
  const states = async () => [await stateOf(system, id), await stateOf(system, pending)]
  const before = await states()
  const same = firstPending?.samePatron ?? given.currentLoan?.samePatron ?? false
  const card = same ? "cur" : "other"
  const answer =
    action === "checkin"
      ? await ask("returnItem", { item: "b1" })
      : action === "checkout"
        ? await ask("checkOut", { item: "b1", card })
        : action === "renew"
          ? await ask("renew", { item: "b1" })
          : action === "request"
            ? await ask("reserve", { title: titleOf(), card })
            : await cancel(system, given.cancel === "pending" ? pending : id)
  expect(answer.ok).toBe(wanted.denied !== true)
  if (wanted.itemStatus !== undefined) expect(itemStates[(await copy("b1")).status]).toBe(wanted.itemStatus)
  if (wanted.currentLoan !== undefined) expect((await states())[0]).toBe(wanted.currentLoan)
  if (wanted.pending !== undefined) expect((await states())[1]).toBe(wanted.pending)
  // No loan and no reservation is another than before.
  if (wanted.noAction !== undefined)
    expect((await states()).every((state, nth) => state === before[nth])).toBe(wanted.noAction)
  if (wanted.newRequest !== undefined)
    expect((await rows("reservation")).map(({ state }) => requestStates[state])).toContain(wanted.newRequest)
}

const errors: Readonly<Record<string, string>> = {
  ItemOnLoan: "item-not-available",
  ReservationUnknown: "no-valid-transition",
  RenewalLimitReached: "max-extensions",
  ReaderUnknown: "constraint-violated"
}

const transition: Check = async ({ given, expect: wanted }) => {
  const { from, trigger, conditions } = given
  const system = await branchSystem({
    branches: ["here", "other-branch"],
    readers: { ada: {}, ben: {} },
    copies: { b1: {}, b2: {} },
    set: { renewalCountMax: conditions.maxExtensions ?? 1 },
    document: { transfers: { kept: true } }
  })
  const { give, ask, reserve, rows, copy, titleOf } = system
  const elsewhere = conditions.pickup === "other-branch" || conditions.pickupEqualsItemLocation === false
  const how = elsewhere ? { pickupBranch: "other-branch" } : {}
  const lend = { item: "b1", card: "ada" }
  const item = conditions.itemChanged === true ? "b2" : "b1"
  let id: string | null = null
  if (from === "on-loan") id = (await give("checkOut", lend)).loanId
  if (from === "pending" || from === "at-desk") id = await reserve("ada", how)
  if (from === "at-desk") await give("returnItem", { item: "b1" })
  if (conditions.itemAvailable === false) await give("checkOut", { item: "b1", card: "ben" })
  if (conditions.pendingTitleRequest === true) await reserve("ben")
  for (let nth = 0; nth < (conditions.extensionCount ?? 0); nth++) await give("renew", { item: "b1" })
  const answer =
    trigger === "request"
      ? await ask("reserve", { title: titleOf(), card: "ada", ...how })
      : trigger === "extend"
        ? await ask("renew", { item: "b1" })
        : trigger === "cancel"
          ? await ask("cancelReservation", { reservation: "none" })
          : trigger === "checkout"
            ? await ask("checkOut", { item, card: conditions.patronExists === false ? "nobody" : "ada" })
            : from === "at-desk"
              ? await ask("pickUp", lend)
              : await ask("returnItem", { item })
  if ("invalid" in answer) throw new Error(JSON.stringify(answer))
  expect("refusals" in answer ? errors[answer.refusals[0]._tag] : undefined).toBe(wanted.error)
  if (!answer.ok) return
  const receipt = answer.receipt as { readonly reservationId?: string }
  if (wanted.to !== undefined) expect(await stateOf(system, id ?? receipt.reservationId ?? null)).toBe(wanted.to)
  const [reservation] = await rows("reservation")
  if (wanted.pickup !== undefined) expect(reservation?.pickupBranch).toBe(wanted.pickup)
  if (wanted.item !== undefined) {
    const isNew = (await rows("loan"))[0]?.itemId === (await copy("b2")).itemId
    expect(isNew ? "the new item" : "the old item").toBe(wanted.item)
  }
  if (wanted.pendingRequest !== undefined) {
    expect(reservation?.setAsideItemId != null).toBe(wanted.pendingRequest.itemAssigned)
    expect(requestStates[reservation?.state ?? ""]).toBe(wanted.pendingRequest.state)
  }
  if (wanted.event === undefined) return
  const event = (await rows("event")).find(({ tag }) => tag === "LoanRenewed")
  expect(wanted.event).toMatchObject({ before: "on-loan", after: "on-loan", trigger: "extend" })
  const lent = (await rows("event")).find(({ tag }) => tag === "ItemCheckedOut")
  const due = (body = "{}"): unknown => JSON.parse(body).dueAt
  expect(due(event?.body) !== due(lent?.body)).toBe(wanted.event.endDateChanged)
}

const availability: Check = async ({ given, expect: wanted }) => {
  const { give, against, reserve, copy } = await branchSystem({ readers: { ada: {}, ben: {}, cy: {} } })
  for (const state of given.loanStates) {
    if (state === "on-loan") await give("checkOut", { item: "b1", card: "ada" })
    else await reserve("ben")
    if (state === "at-desk") await give("returnItem", { item: "b1" })
  }
  if (wanted.currentLoan !== undefined) expect((await copy("b1")).loanId).toBe(wanted.currentLoan)
  if (wanted.availableForCheckout !== undefined)
    expect((await against("checkOut", { item: "b1", card: "cy" })).length === 0).toBe(wanted.availableForCheckout)
}

const concurrent: Check = async ({ given, expect: wanted }) => {
  const barcodes = Array.from({ length: given.parallelCheckouts }, (_, nth) => `b${nth}`)
  const { ask } = await branchSystem({
    copies: Object.fromEntries(barcodes.map((barcode) => [barcode, {}])),
    set: { "loanCountMax.all": given.limit }
  })
  const answers = await Promise.all(barcodes.map((item) => ask("checkOut", { item, card: "ada" })))
  expect(answers.filter(({ ok }) => ok).length).toBe(wanted.succeeded)
  expect(answers.filter(({ ok }) => !ok).length).toBe(wanted.refused)
}

const checks: Readonly<Record<string, Check>> = {
  "desk-decision": deskDecision,
  "loan-transition": transition,
  availability,
  "concurrent-checkout": concurrent
}

describeVectors(Object.keys(checks), differently, (entry) => checks[entry.topic]?.(entry))
