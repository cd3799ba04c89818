import { Context, Effect, Layer } from "effect"
import { type Calendar, compileCalendar } from "../calendar/calendar.ts"
import { type Dated, type DocumentHistory, inForceAt, latestFirst } from "../decision/documentHistory.ts"
import { type CompiledPolicy, compilePolicy } from "../policy/index.ts"
import { type Busy, Storage, StorageFault, type TenantUnknown } from "../storage/port.ts"

interface TenantDocuments extends DocumentHistory {
  readonly documentsVersion: number
}

/** What a tenant's documents say at an instant. */
export interface Rules {
  readonly documentsVersion: number
  readonly policy: CompiledPolicy | null
  readonly calendar: Calendar | null
  readonly history: DocumentHistory
}

/** Compiled policies and calendars of each tenant: loaded once, and again when a command finds that they moved. */
export class Documents extends Context.Service<
  Documents,
  {
    readonly at: (tenant: string, instant: number) => Effect.Effect<Rules, Busy | StorageFault | TenantUnknown>
    /** Forget what is known of a tenant's documents. */
    readonly forget: (tenant: string) => void
  }
>()("@openshelf/core/Documents") {
  static readonly layer: Layer.Layer<Documents, never, Storage> = Layer.effect(
    Documents,
    Effect.gen(function* () {
      const storage = yield* Storage
      const known = new Map<string, TenantDocuments>()
      const load = Effect.fnUntraced(function* (tenant: string) {
        const { documentsVersion, documents } = yield* storage.documents(tenant)
        const { storedCalendar, storedPolicy } = yield* Effect.promise(() => import("@openshelf/core/documents"))
        const compiled = yield* Effect.try({
          try: () => ({
            documentsVersion,
            policies: byDate(
              documents.filter(({ kind }) => kind === "policy"),
              (stored) => compilePolicy(storedPolicy(stored), stored)
            ),
            calendars: byDate(
              documents.filter(({ kind }) => kind === "calendar"),
              (stored) => compileCalendar(storedCalendar(stored))
            )
          }),
          catch: (cause) => new StorageFault({ cause })
        })
        known.set(tenant, compiled)
        return compiled
      })
      return {
        at: Effect.fnUntraced(function* (tenant, instant) {
          const history = known.get(tenant) ?? (yield* load(tenant))
          const policy = inForceAt(history.policies, instant)?.rules ?? null
          const calendar = inForceAt(history.calendars, instant)?.rules ?? null
          return { documentsVersion: history.documentsVersion, policy, calendar, history }
        }),
        forget: (tenant) => {
          known.delete(tenant)
        }
      }
    })
  )
}

interface Stored {
  readonly version: number
  readonly validFrom: number
  readonly publishedAt: number
  readonly content: string
}

const byDate = <A>(documents: ReadonlyArray<Stored>, rules: (stored: Stored) => A): ReadonlyArray<Dated<A>> =>
  documents
    .map((stored) => {
      const { version, validFrom, publishedAt } = stored
      return { version, validFrom, publishedAt, rules: rules(stored) }
    })
    .sort(latestFirst)
