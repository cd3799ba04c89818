import { describe, expect, it } from "vitest"
import { pickupNotices } from "../library/branchLists/pickupNotices.ts"
import { inHand } from "../library/inHand.ts"
import { nightlyClose } from "../library/nightlyClose.ts"
import { amendPolicy, closeForGood } from "../testing/amending.ts"
import { codesOf, day, noon, receiptOf, tenant } from "../testing/smallLibrary.ts"
import { waitingForThree } from "../testing/waitingForThree.ts"

type Small = Awaited<ReturnType<typeof waitingForThree>>

/** How many open days after `at` each copy stays that ada has on the shelf, by the order of her reservations. */
const daysLeft = async ({ rows }: Small, at: number) =>
  (await rows()).flatMap(({ state, shelfUntil }) =>
    state === "setAside" ? [Math.floor(((shelfUntil ?? 0) - at) / day)] : []
  )

const toldAt = async ({ library }: Small, at: number, branch = "main") =>
  (await pickupNotices(library, { tenant, branch, since: at - 1, at }))?.map(({ kind, copies }) => `${kind} ${copies}`)

/** Films stay on the pickup shelf one day, books three, as anywhere. */
const filmsForADay = ({ library }: Small) =>
  amendPolicy(library, { rows: [{ id: "film", when: { itemType: "film" }, set: { pickupDays: 1 } }] })

/** Rules of reservations are those of the copy's home: whoever fetches copies of `main` at `far` does so by those of `main`. */
const rulesOfHome = ({ library }: Small, atFar: object) =>
  amendPolicy(library, {
    ruleBranch: { reservations: "itemHome" },
    rows: [{ id: "far", when: { branch: "far" }, set: atFar }]
  })

const toFar = async ({ desk, ids, given }: Small) => {
  for (const reservation of ids)
    receiptOf(await desk.changeReservation({ reservation, pickupBranch: "far", ...given() } as never))
}

const setAtFar = async (small: Small) => {
  await toFar(small)
  receiptOf(await small.join(small.ids, "together"))
}

describe("the reader of a set is merged into another", () => {
  it("stands by itself: its copies are to be fetched as any, and its reader is told", async () => {
    const small = await waitingForThree("together", { togetherDays: 20 })
    const { desk, back, given, library, broken } = small
    await back("a")
    const at = noon + day
    receiptOf(await desk.mergeReaders({ card: "ben", other: "ada", ...given(at) } as never))
    expect(await daysLeft(small, at)).toEqual([3])
    expect(await toldAt(small, at)).toEqual(["ready 1"])
    const { joinedOfReader } = await library.read(tenant, { joinedOfReader: { card: "ben" as never } })
    expect(joinedOfReader).toEqual([])
    expect(await broken()).toEqual([])
  })

  it("is moved where no branch of its pickup is left, too", async () => {
    const small = await waitingForThree(null, { togetherDays: 20 })
    await setAtFar(small)
    receiptOf(await small.far.returnItem({ item: "a", ...small.given() }))
    await closeForGood(small.library, "far", noon + 1)
    receiptOf(await small.desk.mergeReaders({ card: "ben", other: "ada", ...small.given(noon + day) } as never))
    expect(await small.broken()).toEqual([])
  })
})

describe("each copy of a set has its own time to be fetched", () => {
  it("as what it waited for alone is given up", async () => {
    const small = await waitingForThree("together", { togetherDays: 20 })
    await filmsForADay(small)
    receiptOf(await small.desk.changeItem({ item: "b", type: "film", ...small.given() } as never))
    await small.back("a")
    await small.back("b")
    const at = noon + day
    receiptOf(await small.desk.cancelReservation({ reservation: small.ids[2] as string, ...small.given(at) }))
    expect(await daysLeft(small, at)).toEqual([3, 1])
    expect(await small.broken()).toEqual([])
  })

  it("as its last copy comes", async () => {
    const small = await waitingForThree("together", { togetherDays: 20 })
    await filmsForADay(small)
    receiptOf(await small.desk.changeItem({ item: "b", type: "film", ...small.given() } as never))
    for (const item of ["b", "a", "c"]) await small.back(item, noon + day)
    expect(await daysLeft(small, noon + day)).toEqual([3, 1, 3])
  })

  it("by the rules of the branch that the policy names, also where it stands by itself", async () => {
    const small = await waitingForThree(null, { togetherDays: 20 })
    await rulesOfHome(small, { pickupDays: 9 })
    await setAtFar(small)
    receiptOf(await small.far.returnItem({ item: "a", ...small.given() }))
    receiptOf(await small.far.returnItem({ item: "b", ...small.given() }))
    const at = noon + day
    receiptOf(await small.desk.cancelReservation({ reservation: small.ids[2] as string, ...small.given(at) }))
    expect(await daysLeft(small, at)).toEqual([3, 3])

    const kept = await waitingForThree(null, { togetherDays: 2 })
    await rulesOfHome(kept, { pickupDays: 9 })
    await setAtFar(kept)
    receiptOf(await kept.far.returnItem({ item: "a", ...kept.given() }))
    const over = noon + 3 * day
    await nightlyClose(kept.library, { tenant, at: over })
    expect(await daysLeft(kept, over)).toEqual([3])
  })

  it("and whoever has it is reminded by those rules", async () => {
    const small = await waitingForThree(null, { pickupReminderDays: 1 })
    await rulesOfHome(small, { pickupReminderDays: 2 })
    await toFar(small)
    receiptOf(await small.far.returnItem({ item: "a", ...small.given() }))
    const remindedOn = async (nth: number) => {
      const at = noon + nth * day
      return pickupNotices(small.library, { tenant, branch: "far", since: at - day, at })
    }
    expect(await remindedOn(1)).toEqual([])
    expect(await remindedOn(2)).toMatchObject([{ kind: "expiring", copies: 1 }])
  })
})

