import { describe, expect, it } from "vitest"
import { codesOf, noon, smallLibrary, tenant } from "../testing/smallLibrary.ts"
import { reserveMany } from "./reserveMany.ts"

const scene = async () => {
  const small = await smallLibrary({
    reservableOnShelf: true,
    reservationCountMax: 3,
    reservationsJoined: ["anyOf", "together"]
  })
  const titles = [await small.title("Emma", ["e1"]), await small.title("Persuasion", ["p1"])] as const
  const live = async () =>
    (await small.library.scan(tenant, "reservation", null, 99)).rows.filter(({ endedAt }) => endedAt === null)
  return { ...small, titles, live }
}

describe("several reservations with one receipt", () => {
  it("are one title for each reader of a club, in their order; who may not says why and holds up no other", async () => {
    const { library, desk, titles, live, key } = await scene()
    const club = { titles: [titles[0]], cards: ["ada", "nobody", "ben", "ada"], at: noon, key: key() }
    const { reservations, placed, refused, cost } = await reserveMany(desk, club)
    expect(reservations.map((one) => [one.card, one.ok ? one.receipt.ahead : codesOf(one).join()])).toEqual([
      ["ada", 0],
      ["nobody", "ReaderUnknown"],
      ["ben", 1]
    ])
    expect([placed, refused, cost]).toEqual([2, 1, 0])
    expect(await live()).toHaveLength(2)
    expect([await library.check(tenant), await library.replay(tenant)]).toEqual([[], []])
  })

  it("are several titles for one reader of which one is enough: borrowing one ends the other", async () => {
    const { desk, titles, live, key } = await scene()
    const { joined } = await reserveMany(desk, { titles, cards: ["ada"], as: "anyOf", at: noon, key: key() })
    expect(joined).toMatchObject([{ card: "ada", ok: true, receipt: { as: "anyOf" } }])
    await desk.checkOut({ item: "p1", card: "ada", at: noon, key: key() })
    expect(await live()).toEqual([])
  })

  it("go on under their key where they were cut off, and nothing is placed twice", async () => {
    const { desk, titles, live, key } = await scene()
    const given = { cards: ["ada"], as: "together" as const, at: noon, key: key() }
    await reserveMany(desk, { ...given, titles: [titles[0]] })
    for (const repeated of [false, true]) {
      const { reservations, joined } = await reserveMany(desk, { ...given, titles })
      expect(reservations.map((one) => one.ok && one.repeated)).toEqual([true, repeated])
      expect(joined).toMatchObject([{ ok: true, repeated, receipt: { as: "together" } }])
    }
    expect(await live()).toHaveLength(2)
  })

  it("are none at all where the key is none or too long, or there are too many pairs", async () => {
    const { desk, titles, live } = await scene()
    const given = { cards: ["ada"], titles, at: noon, key: "k" }
    const crowd = Array.from({ length: 101 }, (_, nth) => `${nth === 0 ? "ada" : nth}`)
    for (const [wrong, path] of [
      [{ key: "" }, "key"],
      [{ key: "k".repeat(61) }, "key"],
      [{ cards: crowd }, "cards"],
      [{ as: "apart" as "anyOf" }, "as"]
    ] as const) {
      const { reservations, joined, placed, refused } = await reserveMany(desk, { ...given, ...wrong })
      expect([joined, placed, refused]).toEqual([[], 0, reservations.length])
      for (const one of reservations) expect(one).toMatchObject({ ok: false, invalid: [{ path }] })
    }
    expect(await live()).toEqual([])
    expect(await reserveMany(desk, { ...given, key: "k".repeat(60) })).toMatchObject({ placed: 2 })
  })
})
