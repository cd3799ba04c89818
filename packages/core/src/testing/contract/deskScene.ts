import { Effect, Layer } from "effect"
import type { Actor } from "../../decision/actor.ts"
import { type CommandName, staffRoles } from "../../decision/permission.ts"
import type { TableName, Tables } from "../../decision/tables.ts"
import type { CommandFault, Station } from "../../desk/command.ts"
import { Documents } from "../../desk/documents.ts"
import type { Ids } from "../../desk/ids.ts"
import { checkInvariants } from "../../invariants/checkInvariants.ts"
import { replay } from "../../invariants/replay.ts"
import type { CommandInput } from "../../library/deskCommands.ts"
import { openTenant } from "../../library/publish.ts"
import type { Receipts } from "../../library/receipts.ts"
import { type Carried, Storage } from "../../storage/port.ts"
import { carriedOut } from "../play/carriedOut.ts"
import { countedIds } from "../play/countedIds.ts"
import { townCalendar, townOpensAt, townPolicy } from "../play/smallTown.ts"
import { type ContractCase, must, same } from "./contractCase.ts"

type Services = Storage | Documents | Ids

/** A small library of a case's own: items `i1`, `i2` … by barcode, readers by card, commands given at a desk. */
export interface DeskScene {
  readonly tenant: string
  readonly titleIds: ReadonlyArray<string>
  /** The first of them. */
  readonly titleId: string
  /** A command under a key of its own, or under `key`. Given again while the storage is busy, as a client would. */
  readonly give: <N extends CommandName>(
    name: N,
    input: Omit<CommandInput<N>, "at"> & { readonly at?: number },
    key?: string
  ) => Effect.Effect<Carried<Receipts[N]>, CommandFault, Services>
  /** The same by another member of staff, with every right but these. */
  readonly by: (id: string, without?: ReadonlyArray<string>) => DeskScene["give"]
  /** The same at another branch. */
  readonly at: (branch: string) => DeskScene["give"]
  readonly rows: <T extends TableName>(table: T) => Effect.Effect<ReadonlyArray<Tables[T]>, unknown, Services>
}

const manager: Actor = { kind: "staff", id: "ann", permissions: new Set(staffRoles.manager) }

interface Stock {
  readonly items: number
  readonly readers: ReadonlyArray<string>
  /** Items belong to so many titles in turn; 1 if not given. Items of one title meet in its queue, others do not. */
  readonly titles?: number
  readonly loanCountMax?: number
  /** Settings beyond those of the town's policy. */
  readonly set?: object
  /** Parts of the policy beside its rows. */
  readonly document?: object
  /** Rows beyond those of the town's policy. */
  readonly rows?: ReadonlyArray<{ readonly id: string; readonly when: object; readonly set: object }>
  /** What its losses cost, by name. */
  readonly compensations?: object
}

/**
 * A case in a library with these items and readers. When it is through, every invariant must hold,
 * and the tables must be what the events say.
 */
export const deskCase = (
  title: string,
  { items, readers, titles = 1, loanCountMax, set, document = {}, rows = [], compensations }: Stock,
  body: (scene: DeskScene) => Effect.Effect<void, unknown, Services>
): ContractCase => ({
  title,
  run: Effect.gen(function* () {
    const policy = townPolicy(loanCountMax, set)
    const scene = yield* openedTown(titles, {
      ...policy,
      ...document,
      compensations: compensations ?? {},
      rows: [...policy.rows, ...rows]
    })
    for (const number of Array(items).keys()) {
      const titleId = scene.titleIds[number % titles] as string
      yield* scene.give("addItem", { title: titleId, barcode: `i${number + 1}`, type: "book" })
    }
    for (const card of readers) yield* scene.give("registerReader", { card, name: card, category: "adult" })
    yield* body(scene)
    yield* same(yield* checkInvariants(scene.tenant), [], "broken invariants")
    yield* same(yield* replay(scene.tenant), [], "differences from the events")
  }).pipe(Effect.provide(Layer.merge(Documents.layer, countedIds())))
})

const openedTown = (titles: number, policy: object): Effect.Effect<DeskScene, unknown, Services> =>
  Effect.gen(function* () {
    const tenant = `desk-${globalThis.crypto.randomUUID()}`
    const opened = yield* openTenant({ tenant, name: "Town", policy, calendar: townCalendar, at: townOpensAt })
    yield* must(opened.ok, `the documents do not hold: ${JSON.stringify(opened)}`)
    const station: Station = { tenant, branch: "main", actor: manager, channel: "desk" }
    let keys = 0
    const giveBy =
      (actor: Actor, branch = "main"): DeskScene["give"] =>
      (name, input, key = `key ${++keys}`) =>
        carriedOut(
          { ...station, actor, branch },
          name,
          { at: townOpensAt, ...input } as unknown as CommandInput<typeof name>,
          {
            key
          }
        )
    const give = giveBy(manager)
    const titleIds = yield* Effect.forEach(Array.from({ length: titles }).keys(), (number) =>
      Effect.map(give("addTitle", { description: { title: `Title ${number + 1}` } }), ({ receipt }) => receipt.titleId)
    )
    return {
      tenant,
      titleIds,
      titleId: titleIds[0] as string,
      give,
      by: (id, without = []) =>
        giveBy({
          kind: "staff",
          id,
          permissions: new Set(staffRoles.manager.filter((permission) => !without.includes(permission)))
        }),
      at: (branch) => giveBy(manager, branch),
      rows: (table) =>
        Effect.flatMap(Storage, (storage) =>
          Effect.map(storage.scan(tenant, table, null, 10_000), (page) => page.rows as ReadonlyArray<never>)
        )
    }
  })

/** The codes of the refusals of a command; none when it was carried out. Other faults stay. */
export const refusalsOf = <A, R>(
  command: Effect.Effect<A, CommandFault, R>
): Effect.Effect<ReadonlyArray<string>, Exclude<CommandFault, { readonly _tag: "Refused" }>, R> =>
  command.pipe(
    Effect.as<ReadonlyArray<string>>([]),
    Effect.catchTag("Refused", ({ refusals }) => Effect.succeed(refusals.map(({ _tag }) => _tag)))
  )
