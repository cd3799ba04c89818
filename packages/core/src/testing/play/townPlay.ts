import { Effect } from "effect"
import type { Actor } from "../../decision/actor.ts"
import { type CommandName, staffRoles } from "../../decision/permission.ts"
import type { Refusals } from "../../decision/refusal.ts"
import type { TableName, Tables } from "../../decision/tables.ts"
import type { CommandFault, Mode } from "../../desk/command.ts"
import type { Documents } from "../../desk/documents.ts"
import type { Ids } from "../../desk/ids.ts"
import type { CommandInput } from "../../library/deskCommands.ts"
import { openTenant, publish } from "../../library/publish.ts"
import { type Busy, Storage, type StorageFault } from "../../storage/port.ts"
import { type DeskAct, type Giver, type TownItem, type TownReader, townReaders } from "../arbitraries/deskAct.ts"
import { carriedOut, passingFaults } from "./carriedOut.ts"
import { townCalendar, townOpensAt, townPolicy } from "./smallTown.ts"

type Services = Storage | Documents | Ids

/** A small library in which a sequence of commands is played. */
export interface TownPlay {
  readonly tenant: string
  readonly titleIds: readonly [string, string]
  readonly itemIds: Readonly<Record<TownItem, string>>
  readonly readers: Readonly<Record<TownReader, { readonly readerId: string; readonly expiresAt: number | null }>>
  /** The instant of the last act. */
  now: number
  steps: number
}

/** What came of an act: the command as it was given, and its answers, two when it was given twice. */
export interface Played {
  readonly act: DeskAct
  readonly at: number
  readonly name: CommandName
  readonly input: Readonly<Record<string, unknown>>
  readonly answers: ReadonlyArray<PlayedAnswer>
}

export type PlayedAnswer =
  | { readonly ok: true; readonly receipt: unknown; readonly repeated: boolean }
  | { readonly ok: false; readonly refusals: Refusals }

/** Opens the town: two titles, two books and a film, Ada who is an adult and Ben who is a child. */
export const openTown = (tenant: string, loanCountMax?: number): Effect.Effect<TownPlay, unknown, Services> =>
  Effect.gen(function* () {
    const opened = yield* openTenant({
      tenant,
      name: "Town",
      policy: townPolicy(loanCountMax),
      calendar: townCalendar,
      at: townOpensAt
    })
    if (!opened.ok) return yield* Effect.die(new Error(`the town's documents do not hold: ${JSON.stringify(opened)}`))
    const station = stationOf(tenant, "main", staff("manager"))
    const give = <N extends CommandName>(name: N, fields: object, key: string) => {
      const input = { at: townOpensAt, ...fields } as never as CommandInput<N>
      return Effect.map(carriedOut(station, name, input, { key }, passingFaults), ({ receipt }) => receipt)
    }
    const addTitle = (title: string) =>
      Effect.map(give("addTitle", { description: { title } }, title), ({ titleId }) => titleId)
    const addItem = (barcode: TownItem, title: string, type: string) =>
      Effect.map(give("addItem", { barcode, title, type }, barcode), ({ itemId }) => itemId)
    const register = (card: TownReader, category: string) =>
      give("registerReader", { card, name: card, category }, card)
    const [book, film] = [yield* addTitle("Dream of the Red Chamber"), yield* addTitle("Stagecoach")]
    const itemIds = {
      i1: yield* addItem("i1", book, "book"),
      i2: yield* addItem("i2", book, "book"),
      f1: yield* addItem("f1", film, "film")
    }
    const readers = { ada: yield* register("ada", "adult"), ben: yield* register("ben", "child") }
    return { tenant, titleIds: [book, film], itemIds, readers, now: townOpensAt, steps: 0 }
  })

/** Plays one act, as a client that asks again under its key when a call failed. A refusal is an answer. */
export const play = (town: TownPlay, act: DeskAct): Effect.Effect<Played, unknown, Services> =>
  Effect.gen(function* () {
    town.now += act.minutes * 60_000
    const at = town.now
    const key = `step ${++town.steps}`
    if (act.publish !== null) yield* publishPolicy(town, act.publish)
    const input = { ...(yield* inputOf(town, act)), at }
    const station = stationOf(town.tenant, act.branch, actorOf(town, act.by))
    const answer = (mode: Mode) => answered(carriedOut(station, act.name, input as never, mode, passingFaults))
    const first = yield* answer(act.mode === "dry" ? { dryRun: true } : { key })
    const answers = act.mode === "twice" ? [first, yield* answer({ key })] : [first]
    return { act, at, name: act.name, input, answers }
  })

