import { describe, expect, it } from "vitest"
import type { Answer } from "../../library/desk.ts"
import { ageLosses } from "../../library/incidents/ageLosses.ts"
import { nightlyAccrual } from "../../library/nightlyAccrual.ts"
import { codesOf, day, noon, receiptOf, type SmallLibrary, smallLibrary, tenant } from "../../testing/smallLibrary.ts"

/** What a loss costs here, and what is given back. */
const rule = {
  basis: { from: [{ from: "recordedPrice" }, { from: "estimate" }] },
  processing: { cash: { amount: "5.00" }, inKind: { amount: "2.00" } },
  afterLoss: "keep",
  replacement: { allowed: ["sameEdition"], deadlineDays: 30, blocksMeanwhile: true },
  refund: { gives: "paid" }
}

interface Given {
  readonly rule?: object
  readonly set?: object
  readonly price?: number | null
}

/** One book, lent to ada on a Monday for two weeks. */
const lentBook = async ({ rule: changed = {}, set = {}, price = 4000 }: Given = {}) => {
  const small = await smallLibrary({ debtMax: "unlimited" })
  const { library, desk, key } = small
  const titleId = await small.title("Book", ["b1"])
  if (price !== null) receiptOf(await desk.changeItem({ item: "b1", price, at: noon - day, key: key() }))
  const { rows } = await library.scan(tenant, "document", null, 10)
  const document = JSON.parse(rows.find(({ kind }) => kind === "policy")?.content ?? "")
  document.compensations = { books: { ...rule, ...changed } }
  document.rows[0].set = { ...document.rows[0].set, compensation: "books", ...set }
  const published = await library.publishPolicy({ tenant, content: document, at: noon - 1, by: "anna" })
  if (!published.ok) throw new Error(JSON.stringify(published.invalid))
  const { loanId, dueAt } = receiptOf(await desk.checkOut({ item: "b1", card: "ada", at: noon, key: key() }))
  return { ...small, titleId, loanId, dueAt }
}

const owed = async ({ library }: Pick<SmallLibrary, "library">, card = "ada") => {
  const { reader, chargesOfReader } = await library.read(tenant, {
    reader: { card: card as never },
    chargesOfReader: { card: card as never }
  })
  return {
    balance: reader?.account.balance,
    charges: Object.fromEntries(chargesOfReader.map(({ charge }) => [charge.kind, charge.outstanding]))
  }
}

const all = async (
  { library }: Pick<SmallLibrary, "library">,
  table: "incident" | "loan" | "loanReader" | "chargeIncident" | "chargeLoan"
) => (await library.scan(tenant, table, null, 100)).rows

const statusOf = async ({ library }: Pick<SmallLibrary, "library">, barcode = "b1") =>
  (await library.read(tenant, { item: { barcode: barcode as never } })).item?.item.status

const sound = async ({ library }: Pick<SmallLibrary, "library">) => {
  expect(await library.check(tenant)).toEqual([])
  expect(await library.replay(tenant)).toEqual([])
}

describe("a loss by the conduct of its reader", () => {
  it("stops the reader for as many days as the rule names for such conduct, once", async () => {
    const town = await lentBook({ rule: { suspensionDays: { theft: 30 } } })
    const { desk, key, library } = town
    await town.title("Other", ["b2"])
    const at = noon + day
    const loss = receiptOf(await desk.declareLost({ item: "b1", conduct: "theft", at, key: key() }))
    expect(loss.bill?.suspendedUntil).toBe(at + 30 * day)
    expect(codesOf(await desk.dryRun.checkOut({ item: "b2", card: "ada", at }))).toEqual(["ReaderBlocked"])
    const again = { incident: loss.incidentId, estimate: { minor: 100, currency: "CNY" }, at }
    expect(receiptOf(await desk.chargeIncident({ ...again, key: key() })).suspendedUntil).toBeNull()
    expect((await library.scan(tenant, "readerBlock", null, 10)).rows).toHaveLength(1)
    receiptOf(await desk.checkOut({ item: "b2", card: "ada", at: at + 31 * day, key: key() }))
    await sound(town)
  })

  it("charged anew as something worse stops for what that costs more; agreed in kind before, not twice", async () => {
    const rule = {
      suspensionDays: { theft: 30, onPurpose: 10 },
      processing: undefined,
      replacement: { allowed: ["sameEdition", "newerByConsent"] }
    }
    const { desk, key, library } = await lentBook({ rule })
    const ends = async () => (await library.scan(tenant, "readerBlock", null, 10)).rows.map(({ endsAt }) => endsAt)
    const at = noon + day
    const given = { item: "b1", conduct: "onPurpose", edition: "newerByConsent" } as const
    expect(await desk.dryRun.declareLost({ ...given, settledBy: "cash", at })).toMatchObject({
      invalid: [{ expected: "no edition where it is settled in money" }]
    })
    const claim = { item: "b1", as: "lost", edition: "newerByConsent", settledBy: "cash" } as const
    expect(await desk.dryRun.settleClaim({ ...claim, at })).toMatchObject({
      invalid: [{ expected: "no edition where it is settled in money" }]
    })
    const { incidentId, replaceUntil } = receiptOf(await desk.declareLost({ ...given, at, key: key() }))
    expect(replaceUntil).toBeNull()
    const [incident] = (await library.scan(tenant, "incident", null, 10)).rows
    expect([incident?.state, incident?.suspensionDays]).toEqual(["replacing", 10])
    receiptOf(await desk.chargeIncident({ incident: incidentId, at: at + day, key: key() }))
    expect(await ends()).toEqual([at + 10 * day])
    receiptOf(await desk.chargeIncident({ incident: incidentId, conduct: "theft", at: at + 2 * day, key: key() }))
    expect((await ends()).toSorted()).toEqual([at + 10 * day, at + 22 * day])
    const [charged] = (await library.scan(tenant, "incident", null, 10)).rows
    expect([charged?.conduct, charged?.suspensionDays]).toEqual(["theft", 30])
    await sound({ library })
  })

  it("stops nobody where it was an accident, and one billed later from the day of the bill", async () => {
    const rule = { suspensionDays: { theft: 30 } }
    const other = await lentBook({ rule })
    expect(
      receiptOf(await other.desk.declareLost({ item: "b1", at: noon, key: other.key() })).bill?.suspendedUntil
    ).toBeNull()
    const later = await lentBook({ rule, set: { billDeclaredAfter: { days: 5 } } })
    const reported = await later.desk.declareLost({ item: "b1", conduct: "theft", at: noon, key: later.key() })
    expect(receiptOf(reported).bill).toBeNull()
    await ageLosses(later.library, { tenant, at: noon + 6 * day })
    const [block] = (await later.library.scan(tenant, "readerBlock", null, 10)).rows
    expect(block?.endsAt).toBe(noon + 36 * day)
  })
})

