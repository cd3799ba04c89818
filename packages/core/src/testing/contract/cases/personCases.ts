import { Effect } from "effect"
import { Storage } from "../../../storage/port.ts"
import { day, townOpensAt } from "../../play/smallTown.ts"
import { type ContractCase, same } from "../contractCase.ts"
import { deskCase, refusalsOf } from "../deskScene.ts"

const two = { items: 6, titles: 6, readers: ["ada", "ben"], loanCountMax: 9 }
const loansPaid = { debtMax: "unlimited" }

/** Readers as persons: cards that get lost, others who stand for them, what is kept and what goes. */
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
    "a lost card becomes nobody else's, as its finder could use it; who lost it may have it back",
    { items: 0, readers: ["ada", "ben"] },
    (scene) =>
      Effect.gen(function* () {
        yield* scene.give("reportLostCard", { card: "ada", replacement: "ada2" })
        const person = { name: "Somebody", category: "adult" }
        const { application } = (yield* scene.give("applyForMembership", person)).receipt
        const refused = [
          yield* refusalsOf(scene.give("registerReader", { card: "ada", ...person })),
          yield* refusalsOf(scene.give("confirmReader", { application, card: "ada" })),
          yield* refusalsOf(scene.give("changeReader", { card: "ben", addCard: "ada" })),
          yield* refusalsOf(scene.give("reportLostCard", { card: "ben", replacement: "ada" }))
        ]
        yield* same(refused, Array(4).fill(["CardTaken"]), "registering, confirming, adding, replacing")
        yield* scene.give("reportLostCard", { card: "ada2", replacement: "ada" })
        const lost = (yield* scene.rows("lostCard")).map(({ card }) => card)
        yield* same(lost, ["ada2"], "what is lost once the first one was found")
        yield* scene.give("changeReader", { card: "ada", addCard: "ada2" })
        yield* same(yield* scene.rows("lostCard"), [], "what is lost once both were found")
        const later = townOpensAt + day
        yield* scene.give("reportLostCard", { card: "ada2", at: later })
        const again = (yield* scene.rows("lostCard")).map(({ card, lostAt }) => [card, lostAt])
        yield* same(again, [["ada2", later]], "what is lost once more")
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
  deskCase(
    "a membership is not renewed while too much is owed, unless somebody who may says why",
    { ...two, set: { debtMax: "0.00" } },
    (scene) =>
      Effect.gen(function* () {
        yield* scene.give("checkOut", { item: "i1", card: "ada" })
        yield* scene.give("returnItem", { item: "i1", at: townOpensAt + 10 * day })
        const asked = scene.give("renewMembership", { card: "ada" })
        yield* same(yield* refusalsOf(asked), ["DebtOverLimit"], "without a reason")
        const reason = "pays by instalments"
        const { receipt } = yield* scene.give("renewMembership", { card: "ada", override: { reason } })
        const override = { refusal: "DebtOverLimit", permission: "loans.override.debt", reason }
        yield* same(receipt.overrides, [override], "what was lifted")
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
      yield* same((yield* scene.rows("readerLink")).length, 1, "links once one that had ended is made anew")
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
