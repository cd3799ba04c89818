import { describe, expect, it } from "vitest"
import { day, noon, receiptOf, smallLibrary, tenant } from "../testing/smallLibrary.ts"

/** Works in two volumes, `w1` and `w2`, and `w3`, another of the second, in a library whose loans are due two days after they were asked back. */
const works = async () => {
  const small = await smallLibrary({
    reservableOnShelf: true,
    reservableByBorrower: true,
    reservationCountMax: 9,
    reservationsPerTitleMax: 9,
    reservationsJoined: ["anyOf"],
    recallMinimum: { days: 2 },
    recallReturnWithin: { days: 2 }
  })
  const { library, desk, key, title } = small
  const given = (at: number = noon) => ({ at, key: key(), override: { reason: "as agreed" } })
  const titleId = await title("Works", [])
  for (const [barcode, volume] of [
    ["w1", "1"],
    ["w2", "2"],
    ["w3", "2"]
  ] as const)
    receiptOf(await desk.addItem({ title: titleId, barcode, type: "book", volume, at: noon, key: key() }))
  const lend = async (item: string, card: string, at?: number) =>
    receiptOf(await desk.checkOut({ item, card, ...given(at) }))
  const ask = async (card: string, more: object = {}, at?: number) =>
    receiptOf(await desk.reserve({ title: titleId, card, kind: "recall", ...more, ...given(at) }))
  /** The same while `w3` is lent, which staff say is needed no more: it waits, and nothing is recalled. */
  const askInVain = async (card: string, more: object = {}) => {
    await lend("w3", "ben")
    const asked = await ask(card, { volume: "2", ...more })
    receiptOf(await desk.cancelRecall({ item: "w3", at: noon, key: key() }))
    return asked
  }
  /** Barcodes of the copies whose loans are recalled. */
  const recalled = async () => {
    const loans = (await library.scan(tenant, "loan", null, 20)).rows
    const ids = new Set(
      loans.filter((one) => one.closedAt === null && one.recalledAt !== null).map((one) => one.loanId)
    )
    const items = (await library.scan(tenant, "item", null, 20)).rows
    return items.flatMap(({ barcode, loanId }) => (loanId !== null && ids.has(loanId) ? [barcode] : [])).sort()
  }
  const sound = async () => expect([await library.check(tenant), await library.replay(tenant)]).toEqual([[], []])
  return { ...small, given, lend, ask, askInVain, recalled, sound }
}

describe("a loan is recalled as it is made", () => {
  it("for somebody who waits and for whom no other is recalled", async () => {
    const { lend, askInVain, recalled, sound } = await works()
    await askInVain("ada")
    await lend("w1", "kim")
    expect(await recalled()).toEqual([])
    await lend("w2", "kim")
    expect(await recalled()).toEqual(["w2"])
    await sound()
  })

  it("for whom the copy that is recalled will do too, as another wants that one alone", async () => {
    const { lend, ask, recalled, sound } = await works()
    await lend("w1", "ben")
    await ask("ada")
    expect((await ask("kim", { item: "w1" })).recalled).toEqual([])
    await lend("w2", "ben")
    expect(await recalled()).toEqual(["w1", "w2"])
    await sound()
  })

  it("for who wants that copy alone, though it fills a reservation of its borrower", async () => {
    const { lend, ask, recalled, sound } = await works()
    await lend("w3", "ben")
    await ask("ada")
    await lend("w2", "ben", noon + 1)
    await ask("kim", { item: "w2" })
    expect(await recalled()).toEqual(["w2", "w3"])
    await lend("w2", "ada", noon + 1)
    expect(await recalled()).toEqual(["w2"])
    await sound()
  })

  it("for somebody else, as its borrower waits no more, for whom the other was recalled", async () => {
    const { lend, ask, askInVain, recalled, sound } = await works()
    await askInVain("ada", { volume: "" })
    await lend("w1", "kim")
    expect(await recalled()).toEqual(["w1"])
    await ask("ben", { volume: "2" })
    await lend("w2", "ada")
    expect(await recalled()).toEqual(["w2"])
    await sound()
  })
})

describe("a loan is not recalled as it is made", () => {
  it("where one of another volume is recalled that will do", async () => {
    const { lend, ask, recalled, sound } = await works()
    await lend("w1", "ben")
    await ask("ada")
    await lend("w2", "kim")
    expect(await recalled()).toEqual(["w1"])
    await sound()
  })

  it("for its borrower, who waits for another copy", async () => {
    const { lend, askInVain, recalled, sound } = await works()
    await askInVain("ada", { copies: 2 })
    await lend("w2", "ada")
    expect(await recalled()).toEqual([])
    await sound()
  })

  it("for a reservation that ends by it, as one of several was enough", async () => {
    const { desk, key, lend, askInVain, recalled, sound } = await works()
    const { reservationIds: reservations } = await askInVain("ada", { copies: 2 })
    receiptOf(await desk.joinReservations({ card: "ada", reservations, as: "anyOf", at: noon, key: key() }))
    await lend("w2", "ada", noon + day)
    expect(await recalled()).toEqual([])
    await sound()
  })
})