it("a lost item that is paid for and withdrawn is never found: no charge names its loss any more", async () => {
  const town = await lentBook({ set: { lostPaidEnds: true } })
  const { desk, key } = town
  receiptOf(await desk.declareLost({ item: "b1", at: noon, key: key() }))
  receiptOf(await desk.pay({ card: "ada", amount: 4500, method: "cash", at: noon, key: key() }))
  expect(await all(town, "chargeIncident")).toHaveLength(2)
  receiptOf(await desk.withdrawItem({ item: "b1", reason: "not found", at: noon + day, key: key() }))
  expect(await all(town, "chargeIncident")).toEqual([])
  await sound(town)
})

describe("a loan is lost by its reminders", () => {
  const ladder = { reminders: [{ daysAfterDue: 7 }, { daysAfterDue: 14 }, { daysAfterDue: 21 }], lostAfterReminders: 2 }
  const nights = async (town: Awaited<ReturnType<typeof lentBook>>, days: ReadonlyArray<number>) => {
    const lost: Array<number> = []
    for (const late of days) {
      const at = town.dueAt + late * day
      await nightlyAccrual(town.library, { tenant, at })
      if ((await ageLosses(town.library, { tenant, at })).aged > 0) lost.push(late)
    }
    return lost
  }

  it("once so many are recorded, from the day of that reminder, whenever the night comes", async () => {
    for (const days of [
      [7, 13, 14],
      [3, 20]
    ]) {
      const town = await lentBook({ set: ladder })
      expect(await nights(town, days)).toEqual([days.at(-1)])
      const [loan] = (await town.library.scan(tenant, "loan", null, 10)).rows
      expect(new Date(loan?.lateUntil ?? 0).toISOString()).toBe("2026-03-29T16:00:00.000Z")
      await sound(town)
    }
  })

  it("or by the days, if those come first; never where no reminder is sent", async () => {
    expect(await nights(await lentBook({ set: { ...ladder, lostAfter: { days: 10 } } }), [7, 10])).toEqual([10])
    expect(await nights(await lentBook({ set: { lostAfterReminders: 1 } }), [100])).toEqual([])
  })
})

describe("reminders of a date that is no longer the due date", () => {
  const ladder = { reminders: [{ daysAfterDue: 7 }, { daysAfterDue: 14 }], lostAfterReminders: 2 }

  it("do not make a loan lost that is not late any more, and count on once it is that late again", async () => {
    const town = await lentBook({ set: ladder })
    const { desk, key, library } = town
    const at = town.dueAt + 14 * day
    await nightlyAccrual(library, { tenant, at })
    const dueAt = at + 30 * day
    receiptOf(await desk.changeDueDate({ item: "b1", dueAt, reason: "ill", at, key: key() }))
    expect(await ageLosses(library, { tenant, at: at + day })).toMatchObject({ aged: 0 })
    expect(await ageLosses(library, { tenant, at: dueAt + 13 * day })).toMatchObject({ aged: 0 })
    expect(await ageLosses(library, { tenant, at: dueAt + 15 * day })).toMatchObject({ aged: 1 })
    await sound(town)
  })
})

