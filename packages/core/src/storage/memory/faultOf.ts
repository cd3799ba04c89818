import { Effect, Result } from "effect"
import { CursorUnknown, DocumentsMoved, KeyUsed, type RunFault, StorageFault, VersionMoved } from "../port.ts"
import { Breach } from "./breach.ts"

/** Work on the store as an effect. What it throws besides a `Breach`, a cursor that is none, and the port's own faults is a bug and dies. */
export const attempt = <A, E = StorageFault>(work: () => A): Effect.Effect<A, E | StorageFault> =>
  Effect.suspend((): Effect.Effect<A, E | StorageFault> => {
    try {
      return Effect.succeed(work())
    } catch (cause) {
      const fault = faultOf(cause)
      return fault === null ? Effect.die(cause) : Effect.fail(fault as E | StorageFault)
    }
  })

/** Work whose failure concerns it alone, even a bug's. */
export const settle = <A>(work: () => A): Result.Result<A, RunFault> => {
  try {
    return Result.succeed(work())
  } catch (cause) {
    return Result.fail(faultOf(cause) ?? new StorageFault({ cause }))
  }
}

const faultOf = (cause: unknown): RunFault | null => {
  if (cause instanceof Breach || cause instanceof CursorUnknown) return new StorageFault({ cause })
  const known = cause instanceof VersionMoved || cause instanceof DocumentsMoved || cause instanceof KeyUsed
  return known ? cause : null
}
