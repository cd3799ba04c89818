import { describe, expect, it } from "vitest"
import { ageLosses } from "../../library/incidents/ageLosses.ts"
import { nightlyAccrual } from "../../library/nightlyAccrual.ts"
import { amendPolicy } from "../../testing/amending.ts"
import { codesOf, day, noon, receiptOf, smallLibrary, tenant } from "../../testing/smallLibrary.ts"

const kinds = {
  stain: [
    { grade: "light", cost: { perSpot: "0.50" } },
    { grade: "heavy", cost: { percentOfPrice: { min: "20", max: "50" } } }
  ],
  spine: [{ grade: "loose", cost: { repairCost: true } }],
  water: [{ grade: "wet", cost: { asLoss: true } }]
}
const town = {
  basis: { from: [{ from: "recordedPrice" }, { from: "foreignPrice" }, { from: "estimate" }] },
  processing: { cash: { amount: "5.00" } },
  damage: { kinds, dropsOverdue: true },
  parts: { disc: "3.00" }
}

const opened = async (
  compensation: object | null = { compensation: "town" },
  dropsOverdue = true,
  rule: object = {}
) => {
  const small = await smallLibrary()
  const { rows } = await small.library.scan(tenant, "document", null, 10)
  const document = JSON.parse(rows.find(({ kind }) => kind === "policy")?.content ?? "")
  document.compensations = { town: { ...town, ...rule, damage: { ...town.damage, dropsOverdue } } }
  Object.assign(document.rows[0].set, { debtMax: "unlimited", ...compensation })
  const published = await small.library.publishPolicy({ tenant, content: document, at: noon - 1, by: "anna" })
  expect(published.ok).toBe(true)
  await small.title("Book", ["b1"])
  return small
}

const stain = { damages: [{ kind: "stain", grade: "light", count: 2 }] }
const heavy = { damages: [{ kind: "stain", grade: "heavy" }] }
const wet = { damages: [{ kind: "water", grade: "wet" }] }

describe("an inspection is refused, with what and where, and nothing is half done:", () => {
  const cases: Array<[what: string, input: object, code: string, details: object]> = [
    ["an unknown item", { item: "none", ...stain }, "ItemUnknown", {}],
    [
      "a kind of damage that the rule does not know",
      { damages: [{ kind: "fire", grade: "burnt" }] },
      "CostUntold",
      { because: "DamageKindUnknown" }
    ],
    [
      "a grade that it does not know",
      { damages: [{ kind: "stain", grade: "odd" }] },
      "CostUntold",
      { because: "GradeUnknown" }
    ],
    ["a part that it does not know", { parts: [{ part: "horn" }] }, "CostUntold", { because: "PartUnknown" }],
    ["no basis price", wet, "CostUntold", { because: "BasisMissing" }],
    [
      "a foreign price without a rate",
      { ...wet, estimate: { minor: 900, currency: "XAU" } },
      "CostUntold",
      { because: "RateMissing" }
    ],
    [
      "a range without a choice",
      { ...heavy, estimate: { minor: 900, currency: "CNY" } },
      "CostUntold",
      { because: "ChoiceNeeded", at: "damage.stain.heavy" }
    ],
    [
      "a choice outside the range",
      { ...heavy, estimate: { minor: 900, currency: "CNY" }, choices: { "damage.stain.heavy": "51" } },
      "CostUntold",
      { because: "ChoiceOutside" }
    ],
    [
      "a choice where none is left",
      { ...stain, choices: { "damage.stain.light": "1" } },
      "CostUntold",
      { because: "ChoiceNotAsked" }
    ],
    [
      "mending without its cost",
      { damages: [{ kind: "spine", grade: "loose" }] },
      "CostUntold",
      { because: "RepairCostMissing" }
    ],
    ["a reader who is not there", { ...stain, record: { card: "nobody", evidence: "seen" } }, "ReaderUnknown", {}]
  ]
  it.each(cases)("%s", async (_, input, code, details) => {
    const { library, desk, key } = await opened()
    receiptOf(await desk.checkOut({ item: "b1", card: "ada", at: noon, key: key() }))
    const before = await library.scan(tenant, "event", null, 1_000)
    const answer = await desk.inspect({
      item: "b1",
      takeBack: {},
      charge: true,
      at: noon + day,
      key: key(),
      ...input
    } as never)
    expect(answer).toMatchObject({ ok: false, refusals: [{ _tag: code, ...details }] })
    expect(await library.scan(tenant, "event", null, 1_000)).toEqual(before)
  })

  const bad: Array<[what: string, input: object, path: string]> = [
    ["a negative count", { damages: [{ kind: "stain", grade: "light", count: -1 }] }, "damages.0.count"],
    ["a fractional count", { damages: [{ kind: "stain", grade: "light", count: 1.5 }] }, "damages.0.count"],
    ["an enormous count", { parts: [{ part: "disc", count: 1e12 }] }, "parts.0.count"],
    ["a negative repair cost", { repairCost: -1 }, "repairCost"],
    ["an enormous price", { estimate: { minor: 1e15, currency: "CNY" } }, "estimate.minor"],
    ["a currency that is none", { estimate: { minor: 1, currency: "yuan" } }, "estimate.currency"],
    ["one kind of damage twice", { damages: [stain.damages[0], heavy.damages[0]] }, "damages"],
    ["an address that no browser should follow", { photo: "javascript:alert(1)" }, "photo"],
    ["a record without evidence", { record: { card: "ada", evidence: " " } }, "record.evidence"]
  ]
  it.each(bad)("%s", async (_, input, path) => {
    const { desk, key } = await opened()
    const answer = await desk.inspect({ item: "b1", charge: true, at: noon, key: key(), ...input } as never)
    expect(answer).toMatchObject({ ok: false, invalid: [{ path }] })
  })

  it("where the policy names no compensation; then it is recorded and reported without a charge", async () => {
    const { desk, key } = await opened(null)
    receiptOf(await desk.checkOut({ item: "b1", card: "ada", at: noon, key: key() }))
    const seen = { item: "b1", at: noon + day, ...stain }
    expect(codesOf(await desk.inspect({ ...seen, charge: true, key: key() }))).toEqual(["PolicySettingMissing"])
    const told = receiptOf(await desk.inspect({ ...seen, charge: false, key: key() }))
    expect(told).toMatchObject({ amount: 0, bearer: "reader", status: "onLoan", returned: null })
  })
})

