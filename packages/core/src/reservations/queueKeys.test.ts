import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { pullList } from "../library/branchLists/index.ts"
import { amendPolicy, openBranch } from "../testing/amending.ts"
import { day, noon, receiptOf, smallLibrary, tenant } from "../testing/smallLibrary.ts"

const now = noon + 100 * day
const lending = { reservableOnShelf: true, reservationCountMax: 9, reservationDays: 400, membershipMonths: 36 }
const far = [
  { from: "main", to: "far", cost: 9 },
  { from: "main", to: "mid", cost: 2 },
  { from: "far", to: "main", cost: 9 },
  { from: "far", to: "mid", cost: 4 },
  { from: "mid", to: "main", cost: 2 },
  { from: "mid", to: "far", cost: 4 }
]

/** One copy at the main branch of three, and who waits for it: placed in this order. */
const scene = async (
  amended: Parameters<typeof amendPolicy>[1],
  wishes: ReadonlyArray<readonly [card: string, pickupBranch: string, daysAgo?: number, more?: object]>
) => {
  const small = await smallLibrary(lending)
  const { library, desk, key, title } = small
  await openBranch(library, "mid")
  await amendPolicy(library, { transfers: { costs: far }, ...amended })
  const titleId = await title("Emma", ["e1"])
  const ids: Array<string> = []
  for (const [card, pickupBranch, daysAgo = 0, more = {}] of wishes) {
    const at = now - daysAgo * day
    const placed = await desk.reserve({ title: titleId, card, pickupBranch, at, key: key(), ...more })
    ids.push(receiptOf(placed).reservationId)
  }
  return {
    ...small,
    ids,
    /** By the place among those placed: who gets it as it is scanned, and whom the pull list would have it fetched for. */
    next: async () => {
      const back = receiptOf(await desk.dryRun.returnItem({ item: "e1", at: now }))
      const list = await pullList(library, { tenant, at: now })
      const skipped = back.skipped.map(({ reservationId, because }) => [ids.indexOf(reservationId), because])
      return {
        scanned: ids.indexOf(back.setAside?.reservationId ?? ""),
        fetched: ids.indexOf(list?.lines[0]?.reservationId ?? ""),
        skipped
      }
    }
  }
}

const childrenLast = { id: "last", when: { readerCategory: "child" }, set: { queueRank: 2_000 } }

describe("nearest first", () => {
  const set = { localFirst: "nearest" }

  it("gives a copy to whose pickup branch is cheapest to reach from where it is", async () => {
    const { next } = await scene({ set }, [
      ["ada", "far"],
      ["ben", "mid"],
      ["kim", "mid"]
    ])
    expect(await next()).toEqual({ scanned: 1, fetched: 1, skipped: [[0, "OthersNearer"]] })
  })

  it("compares those of one rank alone", async () => {
    const { next } = await scene({ set, rows: [childrenLast] }, [
      ["ada", "far"],
      ["kim", "main"],
      ["ben", "mid"]
    ])
    expect(await next()).toMatchObject({ scanned: 2, fetched: 2 })
  })

  it("leaves in their places those for whom the policy does not say so", async () => {
    const rows = [{ id: "near", when: { readerCategory: "adult" }, set }]
    const { next } = await scene({ rows }, [
      ["ada", "far"],
      ["kim", "main"],
      ["ben", "mid"]
    ])
    expect(await next()).toEqual({
      scanned: 2,
      fetched: 2,
      skipped: [
        [0, "OthersNearer"],
        [1, "OthersNearer"]
      ]
    })
    const other = await scene({ rows }, [
      ["kim", "far"],
      ["ada", "main"],
      ["ben", "mid"]
    ])
    expect(await other.next()).toEqual({ scanned: 0, fetched: 0, skipped: [] })
  })
})

