import { describe, expect, it } from "vitest"
import { staffRoles } from "../decision/permission.ts"
import { amendPolicy } from "../testing/amending.ts"
import { codesOf, day, noon, receiptOf, smallLibrary, tenant } from "../testing/smallLibrary.ts"
import { checkOutMany } from "./checkOutMany.ts"
import { inHand } from "./inHand.ts"

const hour = 3_600_000
const anna = { kind: "staff", id: "anna", permissions: new Set(staffRoles.manager) } as const

describe("several items lent with one receipt", () => {
  it("lends what may be lent, says what may not, and counts each for the limits of the next", async () => {
    const { desk, title, key } = await smallLibrary()
    await title("Books", ["b1", "b2", "b3"])
    await title("Films", ["f1", "f2"], "film")
    await title("Atlas", ["r1"], "reference")
    const items = ["b1", "f1", "f2", "r1", "nothing", "b1", "b2"]
    const receipt = await checkOutMany(desk, { card: "ada", items, at: noon, key: key() })
    expect(receipt.loans.map((loan) => [loan.item, loan.ok ? "lent" : codesOf(loan).join()])).toEqual([
      ["b1", "lent"],
      ["f1", "lent"],
      ["f2", "LoanLimitReached"],
      ["r1", "ItemNotLendable"],
      ["nothing", "ItemUnknown"],
      ["b2", "lent"]
    ])
    expect(receipt).toMatchObject({ lent: 3, refused: 3, cost: 0 })
    const [first] = receipt.loans
    expect(receipt.firstDueAt).toBe(first?.ok === true ? first.receipt.dueAt : null)
  })

  it("goes on under its key where it was cut off, and lends nothing twice", async () => {
    const { desk, library, title, key } = await smallLibrary()
    await title("Books", ["b1", "b2"])
    const given = { card: "ada", at: noon, key: key() }
    await checkOutMany(desk, { ...given, items: ["b1"] })
    const again = await checkOutMany(desk, { ...given, items: ["b1", "b2"] })
    expect(again.loans.map((loan) => loan.ok && loan.repeated)).toEqual([true, false])
    expect((await library.scan(tenant, "loan", null, 10)).rows).toHaveLength(2)
  })
})

describe("the desk that a command is given at", () => {
  it("is kept with everything that was done there", async () => {
    const { library, title, key } = await smallLibrary()
    await title("Book", ["b1"])
    const front = library.at({ tenant, branch: "main", actor: anna, channel: "desk", desk: "front 2" })
    receiptOf(await front.checkOut({ item: "b1", card: "ada", at: noon, key: key() }))
    const { rows } = await library.scan(tenant, "event", null, 100)
    expect(rows.find(({ tag }) => tag === "ItemCheckedOut")?.desk).toBe("front 2")
    expect(rows.find(({ tag }) => tag === "ItemAdded")?.desk).toBe("")
  })

  it("takes no command of an instant that has not come, where it knows the time", async () => {
    const { library, title, key } = await smallLibrary()
    await title("Book", ["b1"])
    const front = library.at({ tenant, branch: "main", actor: anna, channel: "desk", now: noon })
    const early = { item: "b1", card: "ada", at: noon + 5 * 60_000 }
    expect(await front.checkOut({ ...early, key: key() })).toEqual({
      ok: false,
      refusals: [{ _tag: "InFuture", at: early.at, nowAt: noon }]
    })
    expect(codesOf(await front.dryRun.checkOut(early))).toEqual(["InFuture"])
    const [many] = await front.many("checkOut", [{ ...early, key: key() }])
    expect(many?.ok).toBe(false)
    receiptOf(await front.checkOut({ ...early, at: noon + 30_000, key: key() }))
  })
})

