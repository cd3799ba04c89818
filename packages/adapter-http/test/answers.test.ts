import { Schema } from "effect"
import { afterAll, beforeAll, expect, it } from "vitest"
import { allRoutes } from "../src/routes/allRoutes.ts"
import { ProblemShape } from "../src/wire/problemShape.ts"
import { closedOn, noon, openTown } from "./town.ts"

const day = 86_400_000
let now = noon
let town: Awaited<ReturnType<typeof openTown>>
beforeAll(async () => {
  const payments = { tenant: "town", branch: "main" }
  const read = async ({ bytes }: { readonly bytes: Uint8Array }) => JSON.parse(new TextDecoder().decode(bytes))
  town = await openTown({ clock: () => now, paymentProviders: { trusting: { ...payments, read } } })
})
afterAll(() => town.close())

it("answers every route as its description says: receipts, pages, problems", async () => {
  const { ask, town: here } = town
  const { manager, ben } = here.tokens
  const seen = new Set<string>()
  const call = async (name: string, path: string, body?: object, token = manager): Promise<Record<string, never>> => {
    const route = allRoutes.find((one) => one.name === name)
    if (route === undefined) throw new Error(`no route ${name}`)
    const answer = await ask(token, route.method, path, body)
    expect([name, answer.status, answer.body]).toEqual([name, 200, expect.anything()])
    Schema.decodeUnknownSync(route.answer as never as Schema.ConstraintDecoder<unknown>)(answer.body, {
      onExcessProperty: "error"
    })
    seen.add(name)
    return answer.body
  }
  const { titleId } = await call("addTitle", "/v1/titles", { description: { title: "Emma", year: 1815 } })
  const { document } = await call("policy", "/v1/policy")
  await call("checkPolicy", "/v1/policies/check", { document })
  await call("tryPolicy", "/v1/policies/try", { document, case: { itemType: "book" } })
  await call("publishPolicy", "/v1/policies", { document })
  await call("policies", "/v1/policies")
  await call("regulations", "/v1/regulations?language=en&branch=main")
  await call("addItem", "/v1/items", { title: titleId, barcode: "e1", type: "book" })
  await call("registerReader", "/v1/readers", { card: "cem", name: "Cem", category: "adult" })
  await call("changeReader", "/v1/readers/cem", { expiresAt: "2028-01-01T00:00:00+08:00" })
  const block = { kind: "address", actions: ["reserve"], endsAt: "2026-03-09T09:00:00+08:00", note: "came back" }
  const { blockId } = await call("placeBlock", "/v1/readers/cem/blocks", block)
  expect(await call("readerBlocks", "/v1/readers/cem/blocks")).toMatchObject({
    rows: [{ blockId, ...block, endsAt: "2026-03-09T01:00:00.000Z" }]
  })
  await call("liftBlock", `/v1/blocks/${blockId}/lift`, { card: "cem" })
  const link = await call("linkReaders", "/v1/readers/cem/links", { other: "ada", kind: "guarantor" })
  await call("readerLinks", "/v1/readers/cem/links")
  await call("unlinkReaders", `/v1/links/${link.linkId}/end`, { card: "cem" })
  const note = await call("addReaderNote", "/v1/readers/cem/notes", { text: "rings twice" })
  expect(await call("readerNotes", "/v1/readers/cem/notes")).toMatchObject({ rows: [{ text: "rings twice" }] })
  await call("removeReaderNote", `/v1/notes/${note.noteId}/remove`, { card: "cem" })
  await call("renewMembership", "/v1/readers/cem/membership", {})
  const person = { name: "Newcomer", category: "adult" }
  const { application } = await call("applyForMembership", "/v1/registrations", person)
  expect(await call("registrations", "/v1/registrations")).toMatchObject({ rows: [person] })
  await call("confirmReader", `/v1/registrations/${application}/confirm`, { card: "nia" })
  const second = await call("applyForMembership", "/v1/registrations", person)
  await call("rejectReader", `/v1/registrations/${second.application}/reject`, {})
  await call("reportLostCard", "/v1/readers/nia/lost-card", { replacement: "nia2" })
  expect(await call("lostCard", "/v1/lost-cards/nia")).toMatchObject({ name: "Newcomer", card: "nia2" })
  await call("setHistoryConsent", "/v1/readers/nia2/history-consent", { consent: true })
  await call("registerReader", "/v1/readers", { card: "twin", name: "Newcomer", category: "adult" })
  await call("mergeReaders", "/v1/readers/nia2/merge", { other: "twin" })
  await call("eraseReader", "/v1/readers/twin/erase", {})
  await call("checkOut", "/v1/loans", { item: "e1", card: "ada" })
  await call("renew", "/v1/loans/renew", { item: "e1" })
  const renewed = await call("renewAll", "/v1/loans/renew-all", { card: "ada" })
  expect(renewed).toMatchObject({ loans: [{ refusals: [{ code: "RenewalLimitReached" }] }] })
  const first = await call("reserve", "/v1/reservations", { title: titleId, card: "ben" })
  const toPlace = { title: titleId, card: "cem" }
  const offered = await call("pickupBranches", "/v1/reservations/pickup-branches", toPlace)
  expect(offered).toMatchObject({ everywhere: [], branches: [{ branch: "main", refusals: [] }, { branch: "hill" }] })
  const next = await call("reserve", "/v1/reservations", toPlace)
  const waiting = `/v1/reservations/${next.reservationId}`
  const until = "2026-03-20T09:00:00+08:00"
  expect(await call("suspendReservation", `${waiting}/suspend`, { until })).toMatchObject({
    suspendedUntil: "2026-03-20T01:00:00.000Z"
  })
  await call("resumeReservation", `${waiting}/resume`, {})
  expect(await call("reservationPickupBranches", `${waiting}/pickup-branches`)).toEqual(offered)
  await call("changeReservation", waiting, { notBefore: "2026-03-03T09:00:00+08:00" })
  const parted = { card: "cem", reservations: [next.reservationId], as: "apart" }
  expect(await call("joinReservations", "/v1/reservations/join", parted)).toMatchObject({ as: "apart" })
  const club = { cards: ["nobody", "cem"], titles: [titleId] }
  expect(await call("reserveMany", "/v1/reservations/batch", club)).toMatchObject({
    placed: 0,
    reservations: [
      { card: "nobody", status: 404 },
      { card: "cem", status: 409, body: { refusals: [{}] } }
    ],
    joined: []
  })
  const wrong = await ask(manager, "POST", "/v1/reservations/batch", { ...club, item: "e1" })
  expect(wrong).toMatchObject({ status: 400, body: { invalid: [{ path: "item" }] } })
  const mistyped = await ask(manager, "POST", "/v1/reservations/batch", { ...club, pickupbranch: "main" })
  expect(mistyped).toMatchObject({ status: 400, body: { invalid: [{ path: "pickupbranch" }] } })
  const moved = { after: first.reservationId, reason: "as agreed" }
  expect(await call("moveReservation", `${waiting}/move`, moved)).toEqual({
    reservationId: next.reservationId,
    after: first.reservationId
  })
  for (const list of ["pull-list", "pickup-shelf"])
    await call(list === "pull-list" ? "pullList" : "pickupShelf", `/v1/branches/main/${list}`)
  const told = "/v1/branches/main/pickup-notices"
  expect(await call("pickupNotices", `${told}?since=2026-03-01T00:00:00Z`)).toMatchObject({ rows: [] })
  expect(await ask(manager, "GET", `${told}?since=today`)).toMatchObject({
    status: 400,
    body: { invalid: [{ path: "since" }] }
  })
  const wanted = await call("demand", "/v1/demand")
  expect(wanted).toMatchObject({ rows: [{ waiting: 2, copies: 1, perCopy: 2 }] })
  expect(await call("titleQueue", `/v1/titles/${titleId}/queue`)).toMatchObject({
    waitingCount: 2,
    rows: [
      { reservationId: first.reservationId, position: 1, wait: { basis: { copies: 1 } } },
      { reservationId: next.reservationId, position: 2, notBefore: "2026-03-03T01:00:00.000Z" }
    ]
  })
  expect(await call("titleCopies", `/v1/titles/${titleId}/copies`)).toMatchObject({
    rows: [{ barcode: "e1", status: "onLoan", dueAt: expect.any(String), shelfUntil: null }]
  })
  expect(await call("titleWait", `/v1/titles/${titleId}/wait`, undefined, ben)).toMatchObject({ position: 3 })
  expect(await call("reservationWait", `${waiting}/wait`)).toMatchObject({ position: 2, waitingCount: 2 })
  now = noon + 40 * day
  const back = await call("returnItem", "/v1/returns", { item: "e1" })
  expect(back).toMatchObject({
    charge: { amount: expect.any(Number) },
    setAside: { reservationId: first.reservationId }
  })
  const { chargeId } = back.charge as never as { readonly chargeId: string }
  await call("pay", "/v1/payments", { card: "ada", amount: 20, method: "cash" })
  await call("waive", "/v1/waivers", { card: "ada", charge: chargeId, amount: 10, reason: "was ill" })
  for (const page of ["", "/loans", "/reservations", "/account", "/archive", "/appeals", "/data"]) {
    await call(
      `reader${page === "" ? "" : page.replace(/^\/./, (text) => text.slice(1).toUpperCase())}`,
      `/v1/readers/ada${page}`
    )
    if (page !== "")
      await call(`my${page.replace(/^\/./, (text) => text.slice(1).toUpperCase())}`, `/v1/me${page}`, undefined, ben)
  }
  await callBookings(town, call)
  await callSlots(town, call, first.reservationId)
  await callInterlending(call)
  now = noon + 50 * day
  const over = await call("expireReservation", `/v1/reservations/${first.reservationId}/expire`, {})
  expect(over).toMatchObject({ setAside: { reservationId: next.reservationId } })
  await call("pickUp", "/v1/pick-ups", { item: "e1", card: "cem" })
  const third = await call("reserve", "/v1/reservations", { title: titleId, card: "ben" })
  await call(
    "cancelReservation",
    `/v1/reservations/${third.reservationId}/cancel`,
    { reason: "read it elsewhere" },
    ben
  )
  for (const name of ["titles", "me", "place", "policy", "health"]) await call(name, `/v1/${name}`)
  await call("me", "/v1/me", undefined, ben)
  await call("title", `/v1/titles/${titleId}`)
  await call("item", "/v1/items/e1")
  await call("addTitles", "/v1/titles/batch", { records: [{ description: { title: "Another" }, key: "another" }] })
  await call("addItems", "/v1/items/batch", { records: [] })
  await call("registerReaders", "/v1/readers/batch", { records: [] })
  await callRedating(town, call, now)
  await call("nightlyClose", "/v1/nightly-close", {})
  await call("quickAdd", "/v1/items/quick", { barcode: "q1", title: "Left on a table", type: "book" })
  await call("changeItem", "/v1/items/q1", { parts: 2, price: null })
  await call("recordUse", "/v1/items/q1/uses", {})
  await call("inHand", "/v1/items/q1/in-hand")
  const sent = await call("send", "/v1/items/q1/send", { to: "hill", reason: "rotation" })
  expect(sent).toMatchObject({ isPlanned: false, transit: { fromBranch: "main", toBranch: "hill" } })
  const { transitId: transit } = sent.transit as never as { readonly transitId: string }
  await call("cancelTransit", "/v1/items/q1/transit/cancel", { transit, reason: "no van today" })
  await call("send", "/v1/items/q1/send", { to: "hill" })
  expect(await call("transits", "/v1/branches/hill/transits?direction=in")).toMatchObject({
    rows: [{ barcode: "q1", state: "open", fromBranch: "main" }]
  })
  const astray = await call("arrive", "/v1/items/q1/arrive", {})
  expect(astray).toMatchObject({ route: "sentElsewhere", transit: { toBranch: "hill", reason: "moved" } })
  await call("checkOutMany", "/v1/loans/batch", { card: "cem", items: ["q1", "nothing"] })
  await call("returnItem", "/v1/returns", { item: "q1", bookDrop: true })
  const { rows, ...rules } = document as never as { readonly rows: ReadonlyArray<{ readonly set: object }> }
  const secured = rows.map((row) => ({ ...row, set: { ...row.set, deposit: "5.00", debtMax: "unlimited" } }))
  await call("publishPolicy", "/v1/policies", { document: { ...rules, rows: secured } })
  now += 1000
  const lent = await call("checkOut", "/v1/loans", { item: "q1", card: "cem" })
  const [deposit] = lent.charges as never as ReadonlyArray<{ readonly chargeId: string; readonly amount: number }>
  await call("explain", "/v1/explain", { action: "checkOut", item: "q1", card: "cem", document })
  await call("loanExplanation", "/v1/items/q1/explanation")
  await call("recall", "/v1/items/q1/recall", { reason: "for a seminar" })
  await call("cancelRecall", "/v1/items/q1/recall/cancel", {})
  await call("changeDueDate", "/v1/loans/due-date", {
    item: "q1",
    dueAt: new Date(now + day).toISOString(),
    reason: "wanted for an exhibition"
  })
  const charges = [deposit?.chargeId]
  await call("pay", "/v1/payments", { card: "cem", amount: deposit?.amount, method: "cash", charges })
  await call("returnItem", "/v1/returns", { item: "q1" })
  await call("giveBackDeposit", "/v1/deposits/give-back", { card: "cem", charge: deposit?.chargeId, method: "cash" })
  await call("chargeReader", "/v1/charges", { card: "cem", kind: "compensation", amount: 250, reason: "map torn" })
  await call("accrueOverdue", "/v1/accruals", { after: null, limit: 10 })
  const fee = await call("chargeReader", "/v1/charges", { card: "cem", kind: "fee", amount: 90, reason: "copies" })
  await call("pay", "/v1/payments", { card: "cem", amount: 30, method: "cash", charges: [fee.chargeId] })
  await call("refund", "/v1/refunds", { card: "cem", charge: fee.chargeId, amount: 20, reason: "counted wrongly" })
  await call("applyCredit", "/v1/credits/apply", { card: "cem", charges: [fee.chargeId] })
  await call("refund", "/v1/refunds", { card: "cem", charge: fee.chargeId, amount: 10, reason: "counted wrongly" })
  await call("payOut", "/v1/payouts", { card: "cem", method: "cash" })
  const handed = await call("handOverDebt", "/v1/debts/hand-over", { card: "cem", to: "town-hall" })
  await call("voidEntry", "/v1/entries/void", { card: "cem", entry: handed.entryId, reason: "taken back" })
  await call("writeOff", "/v1/write-offs", { card: "cem", reason: "moved away" })
  await callMoney(call, now, ben)
  await callLosses(call, document as never, now)
  await callDamage(town, call)
  expect([...seen].sort()).toEqual(allRoutes.map(({ name }) => name).sort())
  const refused = await ask(manager, "POST", "/v1/loans", { item: "e1", card: "nobody" })
  Schema.decodeUnknownSync(ProblemShape)(refused.body)
})

