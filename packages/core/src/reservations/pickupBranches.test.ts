import fc from "fast-check"
import { describe, expect, it } from "vitest"
import type { Answer, Desk } from "../library/desk.ts"
import { codesOf, noon, policyWith, receiptOf, smallCalendar, smallLibrary, tenant } from "../testing/smallLibrary.ts"
import type { PickupBranches } from "./pickupBranches.ts"

type Row = { readonly id: string; readonly when: object; readonly set: object }

/** Four branches: `main`, `far`, `near` with main in one library, and `shut`, which never opens again. */
const libraryOf = async (set: object, rows: ReadonlyArray<Row> = [], document: object = {}) => {
  const small = await smallLibrary()
  const { branches } = smallCalendar
  const near = { ...branches.main, name: { en: "Near" } }
  const calendar = { branches: { ...branches, near, shut: { ...near, hours: {} } } }
  const policy = policyWith({ reservableOnShelf: true, ...set }, "CNY") as { readonly rows: ReadonlyArray<Row> }
  const content = { ...policy, libraries: { town: ["main", "near"] }, ...document, rows: [...policy.rows, ...rows] }
  const published = [
    await small.library.publishCalendar({ tenant, content: calendar, at: noon - 1, by: "anna" }),
    await small.library.publishPolicy({ tenant, content, at: noon - 1, by: "anna" })
  ]
  expect(published).toMatchObject([{ ok: true }, { ok: true }])
  return small
}

const branches = ["main", "far", "near", "shut"]

const codesAt = ({ branches }: PickupBranches): Readonly<Record<string, ReadonlyArray<string>>> =>
  Object.fromEntries(branches.map(({ branch, refusals }) => [branch, refusals.map(({ _tag }) => _tag)]))

/** What the command says there, by itself. */
const told = (answer: Answer<unknown>): ReadonlyArray<string> =>
  "refusals" in answer ? answer.refusals.map((refusal) => JSON.stringify(refusal)).sort() : []

const toldAt = ({ everywhere, branches }: PickupBranches, code: string): ReadonlyArray<string> =>
  [...everywhere, ...(branches.find(({ branch }) => branch === code)?.refusals ?? [])]
    .map((refusal) => JSON.stringify(refusal))
    .sort()