describe("an item is declared lost", () => {
  it("its loan stays open, value and processing are charged at once, being late as far as the rule keeps it", async () => {
    const town = await lentBook()
    const { desk, key, loanId } = town
    const loss = receiptOf(await desk.declareLost({ item: "b1", at: noon + 20 * day, key: key() }))
    expect(loss).toMatchObject({ loanId, billAt: null, replaceUntil: null, bill: { amount: 4500 } })
    expect(loss.bill?.overdue).toMatchObject({ treatment: "keep", accrued: 60 })
    expect(await owed(town)).toEqual({ balance: 4560, charges: { loss: 4000, processing: 500, overdue: 60 } })
    expect(await statusOf(town)).toBe("declaredLost")
    expect(await all(town, "incident")).toMatchObject([{ state: "charged", kind: "loss", loanId }])
    expect(codesOf(await desk.declareLost({ item: "b1", at: noon + 21 * day, key: key() }))).toEqual([
      "ItemStatusForbids"
    ])
    await sound(town)
  })

  it("says all at once why its cost cannot be told, at which place, and does nothing", async () => {
    const town = await lentBook({
      price: null,
      rule: { processing: { cash: { amount: { min: "1.00", max: "9.00" } } } }
    })
    const { desk, key } = town
    const answer = await desk.declareLost({ item: "b1", at: noon + day, key: key() })
    expect(answer).toMatchObject({
      ok: false,
      refusals: [
        { _tag: "CostUntold", because: "BasisMissing", details: { sources: "recordedPrice, estimate" } },
        {
          _tag: "CostUntold",
          because: "ChoiceNeeded",
          at: "processing.cash",
          details: { min: "1.00", max: "9.00", unit: "amount" }
        }
      ]
    })
    expect(await statusOf(town)).toBe("onLoan")
    expect(await all(town, "incident")).toEqual([])
    const told = { estimate: { minor: 3000, currency: "CNY" }, choices: { "processing.cash": "3.00" } }
    const loss = receiptOf(await desk.declareLost({ item: "b1", ...told, at: noon + day, key: key() }))
    expect(loss.bill?.amount).toBe(3300)
    await sound(town)
  })

  it("by its reader: what it costs is for staff to say", async () => {
    const town = await lentBook()
    const { desk, screenOf, key } = town
    const at = noon + day
    expect(codesOf(await screenOf("ben").declareLost({ item: "b1", at, key: key() }))).toEqual(["ItemUnknown"])
    expect(codesOf(await screenOf("ada").declareLost({ item: "b1", conduct: "noFault", at, key: key() }))).toEqual([
      "NotPermitted"
    ])
    const { incidentId, bill } = receiptOf(
      await screenOf("ada").declareLost({ item: "b1", note: "left on a train", at, key: key() })
    )
    expect(bill).toBeNull()
    expect((await owed(town)).balance).toBe(0)
    expect(receiptOf(await desk.chargeIncident({ incident: incidentId, at: at + day, key: key() }))).toMatchObject({
      amount: 4500
    })
    expect((await owed(town)).balance).toBe(4500)
    await sound(town)
  })

  it("is left for an actual cost where the policy says so, charged once it is known, and brought to another", async () => {
    const town = await lentBook({ price: null, set: { lossCost: "actualIfUnknown" } })
    const { desk, key } = town
    const { incidentId, bill } = receiptOf(await desk.declareLost({ item: "b1", at: noon + 20 * day, key: key() }))
    expect(bill).toBeNull()
    const cost = { incident: incidentId, at: noon + 21 * day }
    expect(receiptOf(await desk.setActualCost({ ...cost, amount: 2500, processing: 100, key: key() })).amount).toBe(
      2600
    )
    expect(await owed(town)).toEqual({ balance: 2660, charges: { loss: 2500, processing: 100, overdue: 60 } })
    receiptOf(await desk.setActualCost({ ...cost, amount: 2000, key: key() }))
    expect(await owed(town)).toEqual({ balance: 2060, charges: { loss: 2000, overdue: 60 } })
    expect("invalid" in (await desk.setActualCost({ ...cost, amount: -1, key: key() }))).toBe(true)
    receiptOf(await desk.pay({ card: "ada", amount: 1500, method: "cash", at: cost.at, key: key() }))
    receiptOf(await desk.setActualCost({ ...cost, amount: 1500, key: key() }))
    expect(await all(town, "incident")).toMatchObject([{ state: "settled" }])
    await sound(town)
  })

  for (const [afterLoss, overdue] of [
    ["add", { overdue: 60 }],
    ["drop", {}],
    [{ cap: "0.25" }, { overdue: 25 }],
    ["keep", { overdue: 60 }]
  ] as const)
    it(`what being late cost so far: ${JSON.stringify(afterLoss)}`, async () => {
      const town = await lentBook({ rule: { afterLoss } })
      const { desk, key } = town
      receiptOf(await desk.declareLost({ item: "b1", at: noon + 20 * day, key: key() }))
      expect((await owed(town)).charges).toEqual({ loss: 4000, processing: 500, ...overdue })
      receiptOf(await desk.returnItem({ item: "b1", at: noon + 40 * day, key: key() }))
      expect((await owed(town)).charges).toEqual(overdue)
      await sound(town)
    })
})