describe("who waited longer than so many days", () => {
  const set = { waitedFirstDays: 30 }
  const rows = [childrenLast]

  it("goes first whatever the rank, in the order of the queue, and not a day before", async () => {
    const late = await scene({ set, rows }, [
      ["kim", "main", 31],
      ["ada", "main", 3],
      ["ben", "main", 2]
    ])
    expect(await late.next()).toEqual({
      scanned: 0,
      fetched: 0,
      skipped: [
        [1, "OthersWaitedLonger"],
        [2, "OthersWaitedLonger"]
      ]
    })
    const notYet = await scene({ set, rows }, [
      ["kim", "main", 30],
      ["ada", "main", 3]
    ])
    expect(await notYet.next()).toEqual({ scanned: 1, fetched: 1, skipped: [] })
    const both = await scene({ set, rows }, [
      ["kim", "main", 60],
      ["ada", "main", 31],
      ["ben", "main", 2]
    ])
    expect(await both.next()).toMatchObject({ scanned: 1, fetched: 1 })
  })

  it("goes before who is near", async () => {
    const amended = { set: { ...set, localFirst: "pickupHere" }, rows }
    const { next } = await scene(amended, [
      ["ada", "main", 3],
      ["kim", "far", 31]
    ])
    expect(await next()).toMatchObject({ scanned: 1, fetched: 1, skipped: [[0, "OthersWaitedLonger"]] })
  })

  it("is counted from the day from which the copy is wanted", async () => {
    const notBefore = now - 10 * day
    const { next } = await scene({ set, rows }, [
      ["kim", "main", 60, { notBefore }],
      ["ada", "main", 3]
    ])
    expect(await next()).toMatchObject({ scanned: 1, fetched: 1 })
  })
})

it("a copy that comes from repair goes to who is near, far behind the first that any copy looks at", async () => {
  const set = {
    localFirst: "pickupHere",
    reservationCountMax: 99,
    reservationsPerTitleMax: 99,
    reservableInRepair: true,
    reservationsPerCopyMax: "unlimited"
  }
  const { desk, key, ids } = await scene({ set }, [
    ["ada", "far", 0, { copies: 40 }],
    ["ben", "main"]
  ])
  const damages = [{ kind: "tear", grade: "mendable" }]
  receiptOf(await desk.sendToRepair({ item: "e1", damages, at: now, key: key() } as never))
  const back = receiptOf(await desk.repaired({ item: "e1", at: now, key: key() }))
  expect(back.setAside?.reservationId).toBe(ids[1])
})

const wishes = fc.uniqueArray(
  fc.tuple(fc.constantFrom("ada", "ben", "kim"), fc.constantFrom("main", "mid", "far"), fc.constantFrom(0, 20, 40)),
  { maxLength: 3, selector: ([card]) => card }
)
const keys = fc.record(
  {
    localFirst: fc.constantFrom("no", "pickupAtHome", "pickupHere", "readerAtHome", "readerHere", "nearest"),
    waitedFirstDays: fc.constantFrom(10, 30)
  },
  { requiredKeys: [] }
)

it("a copy that is scanned and one that is fetched go to the same reader, whatever the keys", async () => {
  await fc.assert(
    fc.asyncProperty(wishes, keys, keys, async (placed, all, ofChildren) => {
      const child = { ...childrenLast, set: { ...ofChildren, queueRank: 2_000 } }
      const inOrder = placed.toSorted(([, , one], [, , other]) => other - one)
      const { next } = await scene({ set: all, rows: [child] }, inOrder)
      const { scanned, fetched } = await next()
      expect(fetched).toBe(scanned)
    }),
    { numRuns: 60 }
  )
})

describe("a copy that was fetched for one who cannot have it any more", () => {
  it("goes to whom a scan would give it to, not to the first of the queue", async () => {
    const set = { localFirst: "pickupHere" }
    const { desk, ids, key } = await scene({ set }, [
      ["ada", "far"],
      ["ben", "mid"],
      ["kim", "main"]
    ])
    const [first = "", fetchedFor = "", near = ""] = ids
    receiptOf(await desk.suspendReservation({ reservation: fetchedFor, at: now, key: key() }))
    const back = receiptOf(await desk.returnItem({ item: "e1", fetchedFor, at: now, key: key() }))
    expect(back.setAside).toMatchObject({ reservationId: near })
    expect(back.skipped).toEqual([
      { reservationId: fetchedFor, because: "Suspended" },
      { reservationId: first, because: "OthersNearer" }
    ])
  })
})