/** One copy after the other claimed, lost, aged, charged, replaced. */
const callLosses = async (call: Call, document: object, from: number): Promise<void> => {
  const { rows, ...rules } = document as { readonly rows: ReadonlyArray<{ readonly set: object }> }
  const compensations = {
    books: {
      basis: { from: [{ from: "recordedPrice" }, { from: "estimate" }] },
      processing: { cash: { amount: "2.00" }, inKind: { amount: "1.00" } },
      replacement: { allowed: ["sameEdition"], deadlineDays: 30 }
    }
  }
  const set = { compensation: "books", lostAfter: { hours: 1 }, billAgedAfter: { hours: 1 }, debtMax: "unlimited" }
  const lossy = rows.map((row) => ({ ...row, set: { ...row.set, ...set, "loanCountMax.all": 20 } }))
  await call("publishPolicy", "/v1/policies", { document: { ...rules, compensations, rows: lossy } })
  now = from + 2000
  await call("registerReader", "/v1/readers", { card: "eve", name: "Eve", category: "adult" })
  const { titleId } = await call("addTitle", "/v1/titles", { description: { title: "To be lost" } })
  for (const barcode of ["x1", "x2", "x3", "x4", "x5", "x6"]) {
    await call("addItem", "/v1/items", { title: titleId, barcode, type: "book" })
    await call("checkOut", "/v1/loans", { item: barcode, card: "eve" })
  }
  const told = { estimate: { minor: 3000, currency: "CNY" } }
  await call("claimReturned", "/v1/items/x1/claims", { note: "in the book drop" })
  await call("recordSearch", "/v1/items/x1/claims/searches", { place: "its shelf" })
  const claims = await call("openClaims", "/v1/claims")
  expect(claims).toMatchObject({ rows: [{ barcode: "x1", title: "To be lost", searches: 1 }], next: null })
  const searches = await call("claimSearches", "/v1/items/x1/claims/searches")
  expect(searches).toMatchObject({ rows: [{ nth: 1, place: "its shelf", note: "" }] })
  await call("settleClaim", "/v1/items/x1/claims/settle", { as: "lost", ...told })
  const { incidentId } = await call("declareLost", "/v1/items/x2/losses", told)
  await call("chargeIncident", `/v1/incidents/${incidentId}/charge`, told)
  await call("agreeReplacement", `/v1/incidents/${incidentId}/replacement`, { edition: "sameEdition", ...told })
  await call("replaceItem", "/v1/items/x2/replace", { as: "otherItem" })
  await call("claimReturned", "/v1/items/x3/claims", {})
  const { incidentId: replaced } = await call("declareLost", "/v1/items/x6/losses", { ...told, settledBy: "inKind" })
  await call("replaceItem", "/v1/items/x6/replace", { as: "sameBarcode" })
  expect(await call("forgetLoss", `/v1/incidents/${replaced}/forget`, {})).toMatchObject({ cut: 0 })
  const { returned } = await call("settleClaim", "/v1/items/x3/claims/settle", { as: "found" })
  expect(returned).toMatchObject({ loanId: expect.any(String), found: null })
  now = from + 60 * day
  const aged = await call("ageToLost", "/v1/items/x4/age-to-lost", {})
  await call("setActualCost", `/v1/incidents/${aged.incidentId}/actual-cost`, { amount: 2500 })
  await call("changeItem", "/v1/items/x5", { price: 2000 })
  const other = await call("ageToLost", "/v1/items/x5/age-to-lost", {})
  now += day
  expect(await call("billIncident", `/v1/incidents/${other.incidentId}/bill`, {})).toMatchObject({ amount: 2200 })
  await call("markReplacementBought", `/v1/incidents/${aged.incidentId}/replacement-bought`, {})
}

