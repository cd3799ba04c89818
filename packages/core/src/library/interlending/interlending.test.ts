import { describe, expect, it } from "vitest"
import { staffRoles } from "../../decision/permission.ts"
import { layerMemory } from "../../storage/memory.ts"
import { twoSystems } from "../../testing/interlending/twoSystems.ts"
import { codesOf, day, noon, receiptOf, smallCalendar } from "../../testing/smallLibrary.ts"
import { explainLoan } from "../explaining/explainLoan.ts"
import { inHand } from "../inHand.ts"

describe("a loan between two systems", () => {
  it("goes from the request to the return, each step a command of one side, and the other told", async () => {
    const { town, hill, relay, states, faults } = await twoSystems()
    const reservation = await town.reserve("ada")
    const { interloanId: interloan } = await town.give("requestInterloan", {
      partner: "hill",
      title: "Hill walks",
      reservation
    })
    await relay()
    expect(await states()).toEqual(["requested", "requested"])
    const lent = await hill.give("lendOut", { interloan, item: "h1", card: "town" })
    await relay()
    expect(await states()).toEqual(["shipped", "shipped"])
    expect(await town.interloan()).toMatchObject({ barcode: "h1", dueAt: lent.dueAt })
    const { setAside } = await town.give("borrowIn", { interloan, reservation, barcode: "from-hill", type: "book" })
    expect(setAside).toMatchObject({ reservationId: reservation, pickupBranch: "main" })
    await town.give("pickUp", { item: "from-hill", card: "ada" })
    expect(codesOf(await town.ask("sendBack", { interloan, item: "from-hill" }))).toEqual(["ItemStatusForbids"])
    await town.give("returnItem", { item: "from-hill" })
    await town.give("sendBack", { interloan, item: "from-hill" })
    await relay()
    expect(await states()).toEqual(["sentBack", "sentBack"])
    expect(codesOf(await hill.ask("completeInterloan", { interloan, item: "h1" }))).toEqual(["ItemOnLoan"])
    await hill.give("returnItem", { item: "h1" })
    expect(await hill.give("completeInterloan", { interloan, item: "h1" })).toMatchObject({ state: "completed" })
    expect(await relay()).toMatchObject([{ kept: [] }, { kept: [] }])
    expect(await states()).toEqual(["completed", "completed"])
    expect(await faults()).toEqual([])
  })

  it("gets a title of its own where nobody reserved it", async () => {
    const { town, hill, relay, faults } = await twoSystems()
    const { interloanId: interloan } = await town.give("requestInterloan", { partner: "hill", title: "Hill walks" })
    await relay()
    await hill.give("lendOut", { interloan, item: "h1", card: "town" })
    await relay()
    const { titleId } = await town.give("borrowIn", { interloan, barcode: "h1", type: "book" })
    expect((await town.rows("title")).find((one) => one.titleId === titleId)).toMatchObject({
      title: "Hill walks",
      source: "interloan",
      controlNumber: interloan
    })
    expect(await faults()).toEqual([])
  })

  it("fills what the other system reserved itself, and a loan that was recalled for it is recalled no more", async () => {
    const recalls = { recallMinimum: { days: 2 }, recallReturnWithin: { days: 2 } }
    const { town, hill, relay, faults } = await twoSystems(layerMemory, recalls)
    const { interloanId: interloan } = await town.give("requestInterloan", { partner: "hill", title: "Hill walks" })
    await relay()
    receiptOf(
      await hill.desk.registerReader({ card: "eva", name: "Eva", category: "adult", at: noon, key: "register eva" })
    )
    const { loanId, dueAt } = await hill.give("checkOut", { item: "h1", card: "eva" })
    const { reservationId } = await hill.give("reserve", {
      title: hill.titleId as never,
      card: "town",
      kind: "recall",
      override: { reason: "for town" }
    } as never)
    const loan = async () => (await hill.rows("loan")).find((one) => one.loanId === loanId)
    expect((await loan())?.recalledAt).not.toBeNull()
    expect(await hill.give("lendOut", { interloan, item: "h2", card: "town" })).toMatchObject({
      filledReservationId: reservationId
    })
    expect(await loan()).toMatchObject({ recalledAt: null, dueAt })
    expect(await faults()).toEqual([])
  })

  it("says why a step is refused", async () => {
    const { town, hill, relay } = await twoSystems()
    const reservation = await town.reserve("ada")
    const asked = { partner: "hill", title: "Hill walks", reservation }
    const { interloanId: interloan } = await town.give("requestInterloan", asked)
    expect(codesOf(await town.ask("requestInterloan", { ...asked, reservation: "none" }))).toEqual([
      "ReservationUnknown"
    ])
    const early = await town.ask("borrowIn", { interloan, reservation, barcode: "b", type: "book" })
    expect("refusals" in early && early.refusals).toEqual([
      { _tag: "InterloanStateForbids", state: "requested", action: "received" }
    ])
    expect(codesOf(await hill.ask("lendOut", { interloan, item: "h1", card: "town" }))).toEqual(["InterloanUnknown"])
    await relay()
    expect(codesOf(await town.ask("lendOut", { interloan, item: "t1", card: "ada" }))).toContain("InterloanUnknown")
    expect(codesOf(await hill.ask("lendOut", { interloan, item: "none", card: "town" }))).toEqual(["ItemUnknown"])
    await hill.give("lendOut", { interloan, item: "h1", card: "town" })
    await relay()
    const received = { interloan, barcode: "t1", type: "book" }
    expect(codesOf(await town.ask("borrowIn", received))).toEqual(["BarcodeTaken", "ReservationUnknown"])
    expect(codesOf(await hill.ask("declineInterloan", { interloan }))).toEqual(["InterloanStateForbids"])
    expect(codesOf(await hill.ask("completeInterloan", { interloan, item: "h2" }))).toEqual(["ItemUnknown"])
  })

  it("is asked for once for a reservation, until the other system declines", async () => {
    const { town, hill, relay, faults } = await twoSystems()
    const reservation = await town.reserve("ada")
    const asked = { partner: "hill", title: "Hill walks", reservation }
    const { interloanId: interloan } = await town.give("requestInterloan", asked)
    const again = await town.ask("requestInterloan", asked)
    expect("refusals" in again && again.refusals).toEqual([{ _tag: "InterloanUnderWay", interloan, partner: "hill" }])
    await relay()
    await hill.give("declineInterloan", { interloan })
    await relay()
    await town.give("requestInterloan", asked)
    expect((await town.rows("interloan")).map(({ state }) => state).sort()).toEqual(["requested", "unfilled"])
    expect(await faults()).toEqual([])
  })

  it("may be asked for elsewhere once it is cancelled, though it comes all the same", async () => {
    const { town, hill, relay, faults } = await twoSystems()
    const reservation = await town.reserve("ada")
    const asked = { partner: "hill", title: "Hill walks", reservation }
    const { interloanId: interloan } = await town.give("requestInterloan", asked)
    await relay()
    await hill.give("lendOut", { interloan, item: "h1", card: "town" })
    await town.give("cancelInterloan", { interloan })
    const { interloanId: second } = await town.give("requestInterloan", asked)
    await relay()
    const { setAside } = await town.give("borrowIn", { interloan, reservation, barcode: "h1", type: "book" })
    expect(setAside?.reservationId).toBe(reservation)
    await hill.give("lendOut", { interloan: second, item: "h2", card: "town" })
    await relay()
    const next = await town.give("borrowIn", { interloan: second, reservation, barcode: "h2", type: "book" })
    expect(next).toMatchObject({ setAside: null, titleId: town.titleId })
    expect(await faults()).toEqual([])
  })

  it("is set aside for whoever waits next where its reservation ended, or its reader may not have it", async () => {
    for (const because of ["cancelled", "blocked"]) {
      const { town, hill, relay, faults } = await twoSystems()
      const reservation = await town.reserve("ada")
      const asked = { partner: "hill", title: "Hill walks", reservation }
      const { interloanId: interloan } = await town.give("requestInterloan", asked)
      await relay()
      await hill.give("lendOut", { interloan, item: "h1", card: "town" })
      await relay()
      for (const card of ["cleo", "dora"]) await town.give("registerReader", { card, name: card, category: "adult" })
      const others = [await town.reserve("dora"), await town.reserve("cleo")]
      await town.give("suspendReservation", { reservation: others[0] as never })
      if (because === "cancelled") await town.give("cancelReservation", { reservation })
      else await town.give("placeBlock", { card: "ada", kind: "note", actions: ["borrow", "reserve"] })
      const receipt = await town.give("borrowIn", { interloan, reservation, barcode: "h1", type: "book" })
      expect(receipt).toMatchObject({ titleId: town.titleId, setAside: { reservationId: others[1] } })
      expect(receipt.skipped.map((one) => one.reservationId)).toEqual(
        because === "cancelled" ? [others[0]] : [reservation, others[0]]
      )
      expect(await faults()).toEqual([])
    }
  })

  it("is lent no longer than the lender lends it: checkout and renewal end by then, unless staff may go past it", async () => {
    const { library, town, hill, relay, faults } = await twoSystems(layerMemory, { renewalCountMax: 5 })
    const lenderDueAt = noon + 5 * day
    await arrived({ town, hill, relay }, { dueAt: lenderDueAt })
    const lent = await town.give("checkOut", { item: "h1", card: "ada" })
    expect([lent.dueAt, lent.trace.dueSteps.at(-1)]).toEqual([lenderDueAt, { step: "lenderDueDate", at: lenderDueAt }])
    const why = await explainLoan(library, { tenant: town.tenant, item: "h1" })
    expect(why?.steps).toEqual(lent.trace.dueSteps)
    expect(why?.steps.length).toBeGreaterThan(1)

    const renewed = await town.ask("renew", { item: "h1", at: noon + day } as never)
    const wanted = { _tag: "LenderWantsBack", dueAt: lenderDueAt }
    expect("refusals" in renewed && renewed.refusals).toEqual([wanted])
    const later = { item: "h1", dueAt: noon + 9 * day, reason: "asked by phone" }
    const byHand = await town.ask("changeDueDate", later as never)
    expect("refusals" in byHand && byHand.refusals).toEqual([wanted])
    await town.give("changeDueDate", { ...later, dueAt: noon + 2 * day } as never)
    const within = await town.give("renew", { item: "h1", at: noon + day } as never)
    expect([within.dueAt, within.trace.dueSteps.at(-1)?.step]).toEqual([lenderDueAt, "lenderDueDate"])
    const past = await town.give("renew", { item: "h1", at: noon + day, override: { reason: "agreed" } } as never)
    expect(past.dueAt).toBeGreaterThan(lenderDueAt)
    expect(past.overrides).toMatchObject([{ refusal: "LenderWantsBack", permission: "loans.override.otherLibrary" }])

    await town.give("returnItem", { item: "h1" })
    const afterwards = { item: "h1", card: "ada", at: lenderDueAt + 1 }
    const tooLate = await town.ask("checkOut", afterwards as never)
    expect("refusals" in tooLate && tooLate.refusals).toEqual([wanted])
    const byStaff = await town.ask("checkOut", { item: "h1", card: "ada", dueAt: lenderDueAt + 1 } as never)
    expect("refusals" in byStaff && byStaff.refusals).toEqual([wanted])
    const all = await town.give("checkOut", { ...afterwards, override: { reason: "agreed" } } as never)
    expect(all.dueAt).toBeGreaterThan(lenderDueAt + day)
    expect(await faults()).toEqual([])
  })

  it("moves off a day that was closed, and not past the lender's date", async () => {
    const { library, town, hill, relay, faults } = await twoSystems()
    const lenderDueAt = noon + 5 * day
    await arrived({ town, hill, relay }, { dueAt: lenderDueAt })
    await town.give("checkOut", { item: "h1", card: "ada", dueAt: noon + 4 * day } as never)
    const { branches } = smallCalendar
    const closed = async (from: string, to: string, at: number) => {
      const content = {
        branches: { ...branches, main: { ...branches.main, exceptions: [{ from, to, closed: true }] } }
      }
      expect(await library.publishCalendar({ tenant: town.tenant, content, at, by: "anna" })).toMatchObject({
        ok: true
      })
    }
    await closed("2026-03-06", "2026-03-20", noon + 1)
    expect(await town.give("redateLoan", { item: "h1", at: noon + 1 } as never)).toMatchObject({ dueAt: lenderDueAt })
    await closed("2026-03-06", "2026-03-25", noon + 2)
    expect(codesOf(await town.ask("redateLoan", { item: "h1", at: noon + 2 } as never))).toEqual(["NothingToRedate"])
    expect(await faults()).toEqual([])
  })

  it("is said to go back to its own system as it is returned and nobody waits", async () => {
    const { library, town, hill, relay } = await twoSystems()
    const interloan = await arrived({ town, hill, relay })
    const scanned = (item: string) => inHand(library, { ...town, branch: "main", item, at: noon })
    await town.give("checkOut", { item: "h1", card: "ada" })
    expect(await scanned("h1")).toMatchObject({ next: "return", sendBackTo: null })
    expect(await town.give("returnItem", { item: "h1" })).toMatchObject({ sendBackTo: "hill" })
    expect(await scanned("h1")).toMatchObject({ next: "sendBack", sendTo: null, sendBackTo: "hill" })
    const { titleId } = (await town.rows("item")).find(({ barcode }) => barcode === "h1") ?? {}
    await town.give("checkOut", { item: "h1", card: "ada" })
    await town.give("reserve", { title: titleId as never, card: "ben" })
    expect(await town.give("returnItem", { item: "h1" })).toMatchObject({ sendBackTo: null, setAside: {} })
    expect(await scanned("h1")).toMatchObject({ next: "pickupShelf", sendBackTo: null })
    expect(await town.give("returnItem", { item: "t1" })).toMatchObject({ sendBackTo: null })
    await town.give("sendBack", { interloan, item: "h1" })
  })

  it("is sent on to its branch here before it is said to go back", async () => {
    const { library, town, hill, relay } = await twoSystems()
    await arrived({ town, hill, relay })
    await town.give("checkOut", { item: "h1", card: "ada" })
    const documents = (await library.scan(town.tenant, "document", null, 10)).rows
    const policy = JSON.parse(documents.find(({ kind }) => kind === "policy")?.content ?? "{}")
    const content = { ...policy, transfers: { kept: true } }
    const published = await library.publishPolicy({ tenant: town.tenant, content, at: noon - 1, by: "anna" })
    expect(published.ok).toBe(true)
    const actor = { kind: "staff", id: "anna", permissions: new Set(staffRoles.manager) } as const
    const far = library.at({ tenant: town.tenant, branch: "far", actor, channel: "desk" })
    const back = await far.returnItem({ item: "h1", at: noon, key: "back at far" })
    expect(back).toMatchObject({ ok: true, receipt: { sendTo: "main", sendBackTo: null } })
    expect(await town.give("arrive", { item: "h1" })).toMatchObject({ sendTo: null, sendBackTo: "hill" })
  })

  it("is declined with a reason, and ends at both sides", async () => {
    const { town, hill, relay, states, faults } = await twoSystems()
    const { interloanId: interloan } = await town.give("requestInterloan", { partner: "hill", title: "Hill walks" })
    await relay()
    await hill.give("declineInterloan", { interloan, reason: "not for loan" })
    await relay()
    expect(await states()).toEqual(["unfilled", "unfilled"])
    expect(await faults()).toEqual([])
  })

  it("comes all the same where it was sent before the cancellation arrived", async () => {
    const { town, hill, relay, states, faults } = await twoSystems()
    const { interloanId: interloan } = await town.give("requestInterloan", { partner: "hill", title: "Hill walks" })
    await relay()
    await hill.give("lendOut", { interloan, item: "h1", card: "town" })
    await town.give("cancelInterloan", { interloan })
    await relay()
    expect(await states()).toEqual(["shipped", "shipped"])
    expect(await faults()).toEqual([])
  })

  it("is over without a return once the copy is lost", async () => {
    const { town, hill, relay, states, faults } = await twoSystems()
    const { interloanId: interloan } = await town.give("requestInterloan", { partner: "hill", title: "Hill walks" })
    await relay()
    await hill.give("lendOut", { interloan, item: "h1", card: "town" })
    await hill.give("declareLost", { item: "h1" })
    const done = await hill.give("completeInterloan", { interloan, item: "h1" })
    expect(done).toMatchObject({ state: "completedWithoutReturn" })
    await relay()
    expect(await states()).toEqual(["completedWithoutReturn", "completedWithoutReturn"])
    expect(await faults()).toEqual([])
  })

  it("judges by its own loan what became of the copy: lost for somebody else later is returned", async () => {
    const { town, hill, relay, states, faults } = await twoSystems()
    const { interloanId: interloan } = await town.give("requestInterloan", { partner: "hill", title: "Hill walks" })
    await relay()
    await hill.give("lendOut", { interloan, item: "h1", card: "town" })
    await hill.give("returnItem", { item: "h1" })
    await hill.give("registerReader", { card: "dora", name: "Dora", category: "adult" })
    await hill.give("checkOut", { item: "h1", card: "dora" })
    await hill.give("declareLost", { item: "h1" })
    expect(await hill.give("completeInterloan", { interloan, item: "h1" })).toMatchObject({ state: "completed" })
    await relay()
    expect(await states()).toEqual(["completed", "completed"])
    expect(await faults()).toEqual([])
  })

  it("goes back where its record was withdrawn before", async () => {
    const { town, hill, relay, states, faults } = await twoSystems()
    const interloan = await arrived({ town, hill, relay })
    await town.give("withdrawItem", { item: "h1", reason: "worn out" })
    await town.give("sendBack", { interloan, item: "h1" })
    await relay()
    expect(await states()).toEqual(["sentBack", "sentBack"])
    expect(await faults()).toEqual([])
  })

  it("may be of the same copy once more, under its own barcode", async () => {
    const { town, hill, relay, faults } = await twoSystems()
    const interloan = await arrived({ town, hill, relay })
    expect(codesOf(await town.ask("addItem", { title: town.titleId, barcode: "h1", type: "book" }))).toEqual([
      "BarcodeTaken"
    ])
    await town.give("sendBack", { interloan, item: "h1" })
    await hill.give("returnItem", { item: "h1" })
    await hill.give("completeInterloan", { interloan, item: "h1" })
    const again = await arrived({ town, hill, relay })
    await town.give("checkOut", { item: "h1", card: "ada" })
    expect((await town.rows("loan")).length).toBe(2)
    await town.give("returnItem", { item: "h1" })
    await town.give("sendBack", { interloan: again, item: "h1" })
    expect(codesOf(await town.ask("sendBack", { interloan: again, item: "h1" }))).toEqual(["InterloanStateForbids"])
    expect(await faults()).toEqual([])
  })

  it("is closed at the borrower too where the lender counts the copy as lost", async () => {
    const { town, hill, relay, states, faults } = await twoSystems()
    const interloan = await arrived({ town, hill, relay })
    await hill.give("declareLost", { item: "h1" })
    await hill.give("completeInterloan", { interloan, item: "h1" })
    await relay()
    expect(await states()).toEqual(["completedWithoutReturn", "completedWithoutReturn"])
    expect(await town.interloan()).toMatchObject({ endedAt: null })
    expect(await hill.interloan()).toMatchObject({ endedAt: noon })
    await town.give("checkOut", { item: "h1", card: "ada" })
    expect(codesOf(await town.ask("sendBack", { interloan, item: "h1" }))).toEqual(["ItemStatusForbids"])
    await town.give("returnItem", { item: "h1" })
    await town.give("sendBack", { interloan, item: "h1" })
    expect(await town.interloan()).toMatchObject({ state: "completedWithoutReturn", endedAt: noon })
    expect((await town.rows("item")).map(({ status }) => status).sort()).toEqual(["onLoan", "withdrawn"])
    expect(await town.rows("outbox")).toEqual([])
    expect(codesOf(await town.ask("sendBack", { interloan, item: "h1" }))).toEqual(["InterloanStateForbids"])
    expect(await faults()).toEqual([])
  })

  it("is not set aside for a reader who is blocked, or by disputed charges where the policy lets them block", async () => {
    const comes = async (appealBlocks: boolean, standing: (town: Two["town"]) => Promise<unknown>) => {
      const { town, hill, relay, faults } = await twoSystems(layerMemory, { appealBlocks, debtMax: "90.00" })
      const reservation = await town.reserve("ada")
      await standing(town)
      const interloan = await sent({ town, hill, relay }, { reservation })
      const came = await town.give("borrowIn", { interloan, reservation, barcode: "h1", type: "book" })
      expect(await faults()).toEqual([])
      return came.setAside === null ? came.skipped : "set aside"
    }
    const disputed = async (town: Two["town"]) => {
      const { chargeId: charge } = await town.give("chargeReader", {
        card: "ada",
        kind: "fee",
        amount: 9_900,
        reason: "copies"
      })
      await town.give("appeal", { card: "ada", charge, reason: "not mine" })
    }
    expect(await comes(true, async () => {})).toBe("set aside")
    expect(
      await comes(true, (town) => town.give("placeBlock", { card: "ada", kind: "conduct", actions: ["borrow"] }))
    ).toMatchObject([{ because: "ReaderBlocked" }])
    expect(await comes(true, disputed)).toMatchObject([{ because: "DebtOverLimit" }])
    expect(await comes(false, disputed)).toBe("set aside")
  })

  it("is with a system that the policy declares, and lent to the reader that stands for it", async () => {
    const { town, hill, relay } = await twoSystems()
    const asking = (partner: string) => town.ask("requestInterloan", { partner, title: "Hill walks" })
    expect(await asking("dale")).toMatchObject({ refusals: [{ _tag: "PartnerUnknown", partner: "dale" }] })
    expect(await asking("constructor")).toMatchObject({ refusals: [{ _tag: "PartnerUnknown" }] })
    // Each declares both: a policy may be copied.
    expect(await asking("town")).toMatchObject({ refusals: [{ _tag: "PartnerUnknown", partner: "town" }] })
    const told = { interloan: "x1", partner: "dale", kind: "requested", title: "Hill walks" }
    expect(codesOf(await hill.ask("takeMessage", told as never))).toEqual(["PartnerUnknown"])
    const { interloanId: interloan } = await town.give("requestInterloan", { partner: "hill", title: "Hill walks" })
    await relay()
    await hill.give("registerReader", { card: "dora", name: "Dora", category: "adult" })
    const lent = (card: string) => hill.ask("lendOut", { interloan, item: "h1", card })
    expect(await lent("dora")).toMatchObject({ refusals: [{ _tag: "NotPartnersAccount", partner: "town" }] })
    expect((await lent("town")).ok).toBe(true)
  })

  it("is told by its partner alone", async () => {
    const { town, hill, relay } = await twoSystems()
    const { interloanId: interloan } = await town.give("requestInterloan", { partner: "hill", title: "Hill walks" })
    await relay()
    const told = (partner: string, kind: string, more: object = {}) =>
      hill.ask("takeMessage", { interloan, partner, kind, ...more } as never)
    expect(codesOf(await told("dale", "cancelled"))).toEqual(["InterloanUnknown"])
    expect(codesOf(await told("town", "unfilled"))).toEqual(["InterloanUnknown"])
    expect(codesOf(await told("dale", "requested", { title: "Another" }))).toEqual(["InterloanUnknown"])
    expect(await told("town", "requested")).toMatchObject({ ok: false, invalid: [expect.anything()] })
    expect(await told("town", "received")).toMatchObject({ refusals: [{ _tag: "InterloanStateForbids" }] })
  })

  it("keeps what the borrower is not ready for in the outbox, and delivers it later", async () => {
    const { town, hill, relay, states } = await twoSystems()
    const { interloanId: interloan } = await town.give("requestInterloan", { partner: "hill", title: "Hill walks" })
    await relay()
    await hill.give("lendOut", { interloan, item: "h1", card: "town" })
    await relay()
    await town.give("borrowIn", { interloan, barcode: "x", type: "book" })
    await hill.give("returnItem", { item: "h1" })
    await hill.give("completeInterloan", { interloan, item: "h1" })
    const [, back] = await relay()
    expect(back).toMatchObject({ delivered: 0, kept: [{ messageId: `${interloan} completed` }] })
    await town.give("sendBack", { interloan, item: "x" })
    await relay()
    expect(await states()).toEqual(["completed", "completed"])
    expect([await town.rows("outbox"), await hill.rows("outbox")]).toEqual([[], []])
  })

  it("names no reader in anything that is told", async () => {
    const { town, hill, relay } = await twoSystems()
    const reservation = await town.reserve("ada")
    await town.give("requestInterloan", { partner: "hill", title: "Hill walks", reservation })
    const [message] = await town.rows("outbox")
    expect(JSON.parse(message?.body ?? "")).toEqual({ kind: "requested", title: "Hill walks" })
    expect(message?.at).toBe(noon)
    await relay()
    expect((await hill.rows("interloan"))[0]?.reservationId).toBeNull()
  })
})

/** Asked for by town, sent by hill, and in town. */
const arrived = async (
  { town, hill, relay }: Pick<Two, "town" | "hill" | "relay">,
  lent: object = {}
): Promise<string> => {
  const interloan = await sent({ town, hill, relay }, {}, lent)
  await town.give("borrowIn", { interloan, barcode: "h1", type: "book" })
  await relay()
  return interloan
}

/** Asked for by town, perhaps for a reservation, and sent by hill. */
const sent = async (
  { town, hill, relay }: Pick<Two, "town" | "hill" | "relay">,
  more: object = {},
  lent: object = {}
): Promise<string> => {
  const asked = { partner: "hill", title: "Hill walks", ...more }
  const { interloanId: interloan } = await town.give("requestInterloan", asked)
  await relay()
  await hill.give("lendOut", { interloan, item: "h1", card: "town", ...lent })
  await relay()
  return interloan
}
type Two = Awaited<ReturnType<typeof twoSystems>>