describe("a claim that an item was returned is settled", () => {
  const claimed = async () => {
    const town = await lentBook()
    const { desk, key, titleId } = town
    receiptOf(await desk.reserve({ title: titleId, card: "ben", at: noon + day, key: key() }))
    receiptOf(await town.desk.claimReturned({ item: "b1", at: noon + 20 * day, key: town.key() }))
    return town
  }

  it("found on the shelf: the loan ends as of the claim, and being late with it", async () => {
    const town = await claimed()
    const { desk, key } = town
    const settled = receiptOf(await desk.settleClaim({ item: "b1", as: "found", at: noon + 40 * day, key: key() }))
    expect(settled.returned).toMatchObject({ charge: { amount: 60 }, setAside: { pickupBranch: "main" } })
    expect((await all(town, "loan"))[0]).toMatchObject({ state: "closed", closedAt: noon + 20 * day })
    await sound(town)
  })

  it("not found: the loan goes on, as late as it is", async () => {
    const town = await claimed()
    const { desk, key } = town
    receiptOf(await desk.settleClaim({ item: "b1", as: "notFound", at: noon + 30 * day, key: key() }))
    expect(await statusOf(town)).toBe("onLoan")
    expect(receiptOf(await desk.returnItem({ item: "b1", at: noon + 40 * day, key: key() })).charge?.amount).toBe(260)
    await sound(town)
  })

  it("lost: charged as any loss, late up to the claim", async () => {
    const town = await claimed()
    const { desk, key } = town
    const settled = receiptOf(await desk.settleClaim({ item: "b1", as: "lost", at: noon + 40 * day, key: key() }))
    expect(settled.loss?.bill).toMatchObject({ amount: 4500, overdue: { accrued: 60 } })
    expect(codesOf(await desk.settleClaim({ item: "b1", as: "found", at: noon + 41 * day, key: key() }))).toEqual([
      "ItemStatusForbids"
    ])
    await sound(town)
  })
})

describe("a loan that is overdue for long", () => {
  const set = { lostAfter: { days: 28 }, billAgedAfter: { weeks: 1 } }

  it("is lost once, and charged once, however often and how many at once the night comes", async () => {
    const town = await lentBook({ set })
    const { library, dueAt } = town
    const night = (at: number) => ageLosses(library, { tenant, at })
    expect(await night(dueAt + 28 * day - 1)).toMatchObject({ aged: 0, billed: 0, notDoneCount: 0 })
    const nights = await Promise.all([night(dueAt + 29 * day), night(dueAt + 29 * day)])
    expect(nights.reduce((sum, { aged }) => sum + aged, 0)).toBe(1)
    expect(await statusOf(town)).toBe("agedToLost")
    expect((await owed(town)).balance).toBe(0)
    const bills = await Promise.all([night(dueAt + 36 * day), night(dueAt + 36 * day), night(dueAt + 36 * day)])
    expect(bills.reduce((sum, { billed }) => sum + billed, 0)).toBe(1)
    expect(await night(dueAt + 37 * day)).toEqual({ aged: 0, billed: 0, forgotten: 0, notDoneCount: 0, notDone: [] })
    expect((await owed(town)).charges).toEqual({ loss: 4000, processing: 500, overdue: 280 })
    await sound(town)
  })

  it("and returned before it is charged: an ordinary late return", async () => {
    const town = await lentBook({ set })
    const { library, desk, key, dueAt } = town
    await ageLosses(library, { tenant, at: dueAt + 28 * day })
    const back = receiptOf(await desk.returnItem({ item: "b1", at: dueAt + 30 * day, key: key() }))
    expect(back).toMatchObject({ charge: { amount: 300 }, found: { givenBack: 0, cancelled: 0 } })
    expect(await ageLosses(library, { tenant, at: dueAt + 40 * day })).toMatchObject({ billed: 0 })
    await sound(town)
  })

  it("and cannot be priced: reported, and nothing else held up", async () => {
    const town = await lentBook({ set: { lostAfterDays: 3 }, price: null })
    const { library, dueAt } = town
    expect(await ageLosses(library, { tenant, at: dueAt + 3 * day })).toMatchObject({
      aged: 1,
      billed: 0,
      notDoneCount: 1
    })
    await sound(town)
  })
})

