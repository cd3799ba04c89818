import { Effect } from "effect"
import type { Found, Lookup } from "../../decision/facts.ts"
import {
  type RunFault,
  type RunOutcome,
  type RunRequest,
  type Storage,
  type TenantUnknown,
  VersionMoved
} from "../port.ts"
import { Breach } from "./breach.ts"
import { commit, prepare } from "./execute.ts"
import { answer } from "./facts/answer.ts"
import { attempt, settle } from "./faultOf.ts"
import type { TenantStore } from "./tenantStore.ts"

type WithStore = <A, E>(
  tenant: string,
  use: (store: TenantStore) => Effect.Effect<A, E>
) => Effect.Effect<A, E | TenantUnknown>

/** The two calls that carry commands out. */
export const commands = (withStore: WithStore, trips: 1 | 2): Pick<Storage["Service"], "run" | "commitMany"> => ({
  run: <L extends Lookup, Receipt>(request: RunRequest<L, Receipt>): Effect.Effect<RunOutcome<Receipt>, RunFault> =>
    withStore(request.tenant, (store) =>
      trips === 1 ? attempt<RunOutcome<Receipt>, RunFault>(() => inOneTrip(store, request)) : inTwoTrips(store, request)
    ),
  commitMany: (tenant, requests) =>
    withStore(tenant, (store) =>
      Effect.sync(() => requests.map((request) => settle(() => inOneTrip(store, ofTenant(tenant, request)))))
    )
})

const inOneTrip = <L extends Lookup, Receipt>(
  store: TenantStore,
  request: RunRequest<L, Receipt>
): RunOutcome<Receipt> => {
  const prepared = prepare(store, request)
  return "done" in prepared ? prepared.done : commit(store, request, prepared.decision)
}

const inTwoTrips = <L extends Lookup, Receipt>(
  store: TenantStore,
  request: RunRequest<L, Receipt>
): Effect.Effect<RunOutcome<Receipt>, RunFault> =>
  Effect.gen(function* () {
    const prepared = yield* attempt<ReturnType<typeof prepare<L, Receipt>>, RunFault>(() => prepare(store, request))
    if ("done" in prepared) return prepared.done
    yield* Effect.yieldNow
    return yield* attempt<RunOutcome<Receipt>, RunFault>(() => {
      try {
        return commit(store, request, prepared.decision)
      } catch (cause) {
        throw cause instanceof Breach && moved(store, request, prepared.found) ? new VersionMoved() : cause
      }
    })
  })

/** A second look after a breach: if the facts are others by now, the decision was right on what it saw. */
const moved = <L extends Lookup>(store: TenantStore, { lookup }: { readonly lookup: L }, before: Found<L>): boolean =>
  JSON.stringify(answer(store, lookup)) !== JSON.stringify(before)

const ofTenant = <R extends { readonly tenant: string }>(tenant: string, request: R): R => {
  if (request.tenant !== tenant) throw new Breach("decision", "a command of another tenant")
  return request
}