type Town = Awaited<ReturnType<typeof openTown>>
type Call = (name: string, path: string, body?: object, token?: string) => Promise<Record<string, never>>

/** A cash desk's day, a payment made elsewhere, and what tells of money. */
const callMoney = async (call: Call, from: number, own: string): Promise<void> => {
  await call("openCashDesk", "/v1/cash-desks/front/open", { float: 1000 })
  await call("chargeReader", "/v1/charges", { card: "ben", kind: "fee", amount: 90, reason: "copies" })
  const cash = { card: "ben", method: "cash", cashDesk: "front" }
  const { entryId } = await call("pay", "/v1/payments", { ...cash, amount: 30 })
  await call("moveCash", "/v1/cash-desks/front/move", { amount: 500, direction: "out", reason: "to the bank" })
  expect(await call("cashDesk", "/v1/cash-desks/front")).toMatchObject({ methods: [{ method: "cash", amount: 530 }] })
  const counted = [{ method: "cash", amount: 530 }]
  await call("closeCashDesk", "/v1/cash-desks/front/close", { counted })
  const payment = { id: "p1", card: "ben", amount: 20, currency: "CNY" }
  await call("paymentCallback", "/v1/payments/callback/trusting", payment)
  const told = new Date(from - day).toISOString()
  const asked = `?from=${told}&to=${new Date(from + day).toISOString()}`
  expect(await call("readerStatement", `/v1/readers/ben/statement${asked}`)).toMatchObject({ opening: 0, closing: 40 })
  await call("myStatement", `/v1/me/statement${asked}`, undefined, own)
  for (const language of ["en", "zh"]) await call("readerBill", `/v1/readers/ben/bill?language=${language}`)
  await call("myBill", "/v1/me/bill", undefined, own)
  await call("readerReceipt", `/v1/readers/ben/receipts/${entryId}`)
  await call("myReceipt", `/v1/me/receipts/${entryId}?language=zh`, undefined, own)
  expect(await call("cashDeskReport", `/v1/reports/cash-desks?cashDesk=front&from=${told}`)).toMatchObject({
    sessions: [{ isOpen: false, methods: [{ counted: 530 }] }]
  })
  await call("debtReport", "/v1/reports/debts")
  await call("settlementReport", `/v1/reports/between-libraries?from=${told}`)
  await call("forgivenReport", `/v1/reports/forgiven?from=${told}`)
  await call("moneyReport", "/v1/reports/money?by=month,kind,branch")
  await call("forgiveSmallDebt", "/v1/readers/ben/small-debt", {})
  await call("forgiveSmallDebts", "/v1/small-debts", {})
}