it("joins by what the policy says of this reader and these titles", async () => {
  const small = await waitingForThree(null)
  const { desk, given, ids } = small
  await amendPolicy(small.library, {
    rows: [{ id: "young", when: { readerAge: { max: 17 } }, set: { reservationsJoined: ["anyOf"] } }]
  })
  const join = (as: string) => desk.joinReservations({ card: "ada", reservations: ids, as, ...given() } as never)
  receiptOf(await desk.changeReader({ card: "ada", bornOn: "2010-01-01", ...given() } as never))
  expect(codesOf(await join("together"))).toEqual(["JoiningForbidden"])
  receiptOf(await join("anyOf"))
})

it("says at each scan how much of a set is there, until all is, and so does the pickup shelf", async () => {
  const { back, desk, library, ids, given, rows } = await waitingForThree("together", { togetherDays: 20 })
  const shelf = async () => {
    const { pickupShelf } = await library.read(tenant, { pickupShelf: { branch: "main", after: null, limit: 9 } })
    return pickupShelf.rows.map(({ ofSet }) => ofSet)
  }
  expect((await back("a")).setAside).toMatchObject({ reservationId: ids[0], ofSet: { here: 1, of: 3 } })
  expect((await back("b")).setAside).toMatchObject({ ofSet: { here: 2, of: 3 } })
  expect((await back("a")).setAside).toMatchObject({ ofSet: { here: 2, of: 3 } })
  const looked = await inHand(library, { tenant, branch: "main", desk, item: "a", at: noon })
  expect(looked?.keptFor).toMatchObject({ ofSet: { here: 2, of: 3 } })
  expect(await shelf()).toEqual(Array(2).fill({ here: 2, of: 3 }))
  const { setAside } = await back("c")
  expect(setAside).toEqual({ reservationId: ids[2], pickupBranch: "main", shelfUntil: (await rows())[2]?.shelfUntil })
  expect(await shelf()).toEqual([null, null, null])
  expect((await inHand(library, { tenant, branch: "main", desk, item: "a", at: noon }))?.keptFor?.ofSet).toBeNull()
  receiptOf(await desk.cancelReservation({ reservation: ids[0] as string, ...given() }))
})

it("says so too of a copy that comes to its branch by a transit", async () => {
  const small = await waitingForThree(null, { togetherDays: 20 })
  await amendPolicy(small.library, { transfers: { kept: true } })
  await setAtFar(small)
  for (const [item, here] of [
    ["a", 1],
    ["b", 2],
    ["c", null]
  ] as const) {
    expect((await small.back(item)).setAside).toEqual({
      reservationId: expect.any(String),
      pickupBranch: "far",
      shelfUntil: null
    })
    const there = receiptOf(await small.far.arrive({ item, ...small.given() })).setAside
    expect(there?.ofSet).toEqual(here === null ? undefined : { here, of: 3 })
  }
})

describe("a policy that joins no more", () => {
  /** From `at` on nothing may be joined any more. */
  const joinedNoMore = ({ library }: Small, at: number) =>
    amendPolicy(library, { set: { reservationsJoined: undefined } }, at)

  it("leaves what is joined as it is: a set is kept, told and begun as before", async () => {
    const small = await waitingForThree("together", { togetherDays: 20 })
    await small.back("a")
    await joinedNoMore(small, noon + 1)
    const more = { card: "ada", reservations: small.ids, as: "together", ...small.given(noon + 1) } as never
    expect(codesOf(await small.desk.joinReservations(more))).toContain("JoiningForbidden")
    await small.back("b", noon + day)
    expect(await toldAt(small, noon + day)).toEqual([])
    expect((await daysLeft(small, noon + day)).every((days) => days > 15)).toBe(true)
    await small.back("c", noon + 2 * day)
    expect(await daysLeft(small, noon + 2 * day)).toEqual([3, 3, 3])
    expect(await toldAt(small, noon + 2 * day)).toEqual(["ready 3"])
    expect(await small.broken()).toEqual([])
  })

  it("serves any of several once", async () => {
    const small = await waitingForThree("anyOf")
    await joinedNoMore(small, noon + 1)
    await small.back("b", noon + day)
    expect((await small.back("a", noon + day)).setAside?.reservationId).toBe(small.next)
    receiptOf(await small.desk.checkOut({ item: "b", card: "ada", ...small.given(noon + day) }))
    expect(await small.rows()).toEqual([])
    expect(await small.broken()).toEqual([])
  })

  it("parts what is joined, and begins what was kept", async () => {
    const small = await waitingForThree("together", { togetherDays: 20 })
    await small.back("a")
    await joinedNoMore(small, noon)
    receiptOf(await small.join(small.ids, "apart"))
    expect(await daysLeft(small, noon)).toEqual([3])
  })
})
