import { Busy } from "@openshelf/core"
import { Effect, Exit } from "effect"
import { isBusy } from "./sqliteError.ts"

/**
 * Tries until the lock is to be had, for `waitMs` at most, letting everything else run in between. Work that gets it at
 * once costs no more than a call. Work throws when the file is held by others.
 */
export const patiently = <A, E>(waitMs: number, work: () => Exit.Exit<A, E>): Effect.Effect<A, E | Busy> => {
  const attempt = (leftMs: number, attempts: number): Effect.Effect<A, E | Busy> => {
    try {
      return work()
    } catch (cause) {
      if (!isBusy(cause)) return Exit.die(cause)
      if (leftMs <= 0) return Exit.fail(new Busy({ attempts }))
      const pause = pauseAfter(attempts, leftMs)
      return Effect.andThen(
        Effect.sleep(pause),
        Effect.suspend(() => attempt(leftMs - pause, attempts + 1))
      )
    }
  }
  return Effect.suspend(() => attempt(waitMs, 1))
}

/** The same while a file is being opened: rejects with the engine's own error in the end. */
export const patient = async <A>(waitMs: number, work: () => A): Promise<A> => {
  for (let leftMs = waitMs, attempts = 1; ; attempts++) {
    try {
      return work()
    } catch (cause) {
      if (!isBusy(cause) || leftMs <= 0) throw cause
    }
    const pause = pauseAfter(attempts, leftMs)
    leftMs -= pause
    await sleep(pause)
  }
}

export const sleep = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds))

/** Longer each time, and not in step with others who wait. */
const pauseAfter = (attempts: number, leftMs: number): number =>
  Math.min(leftMs, 2 + Math.random() * Math.min(4 * attempts, 40))