/** A loan, a copy on the shelf and a charge, and days that are closed afterwards. */
const callRedating = async ({ library, ask, town: here }: Town, call: Call, from: number): Promise<void> => {
  now = from + 19 * day
  const told = (days: number) => new Date(from + days * day).toISOString()
  await call("registerReader", "/v1/readers", { card: "dan", name: "Dan", category: "adult", at: told(0) })
  for (const barcode of ["d1", "d2", "d3"]) {
    const { titleId } = await call("addTitle", "/v1/titles", { description: { title: barcode } })
    await call("addItem", "/v1/items", { title: titleId, barcode, type: "book" })
    await call("checkOut", "/v1/loans", { item: barcode, card: "dan", at: told(0) })
    if (barcode === "d2") await call("reserve", "/v1/reservations", { title: titleId, card: "ben", at: told(1) })
  }
  const { setAside } = await call("returnItem", "/v1/returns", { item: "d2", at: told(13) })
  const { charge } = await call("returnItem", "/v1/returns", { item: "d3", at: told(16) })
  const closed = Array.from({ length: 2 }, (_, index) => told(14 + index).slice(0, 10))
  await library.publishCalendar({ tenant: "town", content: closedOn(closed), at: from + 17 * day, by: "anna" })
  const preview = await call("redate", "/v1/redate", { preview: true, at: told(17) })
  expect(preview).toMatchObject({
    preview: true,
    loans: { moved: 2 },
    reservations: { moved: 1 },
    charges: { moved: 1 }
  })
  const early = await ask(here.tokens.manager, "POST", "/v1/redate", { preview: false, at: told(20) })
  expect(early.body).toMatchObject({ status: 422, refusals: [{ code: "InFuture" }] })
  const at = told(17)
  await call("redateLoan", "/v1/loans/redate", { item: "d1", at })
  const { reservationId } = setAside as never as { readonly reservationId: string }
  await call("redateReservation", `/v1/reservations/${reservationId}/redate`, { at })
  const { chargeId } = charge as never as { readonly chargeId: string }
  expect(await call("redateCharge", "/v1/charges/redate", { charge: chargeId, at })).toMatchObject({ toRefund: 0 })
  expect(await call("redate", "/v1/redate", { preview: false, at: told(18) })).toMatchObject({
    loans: { moved: 1 },
    reservations: { moved: 0 },
    charges: { moved: 0 }
  })
  const again = await ask(here.tokens.manager, "POST", "/v1/loans/redate", { item: "d1", at: told(19) })
  expect([again.status, again.body]).toMatchObject([409, { refusals: [{ code: "NothingToRedate" }] }])
  expect((await ask(here.tokens.desk, "POST", "/v1/redate", { preview: true })).status).toBe(403)
  expect((await ask(here.tokens.manager, "POST", "/v1/redate", {})).body).toMatchObject({ status: 400 })
}

