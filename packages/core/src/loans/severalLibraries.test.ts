import { describe, expect, it } from "vitest"
import { settlementBetweenLibraries } from "../library/moneyReports/index.ts"
import type { PolicyDocument } from "../policy/index.ts"
import { codesOf, day, noon, receiptOf, type SmallLibrary, smallLibrary, tenant } from "../testing/smallLibrary.ts"

/** Two libraries of one branch each: north (`main`, whose readers are ada, ben and kim) and south (`far`, of which is dora). */
const twoLibraries = async (set: object = {}, more: object = {}) => {
  const small = await smallLibrary(set)
  const { library, far, key } = small
  const { rows } = await library.scan(tenant, "document", null, 10)
  const policy = JSON.parse(rows.find(({ kind }) => kind === "policy")?.content ?? "{}") as PolicyDocument
  const content = {
    ...policy,
    libraries: { north: ["main"], south: ["far"] },
    branchGroups: { valley: ["main", "far"] },
    transfers: { kept: true },
    ...more
  }
  const published = await library.publishPolicy({ tenant, content, at: noon - 1, by: "anna" })
  expect(published).toMatchObject({ ok: true })
  receiptOf(await far.registerReader({ card: "dora", name: "dora", category: "adult", at: noon, key: key() }))
  return small
}

const sound = async ({ library }: SmallLibrary) =>
  expect([await library.check(tenant), await library.replay(tenant)]).toEqual([[], []])

describe("members that share less than everything", () => {
  it("lends to readers of its own library or group alone, and says whose it does not lend to", async () => {
    const { desk, far, title, key } = await twoLibraries({ lendableTo: "library" })
    await title("Atlas", ["n1"])
    const refused = await desk.checkOut({ item: "n1", card: "dora", at: noon, key: key() })
    expect("refusals" in refused && refused.refusals).toEqual([{ _tag: "NotLentToReadersOf", branch: "far" }])
    expect((await far.checkOut({ item: "n1", card: "ada", at: noon, key: key() })).ok).toBe(true)
    const group = await twoLibraries({ lendableTo: "group" })
    await group.title("Atlas", ["n1"])
    expect((await group.desk.checkOut({ item: "n1", card: "dora", at: noon, key: group.key() })).ok).toBe(true)
  })

  it("takes cards at desks of the reader's library alone, and lets who has the right go past it", async () => {
    const { desk, far, title, key } = await twoLibraries({ borrowingBranches: "library" })
    await title("Atlas", ["n1"])
    const away = { item: "n1", card: "ada", at: noon }
    const refused = await far.checkOut({ ...away, key: key() })
    expect("refusals" in refused && refused.refusals).toEqual([{ _tag: "CardNotValidAt", branch: "far" }])
    const lifted = receiptOf(await far.checkOut({ ...away, override: { reason: "on holiday" }, key: key() }))
    expect(lifted.overrides).toMatchObject([{ permission: "loans.override.otherLibrary" }])
    receiptOf(await desk.returnItem({ item: "n1", at: noon, key: key() }))
    expect((await desk.checkOut({ item: "n1", card: "ada", at: noon, key: key() })).ok).toBe(true)
  })

  it("lets nobody wait for what could not be lent to them, or not where they would fetch it", async () => {
    const lendable = await twoLibraries({ lendableTo: "home", reservableOnShelf: true })
    const asked = async ({ desk, title, key }: SmallLibrary, card: string, pickupBranch: string) =>
      codesOf(await desk.reserve({ title: await title("Atlas", [key()]), card, pickupBranch, at: noon, key: key() }))
    expect(await asked(lendable, "dora", "far")).toEqual(["NotLentToReadersOf"])
    const borrowing = await twoLibraries({ borrowingBranches: "home", reservableOnShelf: true })
    expect(await asked(borrowing, "dora", "main")).toEqual(["CardNotValidAt"])
    expect(await asked(borrowing, "dora", "far")).toEqual([])
  })

  it("passes over who may not have the copy by now, and gives it to the next", async () => {
    const town = await twoLibraries({ reservableOnShelf: true })
    const { library, desk, title, key } = town
    const titleId = await title("Atlas", ["n1"])
    receiptOf(await desk.checkOut({ item: "n1", card: "ben", at: noon, key: key() }))
    for (const card of ["dora", "ada"])
      receiptOf(await desk.reserve({ title: titleId, card, pickupBranch: "main", at: noon, key: key() }))
    const { rows } = await library.scan(tenant, "document", null, 10)
    const policy = JSON.parse(rows.filter(({ kind }) => kind === "policy").at(-1)?.content ?? "{}") as PolicyDocument
    const row = { id: "own", when: { branch: "main" }, set: { lendableTo: "library" as const } }
    const content = { ...policy, rows: [...policy.rows, row] }
    await library.publishPolicy({ tenant, content, at: noon + day, by: "anna" })
    const back = receiptOf(await desk.returnItem({ item: "n1", at: noon + day, key: key() }))
    expect(back.skipped.map(({ because }) => because)).toEqual(["NotLentToReadersOf"])
    expect(back.setAside?.pickupBranch).toBe("main")
    await sound(town)
  })

  it("renews while only readers of another library wait, where each has a queue of its own", async () => {
    for (const [waitingBranches, codes] of [
      ["any", ["OthersWaiting"]],
      ["library", []]
    ] as const) {
      const { desk, title, key } = await twoLibraries({ waitingBranches })
      const titleId = await title("Atlas", ["n1"])
      receiptOf(await desk.checkOut({ item: "n1", card: "ada", at: noon, key: key() }))
      receiptOf(await desk.reserve({ title: titleId, card: "dora", pickupBranch: "far", at: noon, key: key() }))
      expect(codesOf(await desk.renew({ item: "n1", at: noon + day, key: key() }))).toEqual(codes)
    }
  })

  it("lends from the shelf what only readers of another library wait for", async () => {
    for (const [waitingBranches, codes] of [
      ["any", ["OthersWaiting"]],
      ["home", []]
    ] as const) {
      const set = { waitingBranches, lendableWhenWaiting: false, reservableOnShelf: true }
      const { desk, title, key } = await twoLibraries(set)
      const titleId = await title("Atlas", ["n1"])
      receiptOf(await desk.reserve({ title: titleId, card: "dora", pickupBranch: "far", at: noon, key: key() }))
      expect(codesOf(await desk.checkOut({ item: "n1", card: "ada", at: noon, key: key() }))).toEqual(codes)
    }
  })
})

