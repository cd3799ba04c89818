import { Effect } from "effect"
import { decideMerge, type MergeReaders, mergeIdCount, mergeLookup } from "../../../readers/mergeReaders.ts"
import { Storage } from "../../../storage/port.ts"
import { day, townOpensAt } from "../../play/smallTown.ts"
import { type ContractCase, mustFail, same } from "../contractCase.ts"
import { type DeskScene, deskCase, refusalsOf } from "../deskScene.ts"
import { hash } from "../scene.ts"

const two = { items: 6, titles: 6, readers: ["ada", "ben"], loanCountMax: 9 }

/** What the tables say of readers: who is linked to what, and what each owes. */
const linksIn = (scene: DeskScene) =>
  Effect.gen(function* () {
    const [loans, reservations, cards, counts] = [
      yield* scene.rows("loanReader"),
      yield* scene.rows("reservationReader"),
      yield* scene.rows("card"),
      yield* scene.rows("loanCount")
    ]
    return {
      loans: loans.map(({ loanId }) => loanId).sort(),
      reservations: reservations.map(({ reservationId }) => reservationId).sort(),
      cards: cards.map(({ card }) => card).sort(),
      counted: counts.reduce((sum, { count }) => sum + count, 0),
      owed: (yield* scene.rows("account")).reduce((sum, { balance }) => sum + balance, 0)
    }
  })

/** A merge that looked before this happened is not committed: it would bring back what is gone. */
const mergeLooksAgain = <R>(scene: DeskScene, what: string, meanwhile: Effect.Effect<unknown, unknown, R>) =>
  Effect.gen(function* () {
    const storage = yield* Storage
    const { tenant } = scene
    const merge = { card: "ada", other: "ben", at: townOpensAt } as MergeReaders
    const found = yield* storage.read(tenant, mergeLookup(merge))
    yield* meanwhile
    const { documentsVersion } = yield* storage.documents(tenant)
    const ids = Array.from({ length: mergeIdCount }, (_, nth) => `moved ${nth}`)
    const place = { branch: "main", actor: { kind: "job", name: "late" }, channel: "job" } as const
    const late = storage.run({
      tenant,
      name: "mergeReaders",
      keyHash: hash(1),
      contentHash: hash(1),
      at: townOpensAt,
      documentsVersion,
      lookup: {},
      decide: () => decideMerge(found, merge, { tenant: "town", place, policy: null, calendar: null, ids })
    })
    yield* mustFail(late, "VersionMoved", what)
  })