/** A copy booked for days ahead, moved to others and given up; its days are told, and not whose they are. */
const callBookings = async ({ ask, town: here }: Town, call: Call): Promise<void> => {
  const { document } = await call("policy", "/v1/policy")
  const { rows, ...rules } = document as never as { readonly rows: ReadonlyArray<{ readonly set: object }> }
  const set = rows.map((row) => ({ ...row, set: { ...row.set, bookable: true } }))
  await call("publishPolicy", "/v1/policies", { document: { ...rules, rows: set } })
  now += 1000
  await call("quickAdd", "/v1/items/quick", { barcode: "c1", title: "Camera", type: "book" })
  const dayAt = (days: number) => new Date(now + days * day).toISOString()
  const wish = { item: "c1", card: "cem", from: dayAt(3), until: dayAt(4) }
  const { bookingId, untilAt } = await call("book", "/v1/bookings", wish)
  const again = await ask(here.tokens.manager, "POST", "/v1/bookings", { ...wish, card: "ben" })
  expect([again.status, again.body]).toMatchObject([409, { refusals: [{ code: "ItemBookedMeanwhile" }] }])
  const changed = await call("changeBooking", `/v1/bookings/${bookingId}`, { until: dayAt(5) })
  expect(Date.parse(changed.untilAt as never) - Date.parse(untilAt as never)).toBe(day)
  const days = await call("bookedDays", "/v1/items/c1/bookings", undefined, here.tokens.ben)
  expect(days).toMatchObject({ rows: [{ untilAt: changed.untilAt, pickupBranch: "main" }] })
  expect(JSON.stringify(days)).not.toContain(bookingId)
  expect(await call("bookedDays", "/v1/items/c1/bookings")).toMatchObject({ rows: [{ bookingId }] })
  expect(await call("readerBookings", "/v1/readers/cem/bookings")).toMatchObject({ rows: [{ barcode: "c1" }] })
  expect(await call("myBookings", "/v1/me/bookings", undefined, here.tokens.ben)).toEqual({ rows: [], next: null })
  await call("cancelBooking", `/v1/bookings/${bookingId}/cancel`, { reason: "rain" })
  const second = await call("book", "/v1/bookings", wish)
  now += 5 * day
  await call("expireBooking", `/v1/bookings/${second.bookingId}/expire`, {})
  now -= 5 * day
}