describe("an inspection", () => {
  it("takes the overdue charge off where the rule says so, and tells how much", async () => {
    const { library, desk, key } = await opened()
    receiptOf(await desk.checkOut({ item: "b1", card: "ada", at: noon, key: key() }))
    const late = { item: "b1", takeBack: {}, charge: true, at: noon + 24 * day }
    const told = receiptOf(await desk.inspect({ ...late, ...stain, key: key() }))
    expect(told).toMatchObject({ amount: 100, returned: { charge: null, forgiven: 100 } })
    expect(told.compensation?.overdue).toMatchObject({ treatment: "drop", dropped: 100 })
    const { reader } = await library.read(tenant, { reader: { card: "ada" as never } })
    expect(reader?.account.balance).toBe(100)
    expect(await library.check(tenant)).toEqual([])
  })

  it("takes off what was charged for being late before, too", async () => {
    const { library, desk, key } = await opened({ compensation: "town", overdueAtRenewal: "charged" })
    receiptOf(await desk.checkOut({ item: "b1", card: "ada", at: noon, key: key() }))
    receiptOf(await desk.renew({ item: "b1", at: noon + 20 * day, key: key() }))
    const balance = async () =>
      (await library.read(tenant, { reader: { card: "ada" as never } })).reader?.account.balance
    expect(await balance()).toBe(60)
    const late = { item: "b1", takeBack: {}, charge: true, at: noon + 40 * day }
    const told = receiptOf(await desk.inspect({ ...late, ...stain, key: key() }))
    expect(told.compensation?.overdue).toMatchObject({ dropped: 60 + (told.returned?.forgiven ?? 0) })
    expect([told.amount, await balance()]).toEqual([100, 100])
    expect((await library.scan(tenant, "chargeLoan", null, 10)).rows).toEqual([])
    expect(await library.check(tenant)).toEqual([])
    expect(await library.replay(tenant)).toEqual([])
  })

  for (const accrues of [false, true])
    for (const [drops, balance] of [
      [true, 100],
      [false, 100 + 60 + 50]
    ] as const)
      it(`counts what was charged before and this return once each${accrues ? ", what ran up too" : ""}${drops ? ", and drops both" : ""}`, async () => {
        const set = { compensation: "town", overdueAtRenewal: "charged", overdueAccrues: accrues }
        const { library, desk, key } = await opened(set, drops)
        const on = (days: number) => ({ at: noon + days * day, key: key() })
        receiptOf(await desk.checkOut({ item: "b1", card: "ada", ...on(0) }))
        receiptOf(await desk.renew({ item: "b1", ...on(20) }))
        const due = (await library.scan(tenant, "loan", null, 10)).rows[0]?.dueAt ?? 0
        const at = due + 5 * day
        await nightlyAccrual(library, { tenant, at: at - day })
        const told = receiptOf(await desk.inspect({ item: "b1", takeBack: {}, charge: true, at, key: key(), ...stain }))
        expect(told.compensation?.overdue).toMatchObject({ accrued: 110, dropped: drops ? 110 : 0 })
        const { reader } = await library.read(tenant, { reader: { card: "ada" as never } })
        expect(reader?.account.balance).toBe(balance)
        expect([await library.check(tenant), await library.replay(tenant)]).toEqual([[], []])
      })

  it("capped with the overdue charge of a total loss, the cap is all of that", async () => {
    for (const overdueAccrues of [false, true]) {
      const set = { compensation: "town", overdueAtRenewal: "charged", overdueAccrues }
      const { library, desk, key } = await opened(set, true, { afterLoss: { cap: "0.80" } })
      receiptOf(await desk.checkOut({ item: "b1", card: "ada", at: noon, key: key() }))
      receiptOf(await desk.renew({ item: "b1", at: noon + 20 * day, key: key() }))
      const at = ((await library.scan(tenant, "loan", null, 10)).rows[0]?.dueAt ?? 0) + 5 * day
      await nightlyAccrual(library, { tenant, at: at - day })
      const found = { ...wet, estimate: { minor: 900, currency: "CNY" } }
      receiptOf(await desk.inspect({ item: "b1", takeBack: {}, charge: true, at, key: key(), ...found }))
      const charges = (await library.scan(tenant, "charge", null, 10)).rows.filter(({ kind }) => kind === "overdue")
      expect(charges.reduce((sum, { outstanding }) => sum + outstanding, 0)).toBe(80)
      expect([await library.check(tenant), await library.replay(tenant)]).toEqual([[], []])
    }
  })

  for (const [cap, left] of [
    ["0.80", 80],
    ["0.00", 0],
    ["9.00", 150]
  ] as const)
    it(`of an item that was lost by its age and never charged is that of a late return, and capped alike: ${cap}`, async () => {
      for (const overdueAccrues of [false, true]) {
        const set = { compensation: "town", overdueAccrues, lostAfter: { days: 10 }, billAgedAfter: { weeks: 9 } }
        const { library, desk, key } = await opened(set, true, { afterLoss: { cap } })
        const { dueAt } = receiptOf(await desk.checkOut({ item: "b1", card: "ada", at: noon, key: key() }))
        await nightlyAccrual(library, { tenant, at: dueAt + 10 * day })
        await ageLosses(library, { tenant, at: dueAt + 10 * day })
        const found = { ...wet, estimate: { minor: 900, currency: "CNY" }, at: dueAt + 15 * day }
        const told = receiptOf(await desk.inspect({ item: "b1", takeBack: {}, charge: true, ...found, key: key() }))
        expect(told.compensation?.overdue).toMatchObject({ accrued: 150 })
        const charges = (await library.scan(tenant, "charge", null, 10)).rows.filter(({ kind }) => kind === "overdue")
        expect(charges.reduce((sum, { outstanding }) => sum + outstanding, 0)).toBe(left)
        expect([await library.check(tenant), await library.replay(tenant)]).toEqual([[], []])
      }
    })

  it("tells live what it would cost, and writes nothing", async () => {
    const { library, desk } = await opened()
    const input = { item: "b1", charge: true, at: noon, record: { card: "ben", evidence: "seen" } }
    const told = receiptOf(await desk.dryRun.inspect({ ...input, ...stain }))
    expect([told.amount, told.compensation?.steps.length]).toEqual([100, expect.any(Number)])
    expect((await library.scan(tenant, "incident", null, 10)).rows).toEqual([])
  })

  it("is charged later: to who had the item, or whom a record names then; once", async () => {
    const { library, desk, key } = await opened()
    receiptOf(await desk.checkOut({ item: "b1", card: "ada", at: noon, key: key() }))
    const back = { item: "b1", takeBack: {}, charge: false, at: noon + day }
    const { incidentId } = receiptOf(await desk.inspect({ ...back, ...stain, key: key() }))
    const incident = incidentId ?? ""
    const charged = receiptOf(await desk.chargeIncident({ incident, at: noon + 2 * day, key: key() }))
    expect(charged).toMatchObject({ amount: 100, charges: [{ kind: "damage", amount: 100 }] })
    expect(codesOf(await desk.chargeIncident({ incident, at: noon + 2 * day, key: key() }))).toEqual([
      "IncidentStateForbids"
    ])
    const shelf = { item: "b1", noticedAt: "shelf", charge: false, at: noon + 3 * day } as const
    const three = { damages: [{ kind: "stain", grade: "light", count: 3 }] }
    const found = receiptOf(await desk.inspect({ ...shelf, ...three, key: key() }))
    const second = { incident: found.incidentId ?? "", at: noon + 4 * day }
    expect(codesOf(await desk.chargeIncident({ ...second, key: key() }))).toEqual(["ConductRecordMissing"])
    const record = { card: "ben", evidence: "on the camera" }
    expect(receiptOf(await desk.chargeIncident({ ...second, record, key: key() }))).toMatchObject({ amount: 50 })
    expect(await library.check(tenant)).toEqual([])
    expect(await library.replay(tenant)).toEqual([])
  })

  it("keeps all that the amount came from, so that it is reckoned again from the event alone", async () => {
    const { library, desk, key } = await opened()
    const input = { item: "b1", charge: true, at: noon, record: { card: "ben", evidence: "seen" } }
    receiptOf(await desk.inspect({ ...input, ...stain, key: key() }))
    const { rows } = await library.scan(tenant, "event", null, 1_000)
    const body = JSON.parse(rows.find(({ tag }) => tag === "IncidentCharged")?.body ?? "")
    const { compensationFor, recomputeCompensation } = await import("../compensation/index.ts")
    const again = compensationFor(body.trace.rule, body.trace.case, { currency: "CNY", rounding: "halfUp" })
    expect(again).toMatchObject({ success: body.trace.result })
    expect(recomputeCompensation(body.trace.result.steps)).toMatchObject({ success: 100 })
  })
})