/** Two records of one person become one. */
export const mergeCases: ReadonlyArray<ContractCase> = [
  deskCase("two records of one reader become one: nothing is lost, nothing doubled", two, (scene) =>
    Effect.gen(function* () {
      const late = townOpensAt + 10 * day
      for (const item of ["i1", "i2"]) yield* scene.give("checkOut", { item, card: "ada" })
      for (const item of ["i3", "i4"]) yield* scene.give("checkOut", { item, card: "ben" })
      yield* scene.give("reserve", { title: scene.titleIds[0] as string, card: "ben" })
      yield* scene.give("addReaderNote", { card: "ben", text: "left a bag" })
      yield* scene.give("placeBlock", { card: "ben", kind: "address", actions: ["borrow"] })
      yield* scene.give("returnItem", { item: "i4", at: late })
      const before = yield* linksIn(scene)
      const { receipt } = yield* scene.give("mergeReaders", { card: "ada", other: "ben", at: late })
      yield* same(receipt.loans, 2, "loans moved, that of the late return too")
      yield* same(yield* linksIn(scene), before, "what there is")
      const held = new Set([
        ...(yield* scene.rows("loanReader")).map(({ readerId }) => readerId),
        ...(yield* scene.rows("reservationReader")).map(({ readerId }) => readerId),
        ...(yield* scene.rows("card")).map(({ readerId }) => readerId),
        ...(yield* scene.rows("readerNote")).map(({ readerId }) => readerId),
        ...(yield* scene.rows("readerBlock")).map(({ readerId }) => readerId)
      ])
      yield* same([...held], [receipt.readerId], "whose it is")
      yield* same(
        yield* refusalsOf(scene.give("checkOut", { item: "i5", card: "ben", at: late })),
        ["ReaderBlocked"],
        "the other card works on, with the block"
      )
      yield* scene.give("pay", { card: "ada", amount: 30, method: "cash", at: late })
      yield* same((yield* linksIn(scene)).owed, 0, "what is owed after payment")
      yield* same(
        yield* refusalsOf(scene.give("mergeReaders", { card: "ada", other: "ben", at: late })),
        ["SameReader"],
        "merged again"
      )
    })
  ),
  deskCase(
    "who is kept of two keeps the history that the other one wanted, and the loans of the day that both began",
    { ...two, set: { loansPerDayMax: 2 } },
    (scene) =>
      Effect.gen(function* () {
        yield* scene.give("setHistoryConsent", { card: "ben", consent: true })
        yield* scene.give("checkOut", { item: "i1", card: "ben" })
        yield* scene.give("checkOut", { item: "i2", card: "ada" })
        yield* scene.give("returnItem", { item: "i1" })
        yield* scene.give("mergeReaders", { card: "ada", other: "ben" })
        const storage = yield* Storage
        const by = { card: "ada" as never, after: null, limit: 10 }
        const { archiveOfReader } = yield* storage.read(scene.tenant, { archiveOfReader: by })
        yield* same(archiveOfReader.rows.length, 1, "loans in the archive")
        yield* same(
          yield* refusalsOf(scene.give("checkOut", { item: "i3", card: "ada" })),
          ["DayLimitReached"],
          "a third loan of the day"
        )
        const { receipt } = yield* scene.give("setHistoryConsent", { card: "ben", consent: false })
        yield* same(receipt.cut, 1, "cut once it is no longer wanted")
      })
  ),
  deskCase(
    "who is kept of two is a member as long as either was, and as old as the one that says so",
    { ...two, readers: [] },
    (scene) =>
      Effect.gen(function* () {
        const until = townOpensAt + 30 * day
        const person = { name: "Kim", category: "adult" }
        yield* scene.give("registerReader", { ...person, card: "old", expiresAt: until })
        yield* scene.give("registerReader", { ...person, card: "new", expiresAt: until + day, bornOn: "1990-05-04" })
        const { receipt } = yield* scene.give("mergeReaders", { card: "old", other: "new" })
        const kept = (yield* scene.rows("reader")).find(({ readerId }) => readerId === receipt.readerId)
        yield* same([kept?.expiresAt, kept?.bornOn], [until + day, "1990-05-04"], "the person")
      })
  ),
  deskCase("of two links to one person a merge keeps the one that lasts longer", two, (scene) =>
    Effect.gen(function* () {
      for (const card of ["eve", "kim"]) yield* scene.give("registerReader", { card, name: card, category: "adult" })
      const endsAt = townOpensAt + day
      const link = (card: string, other: string, end: object) =>
        scene.give("linkReaders", { card, other, kind: "guarantor", ...end })
      yield* link("ada", "eve", { endsAt })
      yield* link("ben", "eve", { endsAt: endsAt + day })
      yield* link("kim", "ada", {})
      yield* link("kim", "ben", { endsAt })
      yield* link("ada", "ben", {})
      yield* scene.give("mergeReaders", { card: "ada", other: "ben" })
      yield* same(
        (yield* scene.rows("readerLink")).map((row) => row.endsAt).sort(),
        [endsAt + day, null],
        "when the links end"
      )
    })
  ),
  deskCase(
    "a merge brings back nothing that ended while it was decided: a reservation, a link at either end, who stood there",
    { ...two, readers: ["ada", "ben", "cid", "dan"] },
    (scene) =>
      Effect.gen(function* () {
        const { receipt: waits } = yield* scene.give("reserve", { title: scene.titleId, card: "ben" })
        const { receipt: link } = yield* scene.give("linkReaders", { card: "cid", other: "ben", kind: "proxy" })
        yield* scene.give("linkReaders", { card: "ben", other: "dan", kind: "guarantor" })
        const endings = {
          "a reservation": scene.give("cancelReservation", { reservation: waits.reservationId }),
          "a link": scene.give("unlinkReaders", { card: "cid", link: link.linkId }),
          "who stood for them": scene.give("eraseReader", { card: "dan" })
        }
        for (const [what, ending] of Object.entries(endings)) yield* mergeLooksAgain(scene, what, ending)
        yield* scene.give("mergeReaders", { card: "ada", other: "ben" })
        yield* same(yield* scene.rows("readerLink"), [], "links")
        yield* same(yield* scene.rows("reservationReader"), [], "reservations")
      })
  ),
  deskCase("two who both wait for one title are not merged before one reservation ends", two, (scene) =>
    Effect.gen(function* () {
      const title = scene.titleId
      yield* scene.give("reserve", { title, card: "ada" })
      const { receipt } = yield* scene.give("reserve", { title, card: "ben" })
      const merge = () => refusalsOf(scene.give("mergeReaders", { card: "ada", other: "ben" }))
      yield* same(yield* merge(), ["AlreadyReserved"], "while both wait")
      yield* scene.give("cancelReservation", { reservation: receipt.reservationId })
      yield* same(yield* merge(), [], "after it")
    })
  )
]
