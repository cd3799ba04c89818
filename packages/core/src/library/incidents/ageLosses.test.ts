import { describe, expect, it } from "vitest"
import { day, noon, receiptOf, smallLibrary, tenant } from "../../testing/smallLibrary.ts"
import type { Library } from "../openLibrary.ts"
import { ageLosses, type NotAged } from "./ageLosses.ts"

const books = ["b1", "b2", "b3"]

/** Three books overdue for long, of which the second has no price. */
const scene = async () => {
  const small = await smallLibrary()
  const { library, desk, key } = small
  const { rows } = await library.scan(tenant, "document", null, 10)
  const policy = JSON.parse(rows.find(({ kind }) => kind === "policy")?.content ?? "")
  policy.compensations = {
    books: { basis: { from: [{ from: "recordedPrice" }] }, processing: { cash: { amount: "1.00" } }, afterLoss: "add" }
  }
  Object.assign(policy.rows[0].set, { compensation: "books", lostAfter: { weeks: 4 }, debtMax: "unlimited" })
  receipt(await library.publishPolicy({ tenant, content: policy, at: noon - 1, by: "anna" }))
  await small.title("Books", books)
  for (const item of books) {
    if (item !== "b2") receiptOf(await desk.changeItem({ item, price: 2000, at: noon, key: key() }))
    receiptOf(await desk.checkOut({ item, card: "ada", at: noon, key: key() }))
  }
  return small
}
const receipt = ({ ok }: { readonly ok: boolean }): void => expect(ok).toBe(true)

const at = noon + 60 * day
const owed = async (library: Library) =>
  (await library.read(tenant, { reader: { card: "ada" as never } })).reader?.account.balance

/** The library of a process that is killed as it gives its nth command, before or after it was carried out. */
const killedAt = (library: Library, nth: number, when: "before" | "after"): Library => {
  let given = 0
  const dying =
    <Input, Answer>(give: (input: Input) => Promise<Answer>) =>
    async (input: Input): Promise<Answer> => {
      given++
      if (given > nth || (given === nth && when === "before")) throw new Error("killed")
      const answer = await give(input)
      if (given === nth) throw new Error("killed")
      return answer
    }
  return {
    ...library,
    at: (place) => {
      const desk = library.at(place)
      return {
        ...desk,
        many: () => Promise.reject(new Error("one by one")),
        ageToLost: dying(desk.ageToLost),
        billIncident: dying(desk.billIncident)
      }
    }
  }
}

describe("the night of losses", () => {
  it("counts each loan as lost and charges each loss once; what has no price is told, every night", async () => {
    const { library } = await scene()
    const told: Array<NotAged> = []
    const night = await ageLosses(library, { tenant, at, onNotDone: (one) => told.push(one) })
    expect(night).toMatchObject({ aged: 3, billed: 2, notDoneCount: 1 })
    expect(told.map(({ because }) => because)).toEqual([expect.stringContaining("BasisMissing")])
    expect(await owed(library)).toBe(2 * (2100 + 280))
    expect(await ageLosses(library, { tenant, at: at + day })).toMatchObject({ aged: 0, billed: 0, notDoneCount: 1 })
    expect(await owed(library)).toBe(2 * (2100 + 280))
  })

  it("killed at any command, before or after it was carried out, and run again: the same money", async () => {
    for (let nth = 1; nth <= 6; nth++)
      for (const when of ["before", "after"] as const) {
        const { library } = await scene()
        const killed = await ageLosses(killedAt(library, nth, when), { tenant, at })
        expect(killed.aged + killed.billed).toBeLessThan(6)
        await ageLosses(library, { tenant, at: at + 3_600_000 })
        expect(await owed(library)).toBe(2 * (2100 + 280))
        expect(await library.check(tenant)).toEqual([])
        expect(await library.replay(tenant)).toEqual([])
      }
  })

  it("comes late: loans are lost as of when they were due to be, and no later", async () => {
    const { library } = await scene()
    await ageLosses(library, { tenant, at: at + 300 * day })
    expect(await owed(library)).toBe(2 * (2100 + 280))
  })
})
