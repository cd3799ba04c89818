import { Effect, Layer } from "effect"
import { Documents } from "../../desk/documents.ts"
import type { Ids } from "../../desk/ids.ts"
import { checkInvariants } from "../../invariants/checkInvariants.ts"
import { replay } from "../../invariants/replay.ts"
import type { Storage } from "../../storage/port.ts"
import type { DeskAct } from "../arbitraries/deskAct.ts"
import { must, same } from "../contract/contractCase.ts"
import { applyToModel } from "./applyToModel.ts"
import { countedIds } from "./countedIds.ts"
import { expectedRefusals, notJudged, toRenew } from "./expectedRefusals.ts"
import { modelView, newTownModel, type TownModel } from "./townModel.ts"
import { actorOf, openTown, type Played, play, type TownPlay } from "./townPlay.ts"
import { townView } from "./townView.ts"

/** Plays the acts in a tenant of this name, which must be new. `after` sees each as it was played. */
export const playTown = <E>(
  tenant: string,
  acts: ReadonlyArray<DeskAct>,
  after: (town: TownPlay, played: Played) => Effect.Effect<void, E, Storage | Documents | Ids> = () => Effect.void
): Effect.Effect<ReadonlyArray<Played>, unknown, Storage> =>
  Effect.gen(function* () {
    const town = yield* openTown(tenant)
    return yield* Effect.forEach(acts, (act) => Effect.tap(play(town, act), (played) => after(town, played)))
  }).pipe(Effect.provide(Layer.merge(Documents.layer, countedIds())))

/** Every invariant holds, and the tables are what the events say. */
export const mustHold = (tenant: string): Effect.Effect<void, unknown, Storage> =>
  Effect.gen(function* () {
    yield* same(yield* checkInvariants(tenant), [], "broken invariants")
    yield* same(yield* replay(tenant), [], "differences from the events")
  })

/**
 * Plays the acts beside a model of the town: each is refused for exactly the reasons that the model sees, or does exactly
 * what it says; and after each every invariant holds. Dies with what is wrong.
 */
export const playBesideModel = (
  tenant: string,
  acts: ReadonlyArray<DeskAct>
): Effect.Effect<void, unknown, Storage> => {
  let model: TownModel | null = null
  const played = playTown(tenant, acts, (town, played) =>
    Effect.gen(function* () {
      const { ada, ben } = town.readers
      model ??= newTownModel({ ada: ada.expiresAt, ben: ben.expiresAt })
      yield* follows(model, town, played)
      yield* same(yield* townView(town), modelView(model), `the town after ${told(played)}`)
      yield* mustHold(tenant)
    })
  )
  return Effect.asVoid(played)
}

const follows = (model: TownModel, town: TownPlay, played: Played): Effect.Effect<void> =>
  Effect.gen(function* () {
    const { act, at, answers } = played
    if (act.publish !== null) model.loanCountMax = act.publish
    const [first, second] = answers
    if (first === undefined) return
    if (second !== undefined)
      yield* same(second, first.ok ? { ...first, repeated: true } : first, `a repeat of ${told(played)}`)
    const expected = expectedRefusals(model, played, actorOf(town, act.by))
    const codes = first.ok ? [] : first.refusals.map(({ _tag }) => _tag).filter((code) => !notJudged.has(code))
    yield* same([...new Set(codes)].sort(), [...new Set(expected)].sort(), `the refusals of ${told(played)}`)
    if (!first.ok || act.mode === "dry") return
    if (act.name === "renewAll") yield* renewedRightly(model, first.receipt, at)
    const wrong = applyToModel(model, played, first.receipt)
    yield* must(wrong.length === 0, `${told(played)}: ${wrong.join("; ")}`)
  })

/** Each loan of `renewAll` is refused for what stands in its way, or renewed. Overrides are left to `renew`. */
const renewedRightly = (model: TownModel, receipt: unknown, at: number): Effect.Effect<void> =>
  Effect.forEach(
    (
      receipt as {
        readonly loans: ReadonlyArray<{
          readonly loanId: string
          readonly refusals?: ReadonlyArray<{ readonly _tag: string }>
        }>
      }
    ).loans,
    ({ loanId, refusals = [] }) => {
      const item = (["i1", "i2", "f1"] as const).find((name) => model.items[name].loan?.loanId === loanId)
      const expected: ReadonlyArray<string> = item === undefined ? ["ItemNotOnLoan"] : toRenew(model, item, at)
      const stray = refusals.map(({ _tag }) => _tag).filter((code) => !notJudged.has(code) && !expected.includes(code))
      return must(stray.length === 0, `a renewal among all was refused for ${stray.join()}`)
    },
    { discard: true }
  )

const told = ({ act }: Played): string => JSON.stringify(act)