describe("a lost item turns up", () => {
  const lost = async (given: Given = {}) => {
    const town = await lentBook(given)
    const { desk, key } = town
    const loss = receiptOf(await desk.declareLost({ item: "b1", at: noon + 20 * day, key: key() }))
    const pay = async (amount: number, at = noon + 25 * day) =>
      receiptOf(await desk.pay({ card: "ada", amount, method: "cash", at, key: key() }))
    return { ...town, loss, pay }
  }

  it("paid: all comes back as a credit, once, and the queue goes on as for any return", async () => {
    const town = await lost({ rule: { afterLoss: "drop" } })
    const { desk, far, key, pay, titleId } = town
    await pay(4500)
    expect(await all(town, "incident")).toMatchObject([{ state: "settled" }])
    receiptOf(await desk.quickAdd({ barcode: "q1", title: "Other", type: "book", at: noon + 26 * day, key: key() }))
    expect(await all(town, "loan")).toMatchObject([{ state: "lost" }])
    const second = await town.title("Other", ["b2"])
    expect(second).not.toBe(titleId)
    const back = receiptOf(await far.returnItem({ item: "b1", at: noon + 40 * day, key: key() }))
    expect(back).toMatchObject({ found: { givenBack: 4500, cancelled: 0, because: null }, sendTo: "main" })
    expect((await owed(town)).balance).toBe(-4500)
    expect(receiptOf(await desk.returnItem({ item: "b1", at: noon + 41 * day, key: key() })).found).toBeNull()
    expect((await owed(town)).balance).toBe(-4500)
    expect(await statusOf(town)).toBe("available")
    for (const table of ["loanReader", "chargeIncident", "chargeLoan"] as const)
      expect(await all(town, table)).toEqual([])
    await sound(town)
  })

  it.each([
    [{ overdueCap: "15.00" }, 1500],
    [{ overdueCap: "15.00", overdueCapOfPrice: 10 }, 400],
    [{ overdueCap: "2.00", overdueCapOfPrice: 10 }, 200]
  ])("less the most that being late may cost, by either cap: %j", async (set, kept) => {
    const town = await lost({ rule: { afterLoss: "drop", refund: { gives: "paid", lessOverdue: "cap" } }, set })
    await town.pay(4500)
    const back = receiptOf(await town.desk.returnItem({ item: "b1", at: noon + 40 * day, key: town.key() }))
    expect(back.found?.givenBack).toBe(4500 - kept)
    await sound(town)
  })

  for (const [name, refund, paid, balance] of [
    ["nothing is given", { gives: "none" }, 1000, 3500],
    ["what was not paid is cancelled", { gives: "unpaidPart" }, 1000, 0],
    ["what was paid comes back", { gives: "paid" }, 1000, -1000],
    ["less the processing", { gives: "paid", lessProcessing: true }, 1000, -500],
    ["the processing stays owed", { gives: "paid", lessProcessing: true }, 0, 500],
    ["less being late since the payment", { gives: "paid", lessOverdue: "sincePayment" }, 4500, -4350],
    ["within the window", { gives: "paid", within: { days: 15, of: "payment" } }, 4500, -4500],
    ["after the window", { gives: "paid", within: { days: 14, of: "payment" } }, 4500, 0],
    [
      "after the window, what was not paid",
      { gives: "paid", within: { hours: 359, of: "payment" }, afterwards: "unpaidPart" },
      1000,
      0
    ],
    ["within the window to the hour", { gives: "paid", within: { hours: 360, of: "payment" } }, 1000, -1000],
    ["being late is due again", { gives: "paid", restoresOverdue: true }, 4500, -4440],
    ["being late is due up to the return", { gives: "paid", chargesOverdue: true }, 4500, -4240]
  ] as const)
    it(`refund: ${name}`, async () => {
      const town = await lost({ rule: { afterLoss: "drop", refund } })
      const { desk, key, pay } = town
      if (paid > 0) await pay(paid)
      receiptOf(await desk.returnItem({ item: "b1", at: noon + 40 * day, key: key() }))
      expect((await owed(town)).balance).toBe(balance)
      await sound(town)
    })

  it("without a charge for being late, for who may say so", async () => {
    const town = await lost({ rule: { afterLoss: "drop", refund: { gives: "paid", chargesOverdue: true } } })
    const { desk, key } = town
    receiptOf(await desk.returnItem({ item: "b1", withoutCharge: true, at: noon + 40 * day, key: key() }))
    expect((await owed(town)).balance).toBe(0)
    await sound(town)
  })

  it("lent to somebody else: the same refund, by an override", async () => {
    const town = await lost({ rule: { afterLoss: "drop" } })
    const { desk, key, loanId } = town
    const lend = { item: "b1", card: "ben", at: noon + 40 * day }
    expect(codesOf(await desk.checkOut({ ...lend, key: key() }))).toEqual(["ItemOnLoan"])
    const lent = receiptOf(await desk.checkOut({ ...lend, override: { reason: "has it in hand" }, key: key() }))
    expect(lent.ended).toMatchObject({ loanId, found: { cancelled: 4500 } })
    expect((await owed(town)).balance).toBe(0)
    await sound(town)
  })

  it("after the library bought another: nothing comes back", async () => {
    const town = await lost()
    const { desk, key, pay, loss } = town
    await pay(4560)
    const bought = { incident: loss.incidentId, at: noon + 30 * day }
    receiptOf(await desk.markReplacementBought({ ...bought, key: key() }))
    expect(codesOf(await desk.markReplacementBought({ ...bought, key: key() }))).toEqual(["IncidentStateForbids"])
    const back = receiptOf(await desk.returnItem({ item: "b1", at: noon + 40 * day, key: key() }))
    expect(back.found).toMatchObject({ givenBack: 0, because: "replacementBought" })
    expect((await owed(town)).balance).toBe(0)
    await sound(town)
  })

  it("whose loan ended as it was paid: the money comes back all the same", async () => {
    const town = await lost({ set: { lostPaidEnds: true } })
    const { desk, key, pay } = town
    await pay(4560)
    expect(await statusOf(town)).toBe("lostAndPaid")
    expect(await all(town, "loan")).toMatchObject([{ state: "closed" }])
    expect(await all(town, "loanReader")).toEqual([])
    await sound(town)
    const back = receiptOf(await desk.returnItem({ item: "b1", at: noon + 40 * day, key: key() }))
    expect(back.found).toMatchObject({ givenBack: 4500 })
    expect(await owed(town)).toEqual({ balance: -4500, charges: {} })
    expect(await statusOf(town)).toBe("available")
    expect(await all(town, "chargeIncident")).toEqual([])
    await sound(town)
  })
})