describe("what comes back by the book drop", () => {
  it("was returned when the branch last closed, so that nobody pays for the night", async () => {
    const { desk, title, key } = await smallLibrary()
    await title("Book", ["b1", "b2"])
    const dueAt = receiptOf(await desk.checkOut({ item: "b1", card: "ada", at: noon, key: key() })).dueAt
    receiptOf(await desk.checkOut({ item: "b2", card: "ben", at: noon, key: key() }))
    const morning = dueAt + 16 * hour
    const dropped = receiptOf(await desk.returnItem({ item: "b1", bookDrop: true, at: morning, key: key() }))
    expect(dropped).toMatchObject({ returnedAt: dueAt, charge: null, forgiven: 0 })
    const handed = receiptOf(await desk.returnItem({ item: "b2", at: morning, key: key() }))
    expect(handed).toMatchObject({ returnedAt: morning, charge: { amount: 10 } })
  })

  it("is dated back by hand too, and ends no loan before it began", async () => {
    const { desk, library, title, key } = await smallLibrary()
    await title("Book", ["b1", "b2"])
    receiptOf(await desk.checkOut({ item: "b1", card: "ada", at: noon, key: key() }))
    const back = receiptOf(await desk.returnItem({ item: "b1", bookDrop: true, at: noon + 60_000, key: key() }))
    expect(back.returnedAt).toBe(noon)
    const [loan] = (await library.scan(tenant, "loan", null, 10)).rows
    expect(loan?.closedAt).toBe(noon)
    receiptOf(await desk.checkOut({ item: "b2", card: "ada", at: noon, key: key() }))
    const late = receiptOf(await desk.returnItem({ item: "b2", at: noon + 15 * day, key: key() }))
    expect(late.charge?.amount).toBe(10)
  })

  it("is for staff to say: at a kiosk nobody was earlier than they are", async () => {
    const { desk, library, title, key } = await smallLibrary()
    await title("Book", ["b1"])
    receiptOf(await desk.checkOut({ item: "b1", card: "ada", at: noon, key: key() }))
    const { reader } = await library.read(tenant, { reader: { card: "ada" as never } })
    const readerId = reader?.reader.readerId as never
    const kiosk = library.at({ tenant, branch: "main", actor: { kind: "reader", readerId }, channel: "selfService" })
    const given = { item: "b1", bookDrop: true, at: noon + 20 * day }
    expect(codesOf(await kiosk.returnItem({ ...given, key: key() }))).toEqual(["NotPermitted"])
  })

  it("costs nothing where whoever may waive charges says so, and the history says what was forgiven", async () => {
    const { desk, library, title, key } = await smallLibrary()
    await title("Book", ["b1"])
    receiptOf(await desk.checkOut({ item: "b1", card: "ada", at: noon, key: key() }))
    const at = noon + 20 * day
    const clerk = { kind: "staff", id: "carl", permissions: new Set(staffRoles.desk) } as const
    const counter = library.at({ tenant, branch: "main", actor: clerk, channel: "desk" })
    expect(codesOf(await counter.returnItem({ item: "b1", withoutCharge: true, at, key: key() }))).toEqual([
      "NotPermitted"
    ])
    const back = receiptOf(await desk.returnItem({ item: "b1", withoutCharge: true, at, key: key() }))
    expect(back).toMatchObject({ charge: null, forgiven: 60 })
    const { rows } = await library.scan(tenant, "event", null, 100)
    expect(JSON.parse(rows.find(({ tag }) => tag === "ItemReturned")?.body ?? "{}").forgiven).toBe(60)
    expect((await library.scan(tenant, "loanReader", null, 10)).rows).toEqual([])
  })
})

describe("a proxy at a kiosk", () => {
  it("borrows for the reader, and without the link learns nothing of them", async () => {
    const { desk, library, title, key } = await smallLibrary()
    await title("Book", ["b1"])
    receiptOf(await desk.placeBlock({ card: "ada", kind: "conduct", actions: ["borrow"], at: noon, key: key() }))
    const { reader } = await library.read(tenant, { reader: { card: "ben" as never } })
    const readerId = reader?.reader.readerId as never
    const kiosk = library.at({ tenant, branch: "main", actor: { kind: "reader", readerId }, channel: "selfService" })
    const given = { item: "b1", card: "ada", by: "ben", at: noon }
    expect(codesOf(await kiosk.checkOut({ ...given, key: key() }))).toEqual(["ReaderUnknown"])
    expect(codesOf(await kiosk.checkOut({ item: "b1", card: "ada", at: noon, key: key() }))).toEqual(["ReaderUnknown"])
    receiptOf(await desk.linkReaders({ card: "ada", other: "ben", kind: "proxy", at: noon, key: key() }))
    expect(codesOf(await kiosk.checkOut({ ...given, key: key() }))).toEqual(["ReaderBlocked"])
    receiptOf(await desk.registerReader({ card: "eve", name: "eve", category: "adult", at: noon, key: key() }))
    receiptOf(await desk.linkReaders({ card: "eve", other: "ben", kind: "proxy", at: noon, key: key() }))
    receiptOf(await kiosk.checkOut({ ...given, card: "eve", key: key() }))
  })
})