/** What is set aside for ben comes into a locker, and out of it again. */
const callSlots = async ({ ask, town: here }: Town, call: Call, reservationId: string | undefined): Promise<void> => {
  const { ben, manager } = here.tokens
  const until = new Date(now + day).toISOString()
  const added = { kind: "curbside", name: "Tomorrow", from: new Date(now).toISOString(), until, capacity: 1 }
  const { slotId } = await call("addPickupSlot", "/v1/slots", added)
  const free = async () => (await call("slotsOfBranch", "/v1/branches/main/slots", undefined, ben)).rows as never
  expect(await free()).toMatchObject([{ slotId, kind: "curbside", capacity: 1, free: 1 }])
  await call("takeSlot", `/v1/reservations/${reservationId}/slot`, { slot: slotId }, ben)
  expect(await free()).toMatchObject([{ free: 0 }])
  const { rows } = await call("myReservations", "/v1/me/reservations", undefined, ben)
  expect(rows).toMatchObject([{ reservationId, slot: { slotId, name: "Tomorrow" } }])
  const shelf = await call("pickupShelf", "/v1/branches/main/pickup-shelf")
  expect(shelf.rows).toMatchObject([{ reservationId, slot: { slotId, name: "Tomorrow" } }])
  const again = await ask(manager, "POST", `/v1/reservations/${reservationId}/slot`, { slot: slotId })
  expect([again.status, again.body]).toMatchObject([409, { refusals: [{ code: "SlotHeld" }, { code: "SlotFull" }] }])
  await call("leaveSlot", `/v1/reservations/${reservationId}/slot/leave`, {}, ben)
  await call("closePickupSlot", `/v1/slots/${slotId}/close`, {})
  expect(await free()).toEqual([])
}

