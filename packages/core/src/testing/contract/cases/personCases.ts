import { Effect } from "effect"
import { decideMerge, type MergeReaders, mergeIdCount, mergeLookup } from "../../../readers/mergeReaders.ts"
import { Storage } from "../../../storage/port.ts"
import { day, townOpensAt } from "../../play/smallTown.ts"
import { type ContractCase, mustFail, same } from "../contractCase.ts"
import { type DeskScene, deskCase, refusalsOf } from "../deskScene.ts"
import { hash } from "../scene.ts"

const two = { items: 6, titles: 6, readers: ["ada", "ben"], loanCountMax: 9 }
const loansPaid = { debtMax: "unlimited" }

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
      decide: () => decideMerge(found, merge, { place, policy: null, calendar: null, ids })
    })
    yield* mustFail(late, "VersionMoved", what)
  })

/** Readers as persons: cards that get lost, others who stand for them, two records of one, what is kept and what goes. */
export const personCases: ReadonlyArray<ContractCase> = [
  deskCase("a lost card opens nothing, the new one everything", { items: 1, readers: ["ada"] }, (scene) =>
    Effect.gen(function* () {
      yield* same(yield* refusalsOf(scene.give("reportLostCard", { card: "ada" })), ["LastCard"], "the only card")
      yield* scene.give("reportLostCard", { card: "ada", replacement: "ada2" })
      yield* same(
        yield* refusalsOf(scene.give("checkOut", { item: "i1", card: "ada" })),
        ["ReaderUnknown"],
        "with the lost card"
      )
      yield* scene.give("checkOut", { item: "i1", card: "ada2" })
      const storage = yield* Storage
      const { lostCard } = yield* storage.read(scene.tenant, { lostCard: { card: "ada" as never } })
      yield* same(lostCard?.lostAt, townOpensAt, "when it was lost")
    })
  ),
  deskCase(
    "a lost card that is found and given out again can be lost again",
    { items: 0, readers: ["ada", "ben"] },
    (scene) =>
      Effect.gen(function* () {
        yield* scene.give("reportLostCard", { card: "ada", replacement: "ada2" })
        yield* scene.give("changeReader", { card: "ben", addCard: "ada" })
        const later = townOpensAt + day
        yield* scene.give("reportLostCard", { card: "ada", at: later })
        const lost = (yield* scene.rows("lostCard")).map(({ card, lostAt }) => [card, lostAt])
        yield* same(lost, [["ada", later]], "lost cards")
      })
  ),
  deskCase("a membership is renewed from its end, or from now once it has ended", two, (scene) =>
    Effect.gen(function* () {
      const first = yield* scene.give("renewMembership", { card: "ada" })
      const years = (at: number | null): number => Math.round(((at ?? 0) - townOpensAt) / (365 * day))
      yield* same(years(first.receipt.expiresAt), 2, "years before its end")
      const late = yield* scene.give("renewMembership", { card: "ben", at: townOpensAt + 3 * 365 * day })
      yield* same(years(late.receipt.expiresAt), 4, "years after its end")
    })
  ),
  deskCase("notes stand beside the reader and in no event", { items: 0, readers: ["ada", "ben"] }, (scene) =>
    Effect.gen(function* () {
      const { receipt } = yield* scene.give("addReaderNote", { card: "ada", text: "hard of hearing" })
      const note = receipt.noteId
      yield* same(
        yield* refusalsOf(scene.give("removeReaderNote", { card: "ben", note })),
        ["NoteUnknown"],
        "another's"
      )
      const bodies = (yield* scene.rows("event")).map(({ body }) => body).join()
      yield* same(bodies.includes("hearing"), false, "the text in an event")
      yield* scene.give("removeReaderNote", { card: "ada", note })
      yield* same(yield* scene.rows("readerNote"), [], "notes")
    })
  ),
  deskCase(
    "a guarantor's debts block the reader, and those of all for whom one is guarantor block the guarantor",
    { ...two, set: { guarantorDebtMax: "0.10", guaranteesDebtMax: "0.10", ...loansPaid } },
    (scene) =>
      Effect.gen(function* () {
        yield* scene.give("registerReader", { card: "kid", name: "kid", category: "adult" })
        yield* scene.give("linkReaders", { card: "kid", other: "ada", kind: "guarantor" })
        const again = scene.give("linkReaders", { card: "kid", other: "ada", kind: "guarantor" })
        yield* same(yield* refusalsOf(again), ["LinkTaken"], "twice")
        const self = scene.give("linkReaders", { card: "kid", other: "kid", kind: "proxy" })
        yield* same(yield* refusalsOf(self), ["SameReader"], "oneself")
        const late = townOpensAt + 10 * day
        yield* scene.give("checkOut", { item: "i1", card: "kid" })
        yield* scene.give("checkOut", { item: "i2", card: "ada" })
        yield* scene.give("returnItem", { item: "i1", at: late })
        const guarantor = scene.give("checkOut", { item: "i3", card: "ada", at: late })
        yield* same(yield* refusalsOf(guarantor), ["ReaderOverLimit"], "the guarantor")
        yield* same(
          yield* refusalsOf(scene.give("renew", { item: "i2", at: late })),
          ["ReaderOverLimit"],
          "the guarantor renews"
        )
        yield* same(yield* refusalsOf(scene.give("checkOut", { item: "i3", card: "ben", at: late })), [], "others")
        yield* scene.give("returnItem", { item: "i2", at: late })
        yield* same(
          yield* refusalsOf(scene.give("reserve", { title: scene.titleIds[2] as string, card: "kid", at: late })),
          ["ReaderOverLimit"],
          "whose guarantor owes"
        )
      })
  ),
  deskCase("a proxy borrows for a reader while the link holds, and nobody else does", two, (scene) =>
    Effect.gen(function* () {
      const lend = (item: string, at?: number) =>
        refusalsOf(scene.give("checkOut", { item, card: "ada", by: "ben", ...(at === undefined ? {} : { at }) }))
      yield* same(yield* lend("i1"), ["NotProxy"], "before")
      const endsAt = townOpensAt + 5 * day
      const { receipt } = yield* scene.give("linkReaders", { card: "ada", other: "ben", kind: "proxy", endsAt })
      yield* same(yield* lend("i1"), [], "while it holds")
      yield* same(yield* lend("i2", endsAt), ["NotProxy"], "after its end")
      const again = scene.give("linkReaders", { card: "ada", other: "ben", kind: "proxy" })
      yield* same(yield* refusalsOf(again), ["LinkTaken"], "again while it holds")
      const anew = yield* scene.give("linkReaders", { card: "ada", other: "ben", kind: "proxy", at: endsAt })
      const gone = scene.give("unlinkReaders", { card: "ada", link: receipt.linkId })
      yield* same(yield* refusalsOf(gone), ["LinkUnknown"], "the one that ended")
      yield* scene.give("unlinkReaders", { card: "ada", link: anew.receipt.linkId })
      yield* same(yield* lend("i3"), ["NotProxy"], "once it was ended")
      const [event] = (yield* scene.rows("event")).filter(({ tag }) => tag === "ItemCheckedOut")
      yield* same(JSON.parse(event?.body ?? "{}").proxied, 1, "that somebody else borrowed it")
      const [link] = yield* scene.rows("loanReader")
      const readers = yield* scene.rows("reader")
      yield* same(readers.find(({ readerId }) => readerId === link?.readerId)?.name, "ada", "whose loan it is")
    })
  ),
  deskCase("who registers alone may do nothing until staff confirm it", { items: 2, titles: 2, readers: [] }, (scene) =>
    Effect.gen(function* () {
      const person = { name: "New reader", category: "adult" }
      const { application } = (yield* scene.give("applyForMembership", person)).receipt
      const storage = yield* Storage
      const waiting = storage.read(scene.tenant, { pendingReaders: { after: null, limit: 10 } })
      yield* same((yield* waiting).pendingReaders.rows.length, 1, "who waits")
      const asked = scene.give("checkOut", { item: "i1", card: application })
      yield* same(yield* refusalsOf(asked), ["ReaderPending"], "before")
      yield* scene.give("confirmReader", { application, card: "new" })
      yield* scene.give("checkOut", { item: "i1", card: "new" })
      yield* same(
        yield* refusalsOf(scene.give("checkOut", { item: "i2", card: application })),
        ["ReaderUnknown"],
        "after"
      )
      const other = (yield* scene.give("applyForMembership", { ...person, name: "Somebody" })).receipt
      yield* scene.give("rejectReader", { application: other.application })
      yield* same((yield* waiting).pendingReaders.rows, [], "who waits at the end")
      const names = (yield* scene.rows("reader")).map(({ name }) => name).sort()
      yield* same(names, ["", "New reader"], "what is kept")
    })
  ),
  deskCase(
    "of an application that is turned down nothing is kept, whatever was noted of it",
    { items: 0, readers: ["ada"] },
    (scene) =>
      Effect.gen(function* () {
        const { application } = (yield* scene.give("applyForMembership", { name: "Somebody", category: "adult" }))
          .receipt
        const card = application
        yield* scene.give("changeReader", { card, addCard: "spare" })
        yield* scene.give("reportLostCard", { card: "spare" })
        yield* scene.give("changeReader", { card, addCard: "other" })
        yield* scene.give("addReaderNote", { card, text: "came without papers" })
        yield* scene.give("placeBlock", { card, kind: "address", actions: ["borrow"], note: "moved" })
        yield* scene.give("linkReaders", { card, other: "ada", kind: "guarantor" })
        yield* scene.give("linkReaders", { card: "ada", other: card, kind: "proxy" })
        yield* scene.give("rejectReader", { application })
        for (const table of ["readerNote", "readerBlock", "readerLink", "lostCard"] as const)
          yield* same(yield* scene.rows(table), [], table)
        const cards = (yield* scene.rows("card")).map((one) => one.card)
        yield* same(cards, ["ada"], "cards")
      })
  ),
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
  deskCase(
    "of two links that become one, that stays which holds longer",
    { ...two, readers: ["ada", "ben", "cid"] },
    (scene) =>
      Effect.gen(function* () {
        const [soon, later] = [townOpensAt + day, townOpensAt + 9 * day]
        const link = (card: string, other: string, endsAt?: number) =>
          scene.give("linkReaders", { card, other, kind: "proxy", ...(endsAt === undefined ? {} : { endsAt }) })
        yield* link("ada", "cid", soon)
        yield* link("ben", "cid", later)
        yield* link("cid", "ada")
        yield* link("cid", "ben", later)
        yield* scene.give("mergeReaders", { card: "ada", other: "ben" })
        const ends = (yield* scene.rows("readerLink")).map(({ endsAt }) => endsAt)
        yield* same(ends.sort(), [later, null], "when they end")
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
  ),
  deskCase(
    "a history is kept from consent on, and goes when it is withdrawn, but for what is owed",
    { ...two, set: loansPaid },
    (scene) =>
      Effect.gen(function* () {
        const borrow = (item: string, back: number) =>
          Effect.andThen(
            scene.give("checkOut", { item, card: "ada" }),
            scene.give("returnItem", { item, at: townOpensAt + back * day })
          )
        yield* borrow("i1", 1)
        yield* same(yield* scene.rows("loanReader"), [], "without consent")
        yield* scene.give("setHistoryConsent", { card: "ada", consent: true })
        yield* borrow("i2", 1)
        yield* borrow("i3", 10)
        const storage = yield* Storage
        const by = { card: "ada" as never, after: null, limit: 10 }
        const { archiveOfReader } = yield* storage.read(scene.tenant, { archiveOfReader: by })
        const titles = archiveOfReader.rows.map(({ title }) => title.title)
        yield* same(titles, ["Title 3", "Title 2"], "the archive, the last first")
        const { receipt } = yield* scene.give("setHistoryConsent", { card: "ada", consent: false })
        yield* same([receipt.cut, receipt.more], [1, false], "what was cut")
        yield* same((yield* scene.rows("loanReader")).length, 1, "the one that is owed for")
        yield* scene.give("pay", { card: "ada", amount: 30, method: "cash" })
        yield* same(yield* scene.rows("loanReader"), [], "after payment")
      })
  ),
  deskCase("a person is erased once nothing is open, and the figures stay", two, (scene) =>
    Effect.gen(function* () {
      yield* scene.give("checkOut", { item: "i1", card: "ada" })
      yield* scene.give("reserve", { title: scene.titleIds[1] as string, card: "ada" })
      yield* scene.give("addReaderNote", { card: "ada", text: "a note" })
      yield* scene.give("linkReaders", { card: "ada", other: "ben", kind: "proxy" })
      const erase = () => refusalsOf(scene.give("eraseReader", { card: "ada", at: townOpensAt + 10 * day }))
      yield* same(yield* erase(), ["LoansOpen", "ReservationsOpen"], "while a loan and a reservation are open")
      const [reservation] = yield* scene.rows("reservationReader")
      yield* scene.give("cancelReservation", { reservation: reservation?.reservationId ?? "" })
      yield* scene.give("returnItem", { item: "i1", at: townOpensAt + 10 * day })
      yield* same(yield* erase(), ["MoneyOpen"], "while money is owed")
      yield* scene.give("pay", { card: "ada", amount: 30, method: "cash" })
      yield* same(yield* erase(), [], "at last")
      const gone = (yield* scene.rows("reader")).find(({ status }) => status === "removed")
      yield* same([gone?.name, gone?.bornOn, gone?.expiresAt], ["", null, null], "the person")
      for (const table of ["loanReader", "readerNote", "readerLink"] as const)
        yield* same(yield* scene.rows(table), [], table)
      yield* same(
        (yield* scene.rows("card")).map(({ card }) => card),
        ["ben"],
        "cards"
      )
      yield* same((yield* scene.rows("entry")).length, 2, "lines of the ledger")
    })
  )
]
