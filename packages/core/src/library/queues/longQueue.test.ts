import { beforeAll, describe, expect, it } from "vitest"
import { layerMemory } from "../../storage/memory.ts"
import { amendPolicy } from "../../testing/amending.ts"
import { counted } from "../../testing/counted.ts"
import { day, noon, receiptOf, type SmallLibrary, smallLibrary, tenant } from "../../testing/smallLibrary.ts"
import { pullList } from "../branchLists/index.ts"
import { nightlyClose } from "../nightlyClose.ts"

const long = 50_000
const unlimited = {
  reservableOnShelf: true,
  reservationCountMax: "unlimited",
  reservationsPerTitleMax: "unlimited",
  reservationsPerCopyMax: "unlimited"
}

/** One copy and so many who wait for it at the far branch, a hundred for each of a thousand clubs; `last` waits at the main one. */
const queueOf = async (count: number) => {
  const { layer, asked } = counted(layerMemory)
  const small = await smallLibrary(unlimited, "CNY", layer)
  const { desk, key, title } = small
  const titleId = await title("Wanted by all", ["w1"])
  const ids: Array<string> = []
  for (let club = 0; ids.length < count; club++) {
    const card = `club ${club % 1_000}`
    if (club < 1_000)
      receiptOf(await desk.registerReader({ card, name: card, category: "adult", at: noon, key: key() }))
    const placed = await desk.reserve({ title: titleId, card, copies: 100, pickupBranch: "far", at: noon, key: key() })
    ids.push(...receiptOf(placed).reservationIds)
  }
  const { reservationId: last } = receiptOf(await desk.reserve({ title: titleId, card: "kim", at: noon, key: key() }))
  const ofThis = async (act: () => Promise<unknown>) => {
    asked()
    await act()
    return asked()
  }
  return { ...small, titleId, ids, last, ofThis }
}

type Queue = SmallLibrary & Awaited<ReturnType<typeof queueOf>>

/** What each act of a queue asks of the storage. */
const askedOf = async ({ library, desk, key, ids, last, ofThis }: Queue) => {
  const given = (at = noon) => ({ at, key: key() })
  const [first = "", second = ""] = ids
  const middle = ids[ids.length / 2] as string
  const move = await ofThis(async () =>
    receiptOf(await desk.moveReservation({ reservation: last, before: middle, reason: "asked", ...given() }))
  )
  const cancel = await ofThis(async () => receiptOf(await desk.cancelReservation({ reservation: middle, ...given() })))
  const back = await ofThis(async () =>
    expect(receiptOf(await desk.returnItem({ item: "w1", ...given() })).setAside?.reservationId).toBe(first)
  )
  const night = noon + 20 * day
  const expire = await ofThis(async () =>
    expect(await nightlyClose(library, { tenant, at: night })).toMatchObject({ expired: 1, handedOn: 1, failed: [] })
  )
  const shelf = await library.read(tenant, { reservation: { reservationId: second as never } })
  expect(shelf.reservation?.reservation.state).toBe("setAside")
  const nothingFree = await ofThis(async () =>
    expect((await pullList(library, { tenant, at: night }))?.lines).toEqual([])
  )
  return { move, cancel, back, expire, nothingFree }
}

describe("a queue of 50,000", () => {
  let queue: Queue
  beforeAll(async () => {
    queue = await queueOf(long)
  }, 300_000)

  it("asks no more of a storage than one of 500 does, for a move, a cancellation, a return, what was not fetched, and a pull list with nothing on the shelf", async () => {
    const ofLong = await askedOf(queue)
    expect(ofLong).toEqual(await askedOf(await queueOf(500)))
    for (const act of ["move", "cancel", "back"] as const) {
      expect(ofLong[act].calls).toBe(1)
      expect(ofLong[act].rows).toBeLessThan(100)
    }
    expect(ofLong.back.rows).toBeGreaterThan(32)
  })

  it("is read by the pull list a page at a time, each row once", async () => {
    const { library, desk, key, titleId, ids, ofThis } = queue
    const at = noon + 20 * day
    receiptOf(await desk.addItem({ title: titleId, barcode: "w2", type: "book", at, key: key() }))
    const pulled = await ofThis(async () =>
      expect((await pullList(library, { tenant, at }))?.lines).toMatchObject([{ barcode: "w2", reservationId: ids[2] }])
    )
    expect(pulled.calls).toBeLessThan(long / 1_000 + 20)
    expect(pulled.rows).toBeGreaterThan(long)
    expect(pulled.rows).toBeLessThan(long + 1_000)
  })

  it("is looked at to its end, in two looks, where only the last may have the copy", async () => {
    const { library, far, key, ids, last, ofThis } = queue
    await amendPolicy(
      library,
      { rows: [{ id: "far", when: { branch: "far" }, set: { pickupAllowed: false } }] },
      noon + 20 * day + 1
    )
    const at = noon + 21 * day
    const { waitingCount } = (await library.read(tenant, { reservation: { reservationId: last as never } })).reservation
      ?.queue ?? { waitingCount: 0 }
    const handed = await ofThis(async () => {
      const taken = receiptOf(await far.cancelReservation({ reservation: ids[1] as string, at, key: key() }))
      expect(taken.setAside?.reservationId).toBe(last)
      expect(taken.skipped).toHaveLength(32)
    })
    expect(handed.calls).toBe(2)
    expect(handed.rows).toBeLessThan(waitingCount + 200)
  })
})