export const actorOf = ({ readers }: Pick<TownPlay, "readers">, by: Giver): Actor =>
  by === "manager" || by === "clerk" ? staff(by) : { kind: "reader", readerId: readers[by].readerId as never }

/** Every row of a small table. */
export const rowsOf = <T extends TableName>(
  tenant: string,
  table: T
): Effect.Effect<ReadonlyArray<Tables[T]>, Busy | StorageFault, Storage> =>
  Effect.flatMap(Storage, (storage) =>
    Effect.map(storage.scan(tenant, table, null, 10_000), (page) => page.rows as ReadonlyArray<Tables[T]>)
  )

const staff = (by: "manager" | "clerk"): Actor => ({
  kind: "staff",
  id: by,
  permissions: new Set(staffRoles[by === "manager" ? "manager" : "desk"])
})

const stationOf = (tenant: string, branch: string, actor: Actor) => ({
  tenant,
  branch,
  actor,
  channel: actor.kind === "reader" ? ("selfService" as const) : ("desk" as const)
})

const publishPolicy = ({ tenant, now }: TownPlay, loanCountMax: number) =>
  publish("policy", { tenant, content: townPolicy(loanCountMax), at: now, by: "staff:manager" }).pipe(
    Effect.retry({ times: 1, while: ({ _tag }) => _tag === "StorageFault" }),
    Effect.flatMap((done) => (done.ok ? Effect.void : Effect.die(new Error(JSON.stringify(done)))))
  )

/** The act as the command that it is at this moment. */
const inputOf = (town: TownPlay, act: DeskAct): Effect.Effect<object, Busy | StorageFault, Storage> => {
  const override = act.override ? { override: { reason: "as agreed" } } : {}
  switch (act.name) {
    case "checkOut":
    case "pickUp":
      return Effect.succeed({ item: act.item, card: act.reader, onSite: act.onSite, ...override })
    case "renew":
      return Effect.succeed({ item: act.item, ...override })
    case "returnItem":
      return Effect.succeed({ item: act.item })
    case "renewAll":
      return Effect.succeed({ card: act.reader, ...override })
    case "reserve": {
      const item = act.item === null ? {} : { item: act.item }
      return Effect.succeed({ title: town.titleIds[act.title], card: act.reader, ...item, ...override })
    }
    case "cancelReservation":
    case "expireReservation":
      return Effect.map(rowsOf(town.tenant, "reservationReader"), (live) => ({
        reservation: nthOf(live, act.nth)?.reservationId ?? "none"
      }))
    case "pay":
      return Effect.succeed({ card: act.reader, amount: act.amount, method: "cash" })
    case "waive":
      return Effect.map(rowsOf(town.tenant, "charge"), (charges) => {
        const { readerId } = town.readers[act.reader]
        const owed = charges.filter(({ accountId, outstanding }) => accountId === readerId && outstanding > 0)
        const amount = act.amount === null ? {} : { amount: act.amount }
        return { card: act.reader, charge: nthOf(owed, act.nth)?.chargeId ?? "none", reason: "kindness", ...amount }
      })
  }
}

const nthOf = <A>(list: ReadonlyArray<A>, nth: number): A | undefined => list[nth % Math.max(1, list.length)]

const answered = <A, R>(
  command: Effect.Effect<{ readonly receipt: A; readonly repeated: boolean }, CommandFault, R>
): Effect.Effect<PlayedAnswer, Exclude<CommandFault, { readonly _tag: "Refused" }>, R> =>
  command.pipe(
    Effect.map(({ receipt, repeated }): PlayedAnswer => ({ ok: true, receipt, repeated })),
    Effect.catchTag("Refused", ({ refusals }) =>
      Effect.succeed<PlayedAnswer>({ ok: false, refusals: refusals as Refusals })
    )
  )

/** The reader with this id. */
export const readerWith = ({ readers }: Pick<TownPlay, "readers">, readerId: string): TownReader | null =>
  townReaders.find((name) => readers[name].readerId === readerId) ?? null