describe("whose rules hold", () => {
  it("is said for each kind of rules: loans by the item's library, reservations by the reader's", async () => {
    const row = { id: "south", when: { library: "south" }, set: { loanPeriod: { days: 7 }, reservable: false } }
    const { library, desk, title, key } = await twoLibraries({ reservableOnShelf: true })
    const { rows } = await library.scan(tenant, "document", null, 10)
    const policy = JSON.parse(rows.filter(({ kind }) => kind === "policy").at(-1)?.content ?? "{}") as PolicyDocument
    const content = {
      ...policy,
      ruleBranch: { loans: "itemHome", reservations: "readerHome" },
      rows: [...policy.rows, row]
    }
    await library.publishPolicy({ tenant, content, at: noon - 1, by: "anna" })
    const titleId = await title("Atlas", ["n1", "n2"])
    receiptOf(await desk.changeItem({ item: "n1", homeBranch: "far", at: noon, key: key() }))
    const dueOf = async (item: string) =>
      receiptOf(await desk.checkOut({ item, card: "ada", at: noon, key: key() })).dueAt
    expect((await dueOf("n2")) - (await dueOf("n1"))).toBe(7 * day)
    const reserve = (card: string, pickupBranch: string) =>
      desk.dryRun.reserve({ title: titleId, card, pickupBranch, at: noon })
    expect(codesOf(await reserve("dora", "main"))).toContain("ItemNotReservable")
    expect(codesOf(await reserve("ben", "far"))).not.toContain("ItemNotReservable")
  })
})

describe("who pays for a loan between libraries", () => {
  const fee = "1.50"

  it("charges the reader, who is told the amount before, where nothing else is said", async () => {
    const town = await twoLibraries({ betweenLibrariesFee: fee, costConsent: true, debtMax: "unlimited" })
    const { library, desk, far, title, key } = town
    await title("Atlas", ["n1", "n2"])
    const lend = { item: "n1", card: "dora", at: noon }
    const refused = await far.checkOut({ ...lend, key: key() })
    expect("refusals" in refused && refused.refusals).toEqual([{ _tag: "CostNotAccepted", amount: 150 }])
    const { charges } = receiptOf(await far.checkOut({ ...lend, acceptedCost: 150 as never, key: key() }))
    expect(charges).toMatchObject([{ kind: "betweenLibraries", amount: 150 }])
    expect(receiptOf(await desk.checkOut({ item: "n2", card: "ada", at: noon, key: key() })).charges).toEqual([])
    expect((await settlementBetweenLibraries(library, { tenant })).months).toEqual([])
    await sound(town)
  })

  it("lets libraries owe each other, by month, and sets both ways off", async () => {
    const set = { betweenLibrariesFee: fee, betweenLibrariesPaidBy: "readersLibrary" }
    const town = await twoLibraries(set)
    const { library, desk, far, title, key } = town
    await title("Atlas", ["n1", "n2", "s1"])
    receiptOf(await desk.changeItem({ item: "s1", homeBranch: "far", at: noon, key: key() }))
    for (const item of ["n1", "n2"]) receiptOf(await far.checkOut({ item, card: "dora", at: noon, key: key() }))
    receiptOf(await desk.checkOut({ item: "s1", card: "ada", at: noon + 40 * day, key: key() }))
    expect(await settlementBetweenLibraries(library, { tenant, zone: "Asia/Shanghai" })).toEqual({
      currency: "CNY",
      months: [
        { month: "2026-03", payer: "south", payee: "north", loans: 2, amount: 300 },
        { month: "2026-04", payer: "north", payee: "south", loans: 1, amount: 150 }
      ],
      balances: [{ payer: "south", payee: "north", amount: 150 }]
    })
    const { rows } = await library.scan(tenant, "libraryEntry", null, 10)
    expect(Object.keys(rows[0] ?? {}).sort()).toEqual(["amount", "at", "loanId", "payee", "payer"])
    await sound(town)
  })
})