describe("one scan of what is in hand", () => {
  const scanned = async (
    small: Awaited<ReturnType<typeof smallLibrary>>,
    item: string,
    branch: "main" | "far" = "main",
    at = noon
  ) => {
    const found = await inHand(small.library, {
      tenant,
      branch,
      desk: branch === "main" ? small.desk : small.far,
      item,
      at
    })
    return found === null ? null : [found.next, found.sendTo]
  }

  it("says what to do with it, and changes nothing", async () => {
    const small = await smallLibrary()
    const { desk, title, key } = small
    const titleId = await title("Book", ["b1", "b2", "b3"])
    expect(await scanned(small, "none")).toBeNull()
    expect(await scanned(small, " b1 ")).toEqual(["shelve", null])
    expect(await scanned(small, "b1", "far")).toEqual(["send", "main"])
    for (const item of ["b1", "b2", "b3"]) receiptOf(await desk.checkOut({ item, card: "ada", at: noon, key: key() }))
    receiptOf(await desk.reserve({ title: titleId, card: "ben", at: noon, key: key() }))
    expect(await scanned(small, "b1")).toEqual(["return", null])
    receiptOf(await desk.returnItem({ item: "b1", at: noon, key: key() }))
    expect(await scanned(small, "b1")).toEqual(["pickupShelf", null])
    expect(await scanned(small, "b1", "far")).toEqual(["send", "main"])
    receiptOf(await desk.returnItem({ item: "b2", at: noon, key: key() }))
    receiptOf(await desk.changeItem({ item: "b2", status: "missing", at: noon, key: key() }))
    expect(await scanned(small, "b2")).toEqual(["lookInto", null])
    const late = await inHand(small.library, { tenant, branch: "main", desk, item: "b3", at: noon + 30 * day })
    expect(late?.loan).toMatchObject({ overdue: true, renewalCount: 0 })
    expect(await small.library.check(tenant)).toEqual([])
  })

  it("sends on what was withdrawn, is restricted or was on its way, as a scan does", async () => {
    const small = await smallLibrary()
    const { library, desk, title, key } = small
    const given = () => ({ at: noon, key: key() })
    await amendPolicy(library, { transfers: { kept: true } })
    await title("Book", ["w1", "r1", "t1"])
    receiptOf(await desk.withdrawItem({ item: "w1", reason: "worn out", ...given() }))
    expect(await scanned(small, "w1")).toEqual(["discard", null])
    receiptOf(await desk.changeItem({ item: "r1", status: "restricted", ...given() }))
    expect(await scanned(small, "r1")).toEqual(["shelve", null])
    expect(await scanned(small, "r1", "far")).toEqual(["send", "main"])
    receiptOf(await desk.send({ item: "t1", to: "far", ...given() }))
    expect(await scanned(small, "t1", "far")).toEqual(["shelve", null])
    expect(await scanned(small, "t1")).toEqual(["send", "far"])
    await amendPolicy(library, { set: { withdrawnBranch: "far" } })
    expect(await scanned(small, "w1")).toEqual(["send", "far"])
    expect(await scanned(small, "w1", "far")).toEqual(["discard", null])
    await amendPolicy(library, { set: { returnOfWithdrawn: "refused" } })
    expect(await scanned(small, "w1")).toEqual(["lookInto", null])
    expect(await library.check(tenant)).toEqual([])
  })

  it("sends nothing to a shelf for who may not scan it in", async () => {
    const { library, title } = await smallLibrary()
    await title("Book", ["b1"])
    const nobody = { kind: "staff", id: "nina", permissions: new Set<never>() } as const
    const desk = library.at({ tenant, branch: "far", actor: nobody, channel: "desk" })
    const found = await inHand(library, { tenant, branch: "far", desk, item: "b1", at: noon })
    expect([found?.next, found?.sendTo]).toEqual(["lookInto", null])
  })

  it("tells staff what was written for them, and readers nothing of it", async () => {
    const { desk, library, title, key } = await smallLibrary()
    await title("A game", ["g1"])
    const change = { lendingAlert: "count the dice", returnAlert: "count again", parts: 12 }
    receiptOf(await desk.changeItem({ item: "g1", ...change, at: noon, key: key() }))
    const lent = receiptOf(await desk.checkOut({ item: "g1", card: "ada", at: noon, key: key() }))
    expect(lent).toMatchObject({ alert: "count the dice", parts: 12 })
    expect(receiptOf(await desk.returnItem({ item: "g1", at: noon, key: key() }))).toMatchObject({
      alert: "count again",
      parts: 12
    })
    const { reader } = await library.read(tenant, { reader: { card: "ada" as never } })
    const readerId = reader?.reader.readerId as never
    const kiosk = library.at({ tenant, branch: "main", actor: { kind: "reader", readerId }, channel: "selfService" })
    const own = receiptOf(await kiosk.checkOut({ item: "g1", card: "ada", at: noon, key: key() }))
    expect(own.alert).toBe("")
  })
})
