import { Effect, Layer } from "effect"
import { OutcomeUnknown, Storage, StorageFault } from "../storage/port.ts"

/** Calls that write, and can be made to fail. */
export type FaultyCall = "run" | "commitMany"

export interface FaultPlan {
  /** Which of the calls fails, counted from 1 over the storage's life. */
  readonly call: number
  /**
   * `before`: nothing is written, and the caller is told so. `after`: all is written, and the answer is lost on the way.
   * The calls after it work.
   */
  readonly when: "before" | "after"
  readonly among?: ReadonlyArray<FaultyCall>
}

/** The storage, but for one call that fails as planned: what a lost connection or a killed process does to a command. */
export const faulty = (storage: Storage["Service"], plan: FaultPlan): Storage["Service"] => {
  const { call, when, among = ["run", "commitMany"] } = plan
  let calls = 0
  const failing = <A, E>(
    name: FaultyCall,
    effect: Effect.Effect<A, E>
  ): Effect.Effect<A, E | StorageFault | OutcomeUnknown> =>
    Effect.suspend((): Effect.Effect<A, E | StorageFault | OutcomeUnknown> => {
      if (!among.includes(name) || ++calls !== call) return effect
      const cause = new Error(`call ${call} fails ${when} it is carried out, as planned`)
      return when === "before"
        ? Effect.fail(new StorageFault({ cause }))
        : Effect.andThen(effect, Effect.fail(new OutcomeUnknown({ cause })))
    })
  return {
    ...storage,
    run: (request) => failing("run", storage.run(request)),
    commitMany: (tenant, requests) => failing("commitMany", storage.commitMany(tenant, requests))
  }
}

/** A layer's storage with such a fault. */
export const layerFaulty = <E>(storage: Layer.Layer<Storage, E>, plan: FaultPlan): Layer.Layer<Storage, E> =>
  Layer.effect(
    Storage,
    Effect.map(Storage, (service) => faulty(service, plan))
  ).pipe(Layer.provide(storage))
