import { Effect } from "effect"
import { Storage } from "../../../storage/port.ts"
import { day, townOpensAt } from "../../play/smallTown.ts"
import { type ContractCase, must, same } from "../contractCase.ts"
import { type DeskScene, deskCase, refusalsOf } from "../deskScene.ts"

const free = { debtMax: "unlimited", creditMax: "unlimited" }

const charged = (scene: DeskScene, amount: number, card = "ada") =>
  Effect.map(
    scene.give("chargeReader", { card, kind: "compensation", amount, reason: "map torn" }),
    ({ receipt }) => receipt.chargeId
  )

const opened = (scene: DeskScene, charge: string, card = "ada") =>
  Effect.map(scene.give("appeal", { card, charge, reason: "It was torn before." }), ({ receipt }) => receipt.appealId)

/** Disputed charges, and what is forgiven. */
export const appealCases: ReadonlyArray<ContractCase> = [
  deskCase(
    "an appeal is decided once, by another than who charged; what was paid of it comes back",
    { items: 0, readers: ["ada", "ben"], set: { ...free, appealDecisionDays: 14 } },
    (scene) =>
      Effect.gen(function* () {
        const charge = yield* charged(scene, 500)
        yield* scene.give("pay", { card: "ada", amount: 200, method: "cash" })
        yield* same(
          yield* refusalsOf(scene.give("appeal", { card: "ben", charge, reason: "not mine" })),
          ["ChargeUnknown"],
          "somebody else's"
        )
        const told = (yield* scene.give("appeal", { card: "ada", charge, reason: "It was so.", evidence: "photo" }))
          .receipt
        yield* same([told.held, told.decideUntil], [300, townOpensAt + 14 * day], "held, by when")
        yield* same(
          yield* refusalsOf(scene.give("appeal", { card: "ada", charge, reason: "again" })),
          ["AlreadyAppealed"],
          "twice"
        )
        const { appealId: appeal } = told
        const storage = yield* Storage
        const open = Effect.map(
          storage.read(scene.tenant, { openAppeals: { after: null, limit: 9 } }),
          ({ openAppeals }) => openAppeals.rows.map(({ appealId }) => appealId as string)
        )
        yield* same(yield* open, [appeal], "open")
        const reduced = { appeal, as: "reduced", amount: 100, reason: "half of it was old" } as const
        yield* same(yield* refusalsOf(scene.give("decideAppeal", reduced)), ["AppealNeedsOther"], "by who charged")
        const byBob = scene.by("bob")
        yield* same(
          yield* refusalsOf(byBob("decideAppeal", { ...reduced, amount: 500 })),
          ["ReductionTooSmall"],
          "to as much"
        )
        const decision = (yield* byBob("decideAppeal", reduced)).receipt
        yield* same(
          [decision.comesTo, decision.cancelled, decision.refunded, decision.balance],
          [100, 300, 100, -100],
          "decided"
        )
        yield* same(yield* refusalsOf(byBob("decideAppeal", reduced)), ["AppealNotOpen"], "decided twice")
        yield* same(yield* open, [], "open no more")
        const events = (yield* scene.rows("event")).filter(({ streamId }) => streamId === appeal)
        yield* same(
          events.map(({ tag, actor }) => [tag, actor]),
          [
            ["AppealOpened", "staff:ann"],
            ["AppealDecided", "staff:bob"]
          ],
          "its history"
        )
        yield* must(!events.some(({ body }) => body.includes("It was so")), "the reader's words stand in an event")
      })
  ),
  deskCase(
    "a disputed debt blocks until it is decided, unless the policy says otherwise; nobody else's does",
    { items: 2, readers: ["ada", "ben"], set: { appealBlocks: false, reservableByBorrower: true } },
    (scene) =>
      Effect.gen(function* () {
        const charge = yield* charged(scene, 100)
        const borrow = { item: "i1", card: "ada" } as const
        yield* same(yield* refusalsOf(scene.give("checkOut", borrow)), ["DebtOverLimit"], "before")
        const appeal = yield* opened(scene, charge)
        yield* scene.give("checkOut", borrow)
        yield* scene.give("renew", { item: "i1", at: townOpensAt + day })
        yield* scene.give("reserve", { title: scene.titleId, card: "ada", item: "i2" })
        yield* charged(scene, 100, "ben")
        yield* same(
          yield* refusalsOf(scene.give("checkOut", { item: "i2", card: "ben" })),
          ["DebtOverLimit"],
          "ben's own"
        )
        const back = yield* scene.give("returnItem", { item: "i2" })
        yield* must(back.receipt.setAside !== null, `passed over: ${JSON.stringify(back.receipt.skipped)}`)
        yield* scene.by("bob")("decideAppeal", { appeal, as: "confirmed", reason: "it was the reader" })
        yield* same(
          yield* refusalsOf(scene.give("pickUp", { item: "i2", card: "ada" })),
          ["DebtOverLimit"],
          "confirmed"
        )
      })
  ),
  deskCase(
    "what one person forgives of a reader is added up: many small waivers need approval as one large one does",
    { items: 0, readers: ["ada", "ben"], set: { ...free, waiverMax: "1.00", waiverPeriodDays: 30 } },
    (scene) =>
      Effect.gen(function* () {
        const charge = yield* charged(scene, 1000)
        const clerk = scene.by("cleo", ["accounts.override.forgive"])
        const some = { card: "ada", charge, reason: "kindness" }
        yield* same(yield* refusalsOf(clerk("waive", { ...some, amount: 101 })), ["ApprovalNeeded"], "at once")
        yield* clerk("waive", { ...some, amount: 60 })
        const second = (yield* clerk("waive", { ...some, amount: 40, at: townOpensAt + day })).receipt
        const small = { ...some, amount: 1, at: townOpensAt + 2 * day }
        yield* same(yield* refusalsOf(clerk("waive", small)), ["ApprovalNeeded"], "in small steps")
        yield* same(
          yield* refusalsOf(clerk("waive", { ...small, at: townOpensAt })),
          ["ApprovalNeeded"],
          "on an earlier date"
        )
        yield* same(
          yield* refusalsOf(clerk("writeOff", { card: "ada", reason: "moved" })),
          ["ApprovalNeeded"],
          "by a write-off"
        )
        const override = { reason: "agreed with the head" }
        yield* same(yield* refusalsOf(clerk("waive", { ...small, override })), ["ApprovalNeeded"], "without the right")
        const approved = (yield* scene.by("mia")("waive", { ...small, override })).receipt
        yield* same(
          approved.overrides.map(({ permission }) => permission),
          ["accounts.override.forgive"],
          "approved"
        )
        yield* scene.give("voidEntry", { card: "ada", entry: second.entryId, reason: "mistaken" })
        yield* clerk("waive", { ...some, amount: 30, at: townOpensAt + 3 * day })
        yield* clerk("waive", { ...some, amount: 100, at: townOpensAt + 40 * day })
      })
  ),
  deskCase(
    "two readers who become one keep their incidents and appeals; nobody is erased while one is open",
    {
      items: 1,
      readers: ["ada", "ben"],
      set: { ...free, compensation: "town" },
      compensations: { town: { damage: { kinds: { stain: [{ grade: "light", cost: { flat: "2.00" } }] } } } }
    },
    (scene) =>
      Effect.gen(function* () {
        yield* scene.give("checkOut", { item: "i1", card: "ben" })
        const seen = { item: "i1", takeBack: {}, charge: true, damages: [{ kind: "stain", grade: "light" }] }
        const told = (yield* scene.give("inspect", seen)).receipt
        const charge = told.charges[0]?.chargeId ?? ""
        const appeal = yield* opened(scene, charge, "ben")
        const open = yield* refusalsOf(scene.give("eraseReader", { card: "ben" }))
        yield* same(open, ["MoneyOpen", "IncidentsOpen", "AppealsOpen"], "erased meanwhile")
        yield* scene.give("mergeReaders", { card: "ada", other: "ben" })
        const [moved] = yield* scene.rows("appeal")
        const [link] = yield* scene.rows("chargeIncident")
        yield* same(link?.chargeId, moved?.chargeId, "the charge that both name")
        const decided = (yield* scene.by("bob")("decideAppeal", { appeal, as: "reversed", reason: "it was old" }))
          .receipt
        yield* same([decided.comesTo, decided.balance], [0, 0], "reversed")
        const [incident] = yield* scene.rows("incident")
        yield* same([incident?.state, yield* scene.rows("incidentReader")], ["settled", []], "nothing is owed for it")
        yield* scene.give("eraseReader", { card: "ada" })
        yield* same(yield* scene.rows("appealStatement"), [], "the reader's words")
      })
  ),
  deskCase(
    "two who become one: an appeal against what was paid in part is decided before",
    { items: 0, readers: ["ada", "ben"], set: free },
    (scene) =>
      Effect.gen(function* () {
        const charge = yield* charged(scene, 500, "ben")
        yield* scene.give("pay", { card: "ben", amount: 200, method: "cash" })
        const appeal = yield* opened(scene, charge, "ben")
        const merge = refusalsOf(scene.give("mergeReaders", { card: "ada", other: "ben" }))
        yield* same(yield* merge, ["AppealsOpen"], "open")
        yield* scene.by("bob")("decideAppeal", { appeal, as: "confirmed", reason: "as charged" })
        yield* scene.give("mergeReaders", { card: "ada", other: "ben" })
      })
  )
]