/** One loan to another system, and one from there. */
const callInterlending = async (call: Call): Promise<void> => {
  const { document } = await call("policy", "/v1/policy")
  const partners = { hill: { name: { en: "Hill library" }, card: "partner-hill" }, town: {} }
  await call("publishPolicy", "/v1/policies", { document: { ...(document as never as object), partners } })
  now += 1000
  expect((await call("place", "/v1/place")).partners).toEqual({ hill: { en: "Hill library" } })
  const of = (interloan: string) => (act: string) => `/v1/interloans/${interloan}/${act}`
  const tell = { partner: "hill", kind: "requested", title: "Town walks" }
  for (const id of ["asked-1", "asked-2"]) await call("takeMessage", of(id)("messages"), tell)
  const toTitle = await call("addTitle", "/v1/titles", { description: { title: "Town walks" } })
  await call("addItem", "/v1/items", { title: toTitle.titleId, barcode: "walks", type: "book" })
  await call("registerReader", "/v1/readers", { card: "partner-hill", name: "Hill", category: "adult" })
  const lent = await call("lendOut", of("asked-1")("lend-out"), { item: "walks", card: "partner-hill" })
  expect(await call("lentInterloans", "/v1/open-interloans/lent")).toMatchObject({
    rows: [
      { interloanId: "asked-1", state: "shipped", copy: { barcode: "walks", status: "onLoan" }, next: [] },
      {
        interloanId: "asked-2",
        state: "requested",
        copy: null,
        account: "partner-hill",
        next: ["lendOut", "declineInterloan"]
      }
    ]
  })
  await call("declineInterloan", of("asked-2")("decline"), { reason: "not for loan" })
  await call("confirmMessage", "/v1/outbox/confirm", { message: "asked-1 shipped" })
  await call("returnItem", "/v1/returns", { item: "walks" })
  expect(await call("lentInterloans", "/v1/open-interloans/lent")).toMatchObject({
    rows: [{ next: ["completeInterloan"] }]
  })
  expect(await call("completeInterloan", of("asked-1")("complete"), { item: "walks" })).toMatchObject({
    state: "completed"
  })
  expect(await call("interloan", "/v1/interloans/asked-1")).toMatchObject({ side: "lender", dueAt: lent.dueAt })
  const asked = { partner: "hill", title: "Hill walks" }
  const { interloanId = "" } = await call("requestInterloan", "/v1/interloans", asked)
  const shipped = { partner: "hill", kind: "shipped", barcode: "h1", dueAt: new Date(now + day).toISOString() }
  await call("takeMessage", of(interloanId)("messages"), shipped)
  await call("borrowIn", of(interloanId)("borrow-in"), { barcode: "h1", type: "book" })
  await call("sendBack", of(interloanId)("send-back"), { item: "h1" })
  const other = await call("requestInterloan", "/v1/interloans", asked)
  expect(await call("borrowedInterloans", "/v1/open-interloans/borrowed?limit=1")).toMatchObject({
    rows: [{ interloanId, state: "sentBack", dueAt: shipped.dueAt }],
    next: expect.any(String)
  })
  await call("cancelInterloan", of(other.interloanId ?? "")("cancel"), {})
  expect(await call("interloans", "/v1/interloans?limit=2")).toMatchObject({ next: expect.any(String) })
}

