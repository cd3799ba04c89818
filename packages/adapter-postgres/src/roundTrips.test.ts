import { afterAll, beforeAll, describe, expect, inject, it } from "vitest"
import { at, smallLibrary } from "../test/desk.ts"
import { type FreshDatabase, freshDatabase } from "../test/freshDatabase.ts"
import { proxyTo } from "../test/proxy.ts"

const server = inject("postgresUrl")

describe.skipIf(server === null)("round trips", () => {
  let database: FreshDatabase
  beforeAll(async () => {
    database = await freshDatabase(server as string)
  })
  afterAll(() => database.drop())

  it("two for check out, renew, return and reserve; one for a repeat, a refusal, a dry run and a page", async () => {
    const proxy = await proxyTo(database.url)
    let flushes = 0
    const { desk, library, titleId } = await smallLibrary({ url: proxy.url, poolMax: 1, onRoundTrip: () => flushes++ })
    const tripsOf = async (act: () => Promise<unknown>): Promise<readonly [flushes: number, onTheWire: number]> => {
      const [flushed, tripped] = [flushes, proxy.trips()]
      await act()
      return [flushes - flushed, proxy.trips() - tripped]
    }
    const carriedOut = async (answer: Promise<{ readonly ok: boolean }>): Promise<void> => {
      expect(await answer).toMatchObject({ ok: true })
    }
    const refused = async (answer: Promise<{ readonly ok: boolean }>): Promise<void> => {
      expect(await answer).toMatchObject({ ok: false })
    }
    for (const round of ["first", "second"]) {
      const key = (act: string): { readonly key: string; readonly at: number } => ({ key: `${act} ${round}`, at })
      const later = { key: `renew ${round}`, at: at + 86_400_000 }
      const reservation = { title: titleId, card: round === "first" ? "ada" : "ben", pickupBranch: "main" }
      const trips = {
        checkOut: await tripsOf(() => carriedOut(desk.checkOut({ item: "b1", card: "ada", ...key("lend") }))),
        repeat: await tripsOf(() => carriedOut(desk.checkOut({ item: "b1", card: "ada", ...key("lend") }))),
        refusal: await tripsOf(() => refused(desk.checkOut({ item: "b1", card: "ben", ...key("again") }))),
        renew: await tripsOf(() => carriedOut(desk.renew({ item: "b1", ...later }))),
        return: await tripsOf(() => carriedOut(desk.returnItem({ item: "b1", ...key("return") }))),
        page: await tripsOf(() =>
          library.read("town", { reader: { card: "ada" as never }, loansOfReader: { card: "ada" as never } })
        )
      }
      expect(trips).toEqual({
        checkOut: [2, 2],
        repeat: [1, 1],
        refusal: [1, 1],
        renew: [2, 2],
        return: [2, 2],
        page: [1, 1]
      })
      // Last, as a return would set the copy aside for it.
      if (round === "second") {
        expect(await tripsOf(() => carriedOut(desk.reserve({ ...reservation, ...key("reserve") })))).toEqual([2, 2])
      }
    }
  })
})
