import { Effect } from "effect"
import { day, townOpensAt } from "../../play/smallTown.ts"
import { type ContractCase, must, same } from "../contractCase.ts"
import { type DeskScene, deskCase, refusalsOf } from "../deskScene.ts"

/** Per spot, a range of the price, as a loss; per page; what mending costs; a disc that belongs to it. */
const compensations = {
  town: {
    basis: { from: [{ from: "recordedPrice" }] },
    processing: { cash: { amount: "1.00" } },
    damage: {
      kinds: {
        stain: [
          { grade: "light", cost: { perSpot: "0.50" } },
          { grade: "heavy", cost: { percentOfPrice: { min: "20", max: "50" } } },
          { grade: "ruined", cost: { asLoss: true } }
        ],
        page: [{ grade: "torn", cost: { perPage: "0.20" } }],
        spine: [{ grade: "loose", cost: { repairCost: true } }]
      }
    },
    parts: { disc: "3.00" },
    keepsItem: "reader",
    suspensionDays: { onPurpose: 60 }
  }
}
const set = { compensation: "town", debtMax: "unlimited", creditMax: "unlimited" }
const town = { items: 1, readers: ["ada", "ben"], set, compensations } as const

const priced = ({ give }: DeskScene) => give("changeItem", { item: "i1", price: 1000 })

/** The reader borrows, and brings it back like this a day later. */
const broughtBack = (scene: DeskScene, card: string, seen: object, days: number) =>
  Effect.gen(function* () {
    yield* scene.give("checkOut", { item: "i1", card, at: townOpensAt + days * day })
    const at = townOpensAt + (days + 1) * day
    return (yield* scene.give("inspect", { item: "i1", takeBack: {}, charge: true, at, ...seen })).receipt
  })

const spots = (count: number) => ({ damages: [{ kind: "stain", grade: "light", count }] })

