import {
  Busy,
  type Lookup,
  OutcomeUnknown,
  type RunFault,
  type RunOutcome,
  type RunRequest,
  StorageFault
} from "@openshelf/core"
import { Exit, Result } from "effect"
import { type Attempt, attempt } from "./attempt.ts"
import { pause } from "./pause.ts"
import type { Server } from "./server.ts"

const attemptsMax = 8

/** An answer that did not come: why, and the receipt that it would have had. */
export interface LostAnswer {
  readonly cause: unknown
  readonly receipt: string
}

/**
 * A command, tried again while others are in its way. After an answer that got lost it is asked for again under its
 * key, which finds the receipt if it was committed, and carries it out if not: both cannot happen, as one key is kept
 * once. If that cannot be found out either, the outcome is unknown.
 */
export const run = async <L extends Lookup, Receipt>(
  server: Server,
  request: RunRequest<L, Receipt>,
  lostBefore: LostAnswer | null = null
): Promise<Exit.Exit<RunOutcome<Receipt>, RunFault>> => {
  let lost = lostBefore
  for (let attempts = 1; ; attempts++) {
    const tried = await attemptOnLink(server, request)
    if (tried.kind === "lost") lost = tried
    else if (tried.kind === "ended" && lost === null) return tried.exit
    else if (tried.kind === "ended" && lost !== null && isCarriedOut(tried.exit)) return asFirst(tried.exit, lost)
    if (attempts === attemptsMax) {
      return Exit.fail(lost === null ? new Busy({ attempts }) : new OutcomeUnknown({ cause: lost.cause }))
    }
    await pause(attempts)
  }
}

const attemptOnLink = async <L extends Lookup, Receipt>(
  server: Server,
  request: RunRequest<L, Receipt>
): Promise<Attempt<Receipt>> => {
  try {
    return await server.pool.use((link) => attempt(server, link, request))
  } catch (cause) {
    // No connection was to be had; anything else is a bug.
    if (!(cause instanceof Busy || cause instanceof StorageFault)) throw cause
    return { kind: "ended", exit: Exit.fail(cause) }
  }
}

const isCarriedOut = <Receipt>(exit: Exit.Exit<RunOutcome<Receipt>, RunFault>): boolean =>
  Exit.isSuccess(exit) && Result.isSuccess(exit.value)

/** The receipt that got lost is no repeat when it comes after all. */
const asFirst = <Receipt>(
  exit: Exit.Exit<RunOutcome<Receipt>, RunFault>,
  { receipt }: LostAnswer
): Exit.Exit<RunOutcome<Receipt>, RunFault> =>
  Exit.map(exit, (outcome) =>
    Result.map(outcome, (carried) => ({
      ...carried,
      repeated: carried.repeated && JSON.stringify(carried.receipt) !== receipt
    }))
  )
