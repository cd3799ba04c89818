import { describe, expect, it } from "vitest"
import { amendPolicy, closeForGood, openBranch } from "../../testing/amending.ts"
import { noon, policyWith, receiptOf, smallLibrary, tenant } from "../../testing/smallLibrary.ts"
import { pullList } from "./pullList.ts"

const lending = { reservableOnShelf: true, reservationCountMax: 9, reservationsJoined: ["anyOf", "together"] }

/** A library of three branches. Copies are put where a test says; rows of its policy come after those of the small one. */
const scene = async (amended: Parameters<typeof amendPolicy>[1]) => {
  const small = await smallLibrary(lending)
  const { library, desk, deskAt, key, title } = small
  await openBranch(library, "mid")
  await amendPolicy(library, amended)
  const given = () => ({ at: noon, key: key() })
  return {
    ...small,
    given,
    /** A title of one copy at home in a branch, which stands there or elsewhere. */
    copyAt: async (item: string, homeBranch: string, { type = "book", branch = homeBranch } = {}) => {
      const titleId = await title(`Title ${item}`, [item])
      receiptOf(await desk.changeItem({ item, homeBranch, type, ...given() }))
      receiptOf(await deskAt(branch).returnItem({ item, ...given() }))
      return titleId
    },
    reserve: async (titleId: string, card: string, pickupBranch: string) =>
      receiptOf(await desk.reserve({ title: titleId, card, pickupBranch, ...given() })).reservationId,
    list: async () => {
      const list = await pullList(library, { tenant, at: noon })
      return { lines: list?.lines.map(({ barcode, reservationId }) => [barcode, reservationId]), cost: list?.cost }
    }
  }
}

describe("of several titles one is enough", () => {
  it("gives one copy to who wants any of two, and the other to whoever is next; the cost is that of what is given", async () => {
    const { copyAt, reserve, list, desk, given, library } = await scene({})
    const [first, second] = [await copyAt("a1", "main"), await copyAt("b1", "main")]
    const own = [await reserve(first, "ada", "far"), await reserve(second, "ada", "far")]
    receiptOf(await desk.joinReservations({ card: "ada", reservations: own, as: "anyOf", ...given() } as never))
    const told = await list()
    expect(told.lines).toHaveLength(1)
    expect(told.cost).toBe(1)
    const next = await reserve(second, "ben", "main")
    expect(await list()).toEqual({
      lines: [
        ["a1", own[0]],
        ["b1", next]
      ],
      cost: 1
    })
    // Whoever fetches both finds the library of the same mind.
    for (const [item = "", fetchedFor = ""] of (await list()).lines ?? [])
      expect(receiptOf(await desk.returnItem({ item, fetchedFor, ...given() })).setAside?.reservationId).toBe(
        fetchedFor
      )
    expect([await library.check(tenant), await library.replay(tenant)]).toEqual([[], []])
  })
})

it("joined reservations stay joined where the policy lets none be joined any more", async () => {
  const { copyAt, reserve, list, desk, given, library } = await scene({})
  const own = [
    await reserve(await copyAt("a1", "main"), "ada", "far"),
    await reserve(await copyAt("b1", "main"), "ada", "far")
  ]
  receiptOf(await desk.joinReservations({ card: "ada", reservations: own, as: "anyOf", ...given() } as never))
  expect((await list()).lines).toHaveLength(1)
  const { reservationsJoined: _, ...rest } = lending
  const content = { ...policyWith(rest, "CNY") }
  expect(await library.publishPolicy({ tenant, content, at: noon, by: "anna" })).toMatchObject({ ok: true })
  expect((await list()).lines).toHaveLength(1)
})