/** Damage from the return to the settlement, and whom it is charged to. */
export const damageCases: ReadonlyArray<ContractCase> = [
  deskCase(
    "what is missing from the pickup shelf is reported once, its reader waits on, and a scan finds it",
    { ...town, set: { ...set, reservableOnShelf: true, borneBy: { pickupShelf: "branch" } } },
    (scene) =>
      Effect.gen(function* () {
        yield* scene.give("reserve", { title: scene.titleId, card: "ada" })
        yield* scene.give("returnItem", { item: "i1" })
        const report = { item: "i1", noticedAt: "pickupShelf" } as const
        const { receipt } = yield* scene.give("reportMissing", report)
        yield* same([receipt.kind, receipt.bearer], ["missing", "branch"], "told")
        const [waiting] = yield* scene.rows("reservation")
        yield* same([waiting?.state, waiting?.reservationId], ["waiting", receipt.putBackReservationId], "who waits")
        yield* same(yield* refusalsOf(scene.give("reportMissing", report)), ["ItemStatusForbids"], "reported again")
        const scanned = yield* scene.give("returnItem", { item: "i1", at: townOpensAt + day })
        const { found, setAside } = scanned.receipt
        yield* same([found?.incidentId, setAside?.reservationId], [receipt.incidentId, waiting?.reservationId], "found")
        const [incident] = yield* scene.rows("incident")
        yield* same([incident?.state, incident?.bearer], ["found", "branch"], "the incident")
      })
  ),
  deskCase(
    "damage found at the return is one decision with it: loan, charge, incident, condition, links",
    town,
    (scene) =>
      Effect.gen(function* () {
        yield* priced(scene)
        const told = yield* broughtBack(scene, "ada", spots(2), 0)
        yield* same(
          [told.amount, told.status, told.bearer, told.returned?.sendTo],
          [100, "available", "reader", null],
          "told"
        )
        const [loan] = yield* scene.rows("loan")
        yield* same(loan?.state, "closed", "the loan")
        yield* same(yield* scene.rows("loanReader"), [], "the loan names nobody")
        const [incident] = yield* scene.rows("incident")
        yield* same(
          [incident?.state, incident?.amount, incident?.noticedAt],
          ["charged", 100, "return"],
          "the incident"
        )
        yield* same((yield* scene.rows("incidentReader")).length, 1, "who answers for it")
        const [condition] = yield* scene.rows("condition")
        yield* same([condition?.occasion, condition?.incidentId], ["returned", incident?.incidentId], "the condition")
        yield* scene.give("pay", { card: "ada", amount: 100, method: "cash" })
        const [ended] = yield* scene.rows("incident")
        yield* same([ended?.state, ended?.amount], ["settled", 100], "once it is paid")
        const links = [yield* scene.rows("incidentReader"), yield* scene.rows("chargeIncident")]
        yield* same(links, [[], []], "nothing links the reader to the item")
      })
  ),
  deskCase(
    "earlier damage is never charged again, whether it is named again, named less, or not at all",
    town,
    (scene) =>
      Effect.gen(function* () {
        yield* priced(scene)
        yield* broughtBack(scene, "ada", spots(2), 0)
        const second = yield* broughtBack(scene, "ben", spots(2), 2)
        yield* same([second.incidentId, second.amount], [null, 0], "the same again")
        yield* scene.give("noteCondition", { item: "i1", occasion: "inspected", at: townOpensAt + 3 * day })
        const third = yield* broughtBack(scene, "ben", spots(1), 4)
        yield* same([third.incidentId, third.amount], [null, 0], "less, after a note that named nothing")
        const fourth = yield* broughtBack(scene, "ben", spots(5), 6)
        yield* same(fourth.amount, 150, "three spots more")
        yield* same(fourth.condition.damages, [{ kind: "stain", grade: "light", count: 5 }], "all that is on it")
        yield* scene.give("sendToRepair", { item: "i1", at: townOpensAt + 8 * day })
        yield* scene.give("repaired", { item: "i1", at: townOpensAt + 9 * day })
        yield* same((yield* broughtBack(scene, "ada", spots(1), 10)).amount, 50, "after a repair it is new")
      })
  ),
  deskCase("a range asks for a choice, by whom is kept; nothing is done without it", town, (scene) =>
    Effect.gen(function* () {
      yield* priced(scene)
      yield* scene.give("checkOut", { item: "i1", card: "ada" })
      const heavy = { item: "i1", takeBack: {}, charge: true, damages: [{ kind: "stain", grade: "heavy" }] }
      yield* same(yield* refusalsOf(scene.give("inspect", heavy)), ["CostUntold"], "no choice")
      yield* same((yield* scene.rows("loan"))[0]?.state, "onLoan", "nothing half done")
      const choices = { "damage.stain.heavy": "30" }
      const told = (yield* scene.give("inspect", { ...heavy, choices })).receipt
      yield* same(told.amount, 300, "30 % of 10.00")
      const events = yield* scene.rows("event")
      const trace = JSON.parse(events.find(({ tag }) => tag === "IncidentCharged")?.body ?? "{}").trace
      yield* same(trace.case.choices, { "damage.stain.heavy": { value: "30", by: "staff:ann" } }, "who chose")
      const again = yield* broughtBack(scene, "ben", { damages: [{ kind: "stain", grade: "heavy" }] }, 3)
      yield* same(again.amount, 0, "the next reader")
    })
  ),
  deskCase("damage as bad as a loss costs the value and the work; on purpose, days without borrowing", town, (scene) =>
    Effect.gen(function* () {
      yield* priced(scene)
      const seen = { damages: [{ kind: "stain", grade: "ruined" }], parts: [{ part: "disc" }], conduct: "onPurpose" }
      const told = yield* broughtBack(scene, "ada", { ...seen, becomes: "withdrawn" }, 0)
      yield* same(
        told.charges.map(({ kind, amount }) => [kind, amount]),
        [
          ["damage", 1300],
          ["processing", 100]
        ],
        "charged"
      )
      yield* same([told.compensation?.keepsItem, told.status], ["reader", "withdrawn"], "the item")
      yield* same(told.suspendedUntil, townOpensAt + 61 * day, "until when")
      const next = { item: "i1", card: "ada", at: townOpensAt + 2 * day }
      const refused = yield* refusalsOf(scene.give("checkOut", next))
      yield* must(refused.includes("ReaderBlocked"), `not blocked: ${refused}`)
    })
  ),
  deskCase("without a reader the library bears it; only a conduct record with evidence can name one", town, (scene) =>
    Effect.gen(function* () {
      yield* priced(scene)
      const torn = {
        item: "i1",
        noticedAt: "readingRoom",
        damages: [{ kind: "page", grade: "torn", count: 3 }]
      } as const
      yield* same(
        yield* refusalsOf(scene.give("inspect", { ...torn, charge: true })),
        ["ConductRecordMissing"],
        "nobody had it"
      )
      yield* same(
        yield* refusalsOf(scene.give("inspect", { ...torn, charge: true, ofLastLoan: true })),
        ["LiableUnknown"],
        "no loan"
      )
      const record = { card: "ben", evidence: "Seen by the guard at ten." }
      const told = (yield* scene.give("inspect", { ...torn, charge: true, record })).receipt
      yield* same([told.amount, told.bearer], [60, "reader"], "charged")
      const events = yield* scene.rows("event")
      yield* must(!events.some(({ body }) => body.includes("guard")), "the evidence stands in an event")
      const found = yield* scene.give("inspect", {
        ...torn,
        damages: [{ kind: "spine", grade: "loose" }],
        charge: false
      })
      yield* same([found.receipt.amount, found.receipt.bearer], [0, "library"], "borne by the library")
      const incident = found.receipt.incidentId ?? ""
      yield* scene.give("dismissIncident", { incident, reason: "old age" })
      yield* same(
        yield* refusalsOf(scene.give("dismissIncident", { incident, reason: "old age" })),
        ["IncidentStateForbids"],
        "twice"
      )
    })
  ),
  deskCase("after the return, whoever had it last answers only while that is known", town, (scene) =>
    Effect.gen(function* () {
      yield* priced(scene)
      yield* scene.give("checkOut", { item: "i1", card: "ada" })
      yield* scene.give("returnItem", { item: "i1", at: townOpensAt + 9 * day })
      const seen = { item: "i1", ofLastLoan: true, charge: true, at: townOpensAt + 9 * day }
      yield* same((yield* scene.give("inspect", { ...seen, ...spots(1) })).receipt.amount, 50, "money is open: known")
      yield* scene.give("pay", { card: "ada", amount: 1000, method: "cash", at: townOpensAt + 9 * day })
      yield* same(
        yield* refusalsOf(scene.give("inspect", { ...seen, ...spots(2) })),
        ["LiableUnknown"],
        "paid: not known any more"
      )
    })
  ),
  deskCase("an item in repair is lent to nobody, waited for, and set aside when it comes back", town, (scene) =>
    Effect.gen(function* () {
      yield* scene.give("sendToRepair", { item: "i1", damages: [{ kind: "spine", grade: "loose" }], note: "rebind" })
      yield* same(yield* refusalsOf(scene.give("checkOut", { item: "i1", card: "ada" })), ["ItemStatusForbids"], "lent")
      yield* same(yield* refusalsOf(scene.give("sendToRepair", { item: "i1" })), ["ItemStatusForbids"], "sent twice")
      yield* scene.give("reserve", { title: scene.titleId, card: "ben" })
      const scanned = yield* scene.give("returnItem", { item: "i1" })
      yield* same(scanned.receipt.setAside, null, "scanned in the workshop")
      const { receipt } = yield* scene.give("repaired", { item: "i1", cost: 800, note: "rebound" })
      yield* must(receipt.setAside !== null, "nobody gets it")
      const costs = (yield* scene.rows("condition")).map(({ occasion, cost, damages }) => [occasion, cost, damages])
      yield* same(
        costs,
        [
          ["sentToRepair", 0, '[{"kind":"spine","grade":"loose"}]'],
          ["repaired", 800, "[]"]
        ],
        "its life"
      )
      yield* same(yield* refusalsOf(scene.give("repaired", { item: "i1" })), ["ItemStatusForbids"], "repaired twice")
      yield* scene.give("withdrawItem", { item: "i1", reason: "worn out" })
      yield* same((yield* scene.rows("reservation"))[0]?.state, "waiting", "who it was set aside for waits again")
      yield* same(
        yield* refusalsOf(scene.give("withdrawItem", { item: "i1", reason: "again" })),
        ["ItemWithdrawn"],
        "twice"
      )
    })
  ),
  deskCase("ten inspections of one return at once: one carries it out", town, (scene) =>
    Effect.gen(function* () {
      yield* priced(scene)
      yield* scene.give("checkOut", { item: "i1", card: "ada" })
      const input = { item: "i1", takeBack: {}, charge: true, ...spots(2) }
      const all = yield* Effect.all(
        Array.from({ length: 10 }, () => refusalsOf(scene.give("inspect", input))),
        { concurrency: "unbounded" }
      )
      yield* same(all.filter((refusals) => refusals.length === 0).length, 1, "carried out")
      yield* same(
        (yield* scene.rows("charge")).map(({ amount }) => amount),
        [100],
        "charged once"
      )
    })
  )
]
