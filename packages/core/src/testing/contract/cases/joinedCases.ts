import { Effect, type Result } from "effect"
import { Barcode } from "../../../catalogue/model.ts"
import type { DecisionContext } from "../../../decision/context.ts"
import type { Decision } from "../../../decision/decision.ts"
import type { Found, Lookup } from "../../../decision/facts.ts"
import type { CommandName } from "../../../decision/permission.ts"
import type { Refusals } from "../../../decision/refusal.ts"
import { Documents } from "../../../desk/documents.ts"
import { decideReturn, returnLookup } from "../../../loans/returnItem.ts"
import type { CompiledPolicy } from "../../../policy/index.ts"
import { decideCancel } from "../../../reservations/cancelReservation.ts"
import { endLookup } from "../../../reservations/end.ts"
import type { ReservationId } from "../../../reservations/model.ts"
import { Storage } from "../../../storage/port.ts"
import { day, townOpensAt } from "../../play/smallTown.ts"
import { type ContractCase, must, mustFail, same } from "../contractCase.ts"
import { type DeskScene, deskCase } from "../deskScene.ts"
import { hash } from "../scene.ts"

const three = {
  items: 3,
  titles: 3,
  readers: ["ada", "ben"],
  loanCountMax: 9,
  set: { reservationsJoined: ["together"], reservationCountMax: 9, togetherDays: 60 }
}
const at = townOpensAt

/** `ada` waits for three copies that come together; the first has come. Gives her reservations. */
const firstHasCome = (scene: DeskScene) =>
  Effect.gen(function* () {
    const reservations: Array<ReservationId> = []
    for (const item of ["i1", "i2", "i3"]) yield* scene.give("checkOut", { item, card: "ben" })
    for (const title of scene.titleIds)
      reservations.push((yield* scene.give("reserve", { title, card: "ada" })).receipt.reservationId)
    yield* scene.give("joinReservations", { card: "ada", reservations, as: "together" })
    yield* scene.give("returnItem", { item: "i1" })
    return reservations as unknown as readonly [ReservationId, ReservationId, ReservationId]
  })

/** A command that looked before this happened is not committed. */
const looksAgain = <L extends Lookup, E, R>(
  scene: DeskScene,
  name: CommandName,
  command: {
    readonly lookup: (policy: CompiledPolicy | null) => L
    readonly decide: (found: Found<L>, context: DecisionContext) => Result.Result<Decision<unknown>, Refusals>
  },
  meanwhile: Effect.Effect<unknown, E, R>
) =>
  Effect.gen(function* () {
    const storage = yield* Storage
    const { tenant } = scene
    const { policy, calendar, documentsVersion } = yield* (yield* Documents).at(tenant, at)
    const found = yield* storage.read(tenant, command.lookup(policy))
    yield* meanwhile
    const place = { branch: "main", actor: { kind: "job", name: "late" }, channel: "job" } as const
    const decide = () => command.decide(found, { tenant, place, policy, calendar, ids: ["n1", "n2", "n3"] })
    const late = storage.run({
      tenant,
      name,
      keyHash: hash(1),
      contentHash: hash(1),
      at,
      documentsVersion,
      lookup: {},
      decide
    })
    yield* mustFail(late, "VersionMoved", name)
  })

/** The copies that came can be fetched, and each stands by itself. */
const hasBegun = (scene: DeskScene) =>
  Effect.gen(function* () {
    const kept = (yield* scene.rows("reservation")).filter(({ state }) => state === "setAside")
    yield* same(kept.length, 2, "copies on the shelf")
    for (const { shelfUntil } of kept)
      yield* must((shelfUntil ?? 0) < at + 9 * day, "a copy is kept for the rest still")
    const groups = (yield* scene.rows("reservationReader")).map(({ groupId }) => groupId)
    yield* same(groups, [null, null], "what is joined")
  })

/** Sets that come together, while several things happen to one of them at once. */
export const joinedCases: ReadonlyArray<ContractCase> = [
  deskCase(
    "what a set misses last is given up while its last other copy comes: the later one looks again",
    three,
    (scene) =>
      Effect.gen(function* () {
        const [, , missing] = yield* firstHasCome(scene)
        const cancel = { reservation: missing, at }
        yield* looksAgain(
          scene,
          "cancelReservation",
          {
            lookup: (policy) => endLookup(cancel, policy),
            decide: (found, context) => decideCancel(found, cancel, context)
          },
          scene.give("returnItem", { item: "i2" })
        )
        yield* scene.give("cancelReservation", cancel)
        yield* hasBegun(scene)
      })
  ),
  deskCase(
    "the last other copy of a set comes while what it misses is given up: the later one looks again",
    three,
    (scene) =>
      Effect.gen(function* () {
        const [, , missing] = yield* firstHasCome(scene)
        const back = { item: Barcode.make("i2"), at }
        yield* looksAgain(
          scene,
          "returnItem",
          {
            lookup: (policy) => returnLookup(back, policy),
            decide: (found, context) => decideReturn(found, back, context)
          },
          scene.give("cancelReservation", { reservation: missing })
        )
        yield* scene.give("returnItem", { item: "i2" })
        yield* hasBegun(scene)
      })
  ),
  deskCase("both at the same moment: the set begins", three, (scene) =>
    Effect.gen(function* () {
      const [, , missing] = yield* firstHasCome(scene)
      yield* Effect.all(
        [scene.give("returnItem", { item: "i2" }), scene.give("cancelReservation", { reservation: missing })],
        { concurrency: "unbounded" }
      )
      yield* hasBegun(scene)
    })
  ),
  deskCase("two that a set misses are given up at the same moment: it begins", three, (scene) =>
    Effect.gen(function* () {
      const [, second, third] = yield* firstHasCome(scene)
      yield* Effect.all(
        [second, third].map((reservation) => scene.give("cancelReservation", { reservation })),
        { concurrency: "unbounded" }
      )
      const [own] = (yield* scene.rows("reservation")).filter(({ state }) => state === "setAside")
      yield* must((own?.shelfUntil ?? Number.POSITIVE_INFINITY) < at + 9 * day, "its copy is kept for the rest still")
    })
  )
]