describe("a loss that was paid and whose loan ended with that", () => {
  it("is forgotten by the night once nothing of it can be given back, and not before", async () => {
    const town = await lentBook({
      rule: { refund: { gives: "paid", within: { days: 10, of: "payment" } } },
      set: { lostPaidEnds: true }
    })
    const { desk, library, key } = town
    receiptOf(await desk.declareLost({ item: "b1", at: noon + day, key: key() }))
    receiptOf(await desk.pay({ card: "ada", amount: 4500, method: "cash", at: noon + day, key: key() }))
    const paidAt = noon + day
    expect(await ageLosses(library, { tenant, at: paidAt + 10 * day })).toMatchObject({ forgotten: 0, notDoneCount: 0 })
    expect(await all(town, "chargeIncident")).toHaveLength(2)
    expect(await ageLosses(library, { tenant, at: paidAt + 11 * day })).toMatchObject({ forgotten: 1 })
    expect(await all(town, "chargeIncident")).toEqual([])
    const back = receiptOf(await desk.returnItem({ item: "b1", at: paidAt + 12 * day, key: key() }))
    expect(back.found).toMatchObject({ givenBack: 0 })
    await sound(town)
  })
})

describe("a loss that is paid", () => {
  for (const [name, settle] of [
    ["pay", (desk, key) => desk.pay({ card: "ada", amount: 4500, method: "cash", at: noon + 30 * day, key: key() })],
    ["writeOff", (desk, key) => desk.writeOff({ card: "ada", reason: "moved", at: noon + 30 * day, key: key() })],
    ["handOverDebt", (desk, key) => desk.handOverDebt({ card: "ada", to: "office", at: noon + 30 * day, key: key() })],
    [
      "waive",
      async (desk, key, library) => {
        const owed = (await library.read(tenant, { chargesOfReader: { card: "ada" as never } })).chargesOfReader
        const given = { card: "ada", reason: "so be it", at: noon + 30 * day }
        const answers = []
        for (const { charge } of owed) answers.push(await desk.waive({ ...given, charge: charge.chargeId, key: key() }))
        return answers.find(({ ok }) => !ok) ?? (answers[0] as Answer<unknown>)
      }
    ]
  ] as ReadonlyArray<
    readonly [
      string,
      (desk: SmallLibrary["desk"], key: () => string, library: SmallLibrary["library"]) => Promise<Answer<unknown>>
    ]
  >)
    it(`by ${name}: its loan ends where the policy says so, and nothing links it any more`, async () => {
      const town = await lentBook({ rule: { refund: { gives: "unpaidPart" } }, set: { lostPaidEnds: true } })
      const { desk, key, library } = town
      receiptOf(await desk.declareLost({ item: "b1", at: noon + day, key: key() }))
      receiptOf(await settle(desk, key, library))
      expect(await statusOf(town)).toBe("lostAndPaid")
      for (const table of ["loanReader", "chargeIncident", "chargeLoan"] as const)
        expect(await all(town, table)).toEqual([])
      await sound(town)
    })
})

describe("being late that was paid before the loss", () => {
  it("names its loan no more once the loss is paid and the loan ends with that", async () => {
    const town = await lentBook({ set: { lostPaidEnds: true } })
    const { desk, key } = town
    receiptOf(await desk.declareLost({ item: "b1", at: noon + 20 * day, key: key() }))
    const pay = async (amount: number) =>
      desk.pay({ card: "ada", amount, method: "cash", at: noon + 21 * day, key: key() })
    const late = (await all(town, "chargeLoan"))[0] as { readonly chargeId: string }
    const named = { card: "ada", method: "cash", charges: [late.chargeId] }
    receiptOf(await desk.pay({ ...named, amount: 60, at: noon + 20 * day, key: key() }))
    expect(await all(town, "chargeLoan")).toHaveLength(1)
    receiptOf(await pay(4500))
    expect(await statusOf(town)).toBe("lostAndPaid")
    expect(await all(town, "chargeLoan")).toEqual([])
    await sound(town)
  })
})