describe("what the policy says of a copy", () => {
  it("sends a film first to who fetches it where it stands, and a book to who is first in the queue", async () => {
    const { copyAt, reserve, list } = await scene({
      rows: [{ id: "films", when: { itemType: "film" }, set: { localFirst: "pickupHere" } }]
    })
    const [book, film] = [await copyAt("b1", "main"), await copyAt("f1", "main", { type: "film" })]
    const firsts = [await reserve(book, "ada", "far"), await reserve(film, "ada", "far")]
    const seconds = [await reserve(book, "ben", "main"), await reserve(film, "ben", "main")]
    expect((await list()).lines).toEqual([
      ["b1", firsts[0]],
      ["f1", seconds[1]]
    ])
  })

  it("asks for every reader whether their home, or where they fetch it, comes first", async () => {
    const { copyAt, reserve, list } = await scene({
      rows: [{ id: "children", when: { readerCategory: "child" }, set: { localFirst: "pickupAtHome" } }]
    })
    const title = await copyAt("b1", "mid", { branch: "far" })
    await reserve(title, "ada", "far")
    await reserve(title, "ben", "mid")
    const child = await reserve(title, "kim", "mid")
    expect((await list()).lines).toEqual([["b1", child]])
  })

  it("counts no way home for what floats, where it floats, and for nothing else", async () => {
    const { copyAt, reserve, list } = await scene({
      transfers: { wayHomePercent: 100, otherwise: 4 },
      libraries: { near: ["main", "mid"], away: ["far"] },
      itemTypes: { book: {}, film: {}, reference: {}, map: {} },
      rows: [
        { id: "films", when: { itemType: "film" }, set: { floating: "everywhere" } },
        { id: "maps", when: { itemType: "map" }, set: { floating: "library" } }
      ]
    })
    const book = await copyAt("b1", "main")
    const film = await copyAt("f1", "main", { type: "film" })
    const near = await copyAt("m1", "main", { type: "map" })
    await reserve(film, "ada", "far")
    expect((await list()).cost).toBe(4)
    await reserve(book, "ada", "far")
    expect((await list()).cost).toBe(4 + 8)
    await reserve(near, "ada", "mid")
    expect((await list()).cost).toBe(4 + 8 + 4)
  })

  it("counts no way home where no copy like it goes home from there", async () => {
    const { copyAt, reserve, list } = await scene({
      transfers: { wayHomePercent: 100, otherwise: 4, forbidden: [{ from: "far", to: "main", itemType: "film" }] }
    })
    const film = await copyAt("f1", "main", { type: "film" })
    const one = await reserve(film, "ada", "far")
    expect(await list()).toEqual({ lines: [["f1", one]], cost: 4 })
  })

  it("counts no way home where the home is a branch no more", async () => {
    const { copyAt, reserve, list, library } = await scene({ transfers: { wayHomePercent: 100, otherwise: 4 } })
    const title = await copyAt("b1", "far", { branch: "main" })
    const one = await reserve(title, "ada", "mid")
    expect(await list()).toEqual({ lines: [["b1", one]], cost: 8 })
    await closeForGood(library, "far", noon)
    expect(await list()).toEqual({ lines: [["b1", one]], cost: 4 })
  })

  it("offers a copy for use in the building, as placing counts it among those to be fetched", async () => {
    const { copyAt, reserve, list, desk, given, library } = await scene({})
    const title = await copyAt("b1", "main")
    receiptOf(await desk.changeItem({ item: "b1", status: "restricted", ...given() }))
    const placed = receiptOf(await desk.reserve({ title, card: "ada", pickupBranch: "main", ...given() }))
    expect(placed.kind).toBe("page")
    expect((await list()).lines).toEqual([["b1", placed.reservationId]])
    const kept = receiptOf(await desk.returnItem({ item: "b1", fetchedFor: placed.reservationId, ...given() }))
    expect(kept.setAside?.reservationId).toBe(placed.reservationId)
    expect((await list()).lines).toEqual([])
    await reserve(title, "ben", "main")
    expect((await list()).lines).toEqual([])
    expect([await library.check(tenant), await library.replay(tenant)]).toEqual([[], []])
  })
})

describe("the shelf order", () => {
  it("goes by location, then by the scheme of each call number, which the title's class number tells where its form does not", async () => {
    const { library, reserve, desk, given } = await scene({})
    const standing = [
      ["film", "", "791.43 A18", "ddc", "791.43"],
      ["films", "", "791.5 A1", "ddc", "791.5"],
      ["I Ching", "chinese", "B22 W12", "clc", "B22"],
      ["ethics", "chinese", "B3 W12", "clc", "B3"],
      ["poems", "chinese", "I222/3", "clc", "I222"],
      ["verse", "chinese", "I23/3", "clc", "I23"],
      ["Ada", "stacks", "QA76.73.A35 B28", "lcc", "QA76.73.A35"],
      ["Algol", "stacks", "QA76.73.A35 B3", "lcc", "QA76.73.A35"],
      ["trees", "stacks", "QA166 .A1", "lcc", "QA166"]
    ] as const
    for (const [name, location, callNumber, scheme, number] of standing.toReversed()) {
      const description = { title: name, classifications: [{ scheme, number }] }
      const { titleId } = receiptOf(await desk.addTitle({ description, ...given() }))
      receiptOf(await desk.addItem({ title: titleId, barcode: name, type: "book", location, callNumber, ...given() }))
      await reserve(titleId, "ada", "main")
    }
    const list = await pullList(library, { tenant, at: noon })
    expect(list?.lines.map(({ barcode }) => barcode)).toEqual(standing.map(([name]) => name))
  })
})