describe("the branches at which something may be fetched", () => {
  it("are told apart from what stands in the way everywhere", async () => {
    const { desk, title, key } = await libraryOf({ pickupBranches: "library" })
    const titleId = await title("Wanted", ["w"])
    const open = receiptOf(await desk.pickupBranches({ title: titleId, card: "ada", at: noon }))
    expect(open.everywhere).toEqual([])
    expect(codesAt(open)).toEqual({
      main: [],
      far: ["PickupNotAllowed"],
      near: [],
      shut: ["PickupNotAllowed", "CalendarHasNoOpenDay"]
    })
    receiptOf(await desk.reserve({ title: titleId, card: "ada", at: noon, key: key() }))
    const again = receiptOf(await desk.pickupBranches({ title: titleId, card: "ada", at: noon }))
    expect(again.everywhere.map(({ _tag }) => _tag)).toEqual(["AlreadyReserved"])
    expect(codesAt(again)).toEqual(codesAt(open))
  })

  it("of a reservation leave out what matters only as it is placed", async () => {
    const { desk, screenOf, title, key } = await libraryOf({ pickupBranches: "library" })
    const titleId = await title("Wanted", ["w"])
    const { reservationId } = receiptOf(await desk.reserve({ title: titleId, card: "ada", at: noon, key: key() }))
    const own = receiptOf(await screenOf("ada").pickupBranches({ reservation: reservationId, at: noon }))
    expect(own.everywhere).toEqual([])
    expect(codesAt(own)).toMatchObject({ main: [], far: ["PickupNotAllowed"], near: [] })
    const others = receiptOf(await screenOf("ben").pickupBranches({ reservation: reservationId, at: noon }))
    expect(others.everywhere).toEqual([{ _tag: "ReservationUnknown", reservation: reservationId }])
    expect(codesAt(others)).toMatchObject({ main: [], far: [] })
  })

  it("of a set are the one of the others", async () => {
    const { desk, title, key } = await libraryOf({ reservationsJoined: ["together"], reservationCountMax: 9 })
    const ids: Array<string> = []
    for (const name of ["one", "two"]) {
      const titleId = await title(name, [name])
      ids.push(receiptOf(await desk.reserve({ title: titleId, card: "ada", at: noon, key: key() })).reservationId)
    }
    receiptOf(await desk.joinReservations({ card: "ada", reservations: ids, as: "together", at: noon, key: key() }))
    const one = receiptOf(await desk.pickupBranches({ reservation: ids[0] ?? "", at: noon }))
    expect(codesAt(one)).toMatchObject({ main: [], far: ["PickupBranchesDiffer"], near: ["PickupBranchesDiffer"] })
  })

  it("in a library of one branch are none where that one is forbidden", async () => {
    const { library, desk, title } = await smallLibrary({ pickupAllowed: false, reservableOnShelf: true })
    const calendar = { branches: { main: smallCalendar.branches.main } }
    await library.publishCalendar({ tenant, content: calendar, at: noon - 1, by: "anna" })
    const titleId = await title("Wanted", ["w"])
    const { everywhere, branches } = receiptOf(await desk.pickupBranches({ title: titleId, card: "ada", at: noon }))
    expect(everywhere).toEqual([])
    expect(branches).toEqual([{ branch: "main", refusals: [{ _tag: "PickupNotAllowed", branch: "main" }] }])
  })

  it("are not told to somebody else, and not without what is asked", async () => {
    const { desk, screenOf, title } = await libraryOf({})
    const titleId = await title("Wanted", ["w"])
    const foreign = receiptOf(await screenOf("ben").pickupBranches({ title: titleId, card: "ada", at: noon }))
    expect(foreign.everywhere).toEqual([{ _tag: "ReaderUnknown", reader: "ada" }])
    expect(await desk.pickupBranches({ title: titleId, at: noon } as never)).toMatchObject({
      invalid: [{ path: "card" }]
    })
    expect(
      await desk.pickupBranches({ title: titleId, card: "ada", pickupBranch: "far", at: noon } as never)
    ).toMatchObject({ invalid: [{ path: "pickupBranch" }] })
  })

  const settings = fc.record(
    {
      pickupAllowed: fc.boolean(),
      pickupBranches: fc.constantFrom("any", "home", "present", "library"),
      reservable: fc.boolean(),
      reservableBy: fc.constantFrom("anyone", "home", "library"),
      borrowingBranches: fc.constantFrom("any", "home", "library"),
      lendableTo: fc.constantFrom("anyone", "home", "library"),
      reservationCountMax: fc.integer({ min: 1, max: 3 }),
      reservationKinds: fc.constantFrom(["wait"], ["page", "wait", "recall"]),
      reservableOnShelf: fc.boolean()
    },
    { requiredKeys: [] }
  )
  const row = fc.record({ branch: fc.constantFrom(...branches), set: settings })
  const mild = fc.record({
    pickupBranches: fc.constantFrom("any", "home", "present", "library"),
    borrowingBranches: fc.constantFrom("any", "home", "library"),
    reservableOnShelf: fc.constant(true)
  })
  const asked = fc.record(
    {
      kind: fc.constantFrom("page", "wait", "recall"),
      itemType: fc.constantFrom("book", "film"),
      copies: fc.constant(2)
    },
    { requiredKeys: [] }
  )

  it("are those where the command itself is not refused, with the same refusals", async () => {
    const seen = { allowed: 0, forbidden: 0 }
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(mild, settings),
        fc.array(row, { maxLength: 3 }),
        asked,
        fc.boolean(),
        async (set, rows, more, lent) => {
          const byBranch = rows.map(({ branch, set: of }, nth) => ({ id: `row${nth}`, when: { branch }, set: of }))
          const ruleBranch = { reservations: lent ? "itemHome" : "desk" }
          const { desk, far, title, key } = await libraryOf({ reservationsPerTitleMax: 3, ...set }, byBranch, {
            ruleBranch
          })
          const titleId = await title("Wanted", ["w1", "w2"])
          receiptOf(await far.addItem({ title: titleId, barcode: "f", type: "film", at: noon, key: key() }))
          if (lent) await desk.checkOut({ item: "w1", card: "ben", at: noon, key: key() })
          const to = { title: titleId, card: "ada", ...more, at: noon } as const
          const found = receiptOf(await desk.pickupBranches(to as never))
          for (const branch of branches) {
            const answer = await desk.dryRun.reserve({ ...to, pickupBranch: branch } as never)
            expect(toldAt(found, branch)).toEqual(told(answer))
            seen[answer.ok ? "allowed" : "forbidden"]++
          }
          await sameAsChanges(desk, { titleId, key: key() })
        }
      ),
      { numRuns: 60 }
    )
    expect(Math.min(seen.allowed, seen.forbidden)).toBeGreaterThan(10)
  })

  /** Placed with what lifts everything, so that there is one to change. */
  const sameAsChanges = async (desk: Desk, { titleId, key }: { readonly titleId: string; readonly key: string }) => {
    const override = { reason: "asked for" }
    const placed = await desk.reserve({ title: titleId, card: "ada", kind: "wait", override, at: noon, key })
    if (!placed.ok) return
    const { reservationId: reservation } = placed.receipt
    const found = receiptOf(await desk.pickupBranches({ reservation, at: noon }))
    for (const branch of branches) {
      const answer = await desk.dryRun.changeReservation({ reservation, pickupBranch: branch, at: noon })
      expect(toldAt(found, branch)).toEqual(told(answer))
      expect(codesOf(answer).length === 0).toBe(answer.ok)
    }
  }
})