describe("a lost loan that was secured by a deposit", () => {
  it("ends with its payment, and the deposit is given back; not while that is owed", async () => {
    const town = await lentBook({ rule: { afterLoss: "drop" }, set: { lostPaidEnds: true, deposit: "3.00" } })
    const { desk, library, key } = town
    receiptOf(await desk.declareLost({ item: "b1", at: noon + day, key: key() }))
    const { depositsOfReader } = await library.read(tenant, { depositsOfReader: { card: "ada" as never } })
    const charge = depositsOfReader[0]?.charge.chargeId ?? ""
    receiptOf(
      await desk.pay({ card: "ada", amount: 300, method: "cash", charges: [charge], at: noon + day, key: key() })
    )
    receiptOf(await desk.pay({ card: "ada", amount: 4500, method: "cash", at: noon + day, key: key() }))
    expect(await statusOf(town)).toBe("lostAndPaid")
    receiptOf(await desk.giveBackDeposit({ card: "ada", charge, method: "cash", at: noon + 2 * day, key: key() }))
    await sound(town)
  })
})

describe("a copy in place of a lost one", () => {
  it("blocks borrowing until it is brought, takes over the barcode, and is never undone", async () => {
    const town = await lentBook()
    const { desk, key, title } = town
    await title("Other", ["b2"])
    const loss = receiptOf(await desk.declareLost({ item: "b1", settledBy: "inKind", at: noon + day, key: key() }))
    expect(loss.bill).toMatchObject({ amount: 200 })
    expect(new Date(loss.replaceUntil ?? 0).toISOString()).toBe("2026-04-02T15:59:59.999Z")
    expect(codesOf(await desk.checkOut({ item: "b2", card: "ada", at: noon + 2 * day, key: key() }))).toEqual([
      "ReplacementAwaited"
    ])
    const { depositBack } = receiptOf(
      await desk.replaceItem({ item: "b1", as: "sameBarcode", at: noon + 3 * day, key: key() })
    )
    expect(depositBack).toBeNull()
    expect(await statusOf(town)).toBe("inProcess")
    expect(receiptOf(await desk.returnItem({ item: "b1", at: noon + 4 * day, key: key() })).found).toBeNull()
    expect(await owed(town)).toEqual({ balance: 200, charges: { processing: 200 } })
    expect(await all(town, "loanReader")).toHaveLength(1)
    receiptOf(await desk.pay({ card: "ada", amount: 200, method: "cash", at: noon + 5 * day, key: key() }))
    for (const table of ["loanReader", "chargeIncident"] as const) expect(await all(town, table)).toEqual([])
    receiptOf(await desk.checkOut({ item: "b2", card: "ada", at: noon + 5 * day, key: key() }))
    await sound(town)
  })

  it("agreed on after money was paid: it is a credit; past its deadline the money is due again", async () => {
    const town = await lentBook()
    const { desk, library, key } = town
    const { incidentId } = receiptOf(await desk.declareLost({ item: "b1", at: noon + day, key: key() }))
    receiptOf(await desk.pay({ card: "ada", amount: 1000, method: "cash", at: noon + 2 * day, key: key() }))
    const agree = { incident: incidentId, at: noon + 3 * day }
    expect(codesOf(await desk.agreeReplacement({ ...agree, edition: "newerByConsent", key: key() }))).toEqual([
      "CostUntold"
    ])
    receiptOf(await desk.agreeReplacement({ ...agree, edition: "sameEdition", key: key() }))
    expect((await owed(town)).balance).toBe(-800)
    expect(await ageLosses(library, { tenant, at: noon + 33 * day })).toMatchObject({ billed: 0 })
    expect(await ageLosses(library, { tenant, at: noon + 34 * day })).toMatchObject({ billed: 1 })
    expect((await owed(town)).balance).toBe(3500)
    await sound(town)
  })
})