describe("what goes out of use goes where the table of routes says:", () => {
  const scene = async (kept: boolean) => {
    const small = await opened({ compensation: "town", repairBranch: "far", withdrawnBranch: "far" })
    await amendPolicy(small.library, { transfers: { kept } })
    receiptOf(await small.desk.checkOut({ item: "b1", card: "ada", at: noon, key: small.key() }))
    return small
  }
  const slip = { fromBranch: "main", toBranch: "far", reason: "repair" }

  it("to the branch that repairs, as it is taken back or from its shelf", async () => {
    const { library, desk, key, title } = await scene(true)
    await title("Other book", ["b2"])
    const given = { charge: false, becomes: "inRepair", at: noon + day } as const
    const back = receiptOf(await desk.inspect({ item: "b1", takeBack: {}, ...given, key: key() }))
    expect(back.returned).toMatchObject({ route: "repairElsewhere", sendTo: "far", transit: slip })
    const shelf = receiptOf(await desk.inspect({ item: "b2", ...given, key: key() }))
    expect(shelf).toMatchObject({ returned: null, sendTo: "far", transit: slip })
    expect([await library.check(tenant), await library.replay(tenant)]).toEqual([[], []])
  })

  it("where no transits are kept staff are told, by `sendToRepair` too", async () => {
    const { desk, key } = await scene(false)
    const given = { item: "b1", charge: false, at: noon + day, key: key() }
    const back = receiptOf(await desk.inspect({ ...given, takeBack: {}, becomes: "inRepair" }))
    expect(back.returned).toMatchObject({ route: "repairElsewhere", sendTo: "far", transit: null })
    receiptOf(await desk.repaired({ item: "b1", at: noon + day, key: key() }))
    const sent = receiptOf(await desk.sendToRepair({ item: "b1", at: noon + day, key: key() }))
    expect(sent).toMatchObject({ sendTo: "far", transit: null })
  })

  it("to the branch of what is withdrawn, and nobody follows it there", async () => {
    const { library, desk, far, key, title } = await scene(true)
    const given = { item: "b1", takeBack: {}, becomes: "withdrawn", charge: false, at: noon + day } as const
    const { returned, status } = receiptOf(await desk.inspect({ ...given, key: key() }))
    expect(returned).toMatchObject({ route: "withdrawnElsewhere", sendTo: "far", transit: null })
    expect(status).toBe("withdrawn")
    await title("Other book", ["b2", "b3"])
    const worn = { reason: "worn", at: noon + day }
    expect(receiptOf(await desk.withdrawItem({ item: "b2", ...worn, key: key() })).sendTo).toBe("far")
    expect(receiptOf(await far.withdrawItem({ item: "b3", ...worn, key: key() })).sendTo).toBeNull()
    expect([await library.check(tenant), await library.replay(tenant)]).toEqual([[], []])
  })
})