/** A copy that comes back stained, is appealed against, mended and withdrawn. */
const callDamage = async ({ ask, town: here, library }: Town, call: Call): Promise<void> => {
  const { document } = await call("policy", "/v1/policy")
  const { rows, ...rules } = document as never as { readonly rows: ReadonlyArray<{ readonly set: object }> }
  const cost = { perSpot: "0.50" }
  const compensations = { town: { damage: { kinds: { stain: [{ grade: "light", cost }] } } } }
  const set = rows.map((row) => ({ ...row, set: { ...row.set, compensation: "town", deposit: "0.00" } }))
  await call("publishPolicy", "/v1/policies", { document: { ...rules, compensations, rows: set } })
  now += 1000
  await call("quickAdd", "/v1/items/quick", { barcode: "z1", title: "Stained", type: "book" })
  await call("noteCondition", "/v1/items/z1/conditions", { occasion: "lent", note: "as new" })
  const seen = { damages: [{ kind: "stain", grade: "light", count: 2 }], noticedAt: "shelf" }
  const record = { card: "dan", evidence: "seen by the guard" }
  const told = await call("inspect", "/v1/items/z1/inspections", { ...seen, charge: true, record })
  expect(told).toMatchObject({ amount: 100, bearer: "reader", compensation: { steps: expect.any(Array) } })
  const three = { damages: [{ kind: "stain", grade: "light", count: 3 }], charge: false }
  const reported = await call("inspect", "/v1/items/z1/inspections", three)
  await call("dismissIncident", `/v1/incidents/${reported.incidentId}/dismiss`, { reason: "old age" })
  const [charge] = told.charges as never as ReadonlyArray<{ readonly chargeId: string }>
  const body = { card: "dan", charge: charge?.chargeId, reason: "It was so before." }
  const { appealId } = await call("appeal", "/v1/appeals", body)
  const own = await call("oneAppeal", `/v1/appeals/${appealId}`)
  expect(own).toMatchObject({ reason: "It was so before.", held: 100, state: "open" })
  const bens = await ask(here.tokens.ben, "GET", `/v1/appeals/${appealId}`)
  expect(bens.status).toBe(404)
  const open = await call("openAppeals", "/v1/appeals")
  expect(open).toMatchObject({ rows: [{ appealId, state: "open" }], next: null })
  const decision = { as: "reversed", reason: "right so" }
  const self = await ask(here.tokens.manager, "POST", `/v1/appeals/${appealId}/decide`, decision)
  expect(self.body).toMatchObject({ refusals: [{ code: "AppealNeedsOther" }] })
  const decided = await call("decideAppeal", `/v1/appeals/${appealId}/decide`, decision, here.tokens.boss)
  expect(decided).toMatchObject({ comesTo: 0, cancelled: 100 })
  await call("sendToRepair", "/v1/items/z1/repair", { note: "clean it" })
  await call("repaired", "/v1/items/z1/repaired", { cost: 120 })
  await call("reportMissing", "/v1/items/z1/missing", { noticedAt: "stocktaking" })
  await call("withdrawItem", "/v1/items/z1/withdraw", { reason: "worn out" })
  expect(await call("incidents", "/v1/incidents")).toMatchObject({
    rows: expect.arrayContaining([expect.objectContaining({ kind: "damage", state: "dismissed", amount: 0 })])
  })
  const life = await call("itemArchive", "/v1/items/z1/archive")
  expect(life).toMatchObject({ costs: { repairs: 120, charged: 100 }, use: { loanCount: 0 } })
  expect(await library.check("town")).toEqual([])
}
