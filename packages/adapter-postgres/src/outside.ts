import { Busy, OutcomeUnknown, StorageFault } from "@openshelf/core"
import { Exit } from "effect"
import { failureOf } from "./attempt.ts"
import type { Asked } from "./facts.ts"
import type { Answer, Query } from "./flush.ts"
import { pause } from "./pause.ts"
import type { Server } from "./server.ts"
import { natureOf } from "./sqlState.ts"

const attemptsMax = 5

/** Reads outside any command, in one round trip. */
export const read = async <Gives>(
  server: Server,
  asked: () => Asked<Gives>
): Promise<Exit.Exit<Gives, Busy | StorageFault>> => {
  try {
    const { query, read: made } = asked()
    for (let attempts = 1; ; attempts++) {
      const [answer] = await flushed(server, [query])
      if (answer?.ok) return Exit.succeed(made(answer.rows))
      const cause = answer?.error
      if (natureOf(cause) !== "again") return Exit.fail(new StorageFault({ cause }))
      if (attempts === attemptsMax) return Exit.fail(new Busy({ attempts }))
      await pause(attempts)
    }
  } catch (cause) {
    // No connection; or a cursor, limit or text that cannot be asked for.
    return Exit.fail(cause instanceof Busy || cause instanceof StorageFault ? cause : new StorageFault({ cause }))
  }
}

/**
 * Writes outside any command, in one transaction and one round trip. `repeatable`: done twice is as good as once, so
 * that it can be done again when it is not known whether it was done.
 */
export const write = async (
  server: Server,
  steps: () => ReadonlyArray<Query>,
  repeatable: "repeatable" | "once"
): Promise<Exit.Exit<ReadonlyArray<Answer>, Busy | StorageFault | OutcomeUnknown>> => {
  try {
    const transaction = [server.begin, ...steps(), server.commit]
    for (let attempts = 1; ; attempts++) {
      const answers = await flushed(server, transaction)
      const failed = failureOf(answers)
      if (failed === null) return Exit.succeed(answers.slice(1, -1))
      const { nature, cause } = failed
      if (nature === "refused") return Exit.fail(new StorageFault({ cause }))
      const last = attempts === attemptsMax
      if (nature === "lost" && (last || repeatable === "once")) return Exit.fail(new OutcomeUnknown({ cause }))
      if (last) return Exit.fail(new Busy({ attempts }))
      await pause(attempts)
    }
  } catch (cause) {
    return Exit.fail(cause instanceof Busy || cause instanceof StorageFault ? cause : new StorageFault({ cause }))
  }
}

/** The rows of an answer that is known to be there. */
export const rowsOf = (answer: Answer | undefined): Extract<Answer, { readonly ok: true }> =>
  answer?.ok ? answer : { ok: true, rows: [], changed: 0 }

const flushed = (server: Server, queries: ReadonlyArray<Query>): Promise<ReadonlyArray<Answer>> =>
  server.pool.use((link) => link.flush(queries))