describe("what stands in the way", () => {
  const at = noon + 20 * day
  type Town = Awaited<ReturnType<typeof lentBook>>
  const lose = async ({ desk, key }: Town, more: object = {}) =>
    receiptOf(await desk.declareLost({ item: "b1", ...more, at, key: key() })).incidentId
  const giveBack = async ({ desk, key }: Town) =>
    receiptOf(await desk.returnItem({ item: "b1", at: at + 1, key: key() }))

  const table: ReadonlyArray<
    readonly [
      what: string,
      command: (town: Town) => Promise<Answer<unknown>>,
      codes: ReadonlyArray<string>,
      given?: Given
    ]
  > = [
    ["an item that there is not", ({ desk }) => desk.dryRun.declareLost({ item: "b9", at }), ["ItemUnknown"]],
    [
      "an item on the shelf",
      async (town) => {
        await giveBack(town)
        return town.desk.dryRun.declareLost({ item: "b1", at: at + 2 })
      },
      ["ItemNotOnLoan"]
    ],
    [
      "no rule",
      ({ desk }) => desk.dryRun.declareLost({ item: "b1", at }),
      ["PolicySettingMissing"],
      { set: { compensation: undefined } }
    ],
    [
      "a copy in kind where the rule knows none",
      ({ desk }) => desk.dryRun.declareLost({ item: "b1", settledBy: "inKind", at }),
      ["CostUntold"],
      { rule: { replacement: undefined } }
    ],
    [
      "a choice that nobody asked for",
      ({ desk }) => desk.dryRun.declareLost({ item: "b1", choices: { "charge.flat": "1.00" }, at }),
      ["CostUntold"]
    ],
    [
      "a price in a currency without a rate",
      ({ desk }) => desk.dryRun.declareLost({ item: "b1", estimate: { minor: 100, currency: "USD" }, at }),
      ["CostUntold"],
      { price: null }
    ],
    [
      "a search for what was not claimed",
      ({ desk }) => desk.dryRun.settleClaim({ item: "b1", as: "found", at }),
      ["ItemStatusForbids"]
    ],
    [
      "a loan that is not overdue",
      ({ desk }) => desk.dryRun.ageToLost({ item: "b1", at: noon }),
      ["TooSoon"],
      { set: { lostAfter: { days: 1 } } }
    ],
    ["a loan that never is lost", ({ desk }) => desk.dryRun.ageToLost({ item: "b1", at }), ["TooSoon"]],
    [
      "an incident that there is not",
      ({ desk }) => desk.dryRun.chargeIncident({ incident: "n9", at }),
      ["IncidentUnknown"]
    ],
    [
      "a bill that is not due by itself",
      async (town) => town.desk.dryRun.billIncident({ incident: await lose(town), at }),
      ["TooSoon"]
    ],
    [
      "a loss that was found",
      async (town) => {
        const incident = await lose(town)
        await giveBack(town)
        return town.desk.dryRun.setActualCost({ incident, amount: 1, at: at + 2 })
      },
      ["IncidentStateForbids"]
    ],
    [
      "a copy that was not agreed on",
      async (town) => {
        await lose(town)
        return town.desk.dryRun.replaceItem({ item: "b1", as: "otherItem", at })
      },
      ["IncidentStateForbids"]
    ],
    [
      "a return where lost items are looked into first",
      async (town) => {
        await lose(town)
        return town.desk.dryRun.returnItem({ item: "b1", at })
      },
      ["ItemStatusForbids"],
      { set: { returnOfLost: "refused" } }
    ],
    [
      "a renewal, and another due date, of what is lost",
      async (town) => {
        await lose(town)
        const due = await town.desk.dryRun.changeDueDate({ item: "b1", dueAt: at + day, reason: "asked", at })
        expect(codesOf(due)).toEqual(["ItemStatusForbids"])
        return town.desk.dryRun.renew({ item: "b1", at })
      },
      ["ItemStatusForbids"]
    ]
  ]
  for (const [what, command, codes, given = {}] of table)
    it(what, async () => {
      const town = await lentBook(given)
      const told = codesOf(await command(town))
      for (const code of codes) expect(told).toContain(code)
      await sound(town)
    })

  it("negative, fractional and enormous numbers, and currencies that are none, are no input", async () => {
    const { desk } = await lentBook()
    for (const minor of [-1, 0.5, Number.NaN, 2 ** 53])
      expect(
        "invalid" in (await desk.dryRun.declareLost({ item: "b1", estimate: { minor, currency: "CNY" }, at }))
      ).toBe(true)
    for (const currency of ["", "cny", "EURO"])
      expect("invalid" in (await desk.dryRun.declareLost({ item: "b1", estimate: { minor: 1, currency }, at }))).toBe(
        true
      )
  })
})

describe("readers with open losses", () => {
  it("are not erased; merged, the loss goes with them, but not what was paid of it", async () => {
    const town = await lentBook()
    const { desk, key } = town
    receiptOf(await desk.declareLost({ item: "b1", at: noon + day, key: key() }))
    expect(codesOf(await desk.eraseReader({ card: "ada", at: noon + 2 * day, key: key() }))).toContain("LoansOpen")
    receiptOf(await desk.mergeReaders({ card: "ben", other: "ada", at: noon + 2 * day, key: key() }))
    receiptOf(await desk.pay({ card: "ben", amount: 1000, method: "cash", at: noon + 3 * day, key: key() }))
    expect(codesOf(await desk.mergeReaders({ card: "kim", other: "ben", at: noon + 3 * day, key: key() }))).toEqual([
      "LossOpen"
    ])
    receiptOf(await desk.returnItem({ item: "b1", at: noon + 4 * day, key: key() }))
    expect(await owed(town, "ben")).toEqual({ balance: -1000, charges: {} })
    await sound(town)
  })
})
