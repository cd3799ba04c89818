import { OutcomeUnknown, StorageFault } from "@openshelf/core"
import { Exit } from "effect"
import type { Connection } from "./connection.ts"
import { isBusy, isDiskError } from "./sqliteError.ts"

/** Several looks that see one state of the file. Throws only when the file is held by others. */
export const reading = <A, E = never>(
  connection: Connection,
  look: () => Exit.Exit<A, E>
): Exit.Exit<A, E | StorageFault> => {
  try {
    connection.beginRead()
    return look()
  } catch (cause) {
    return faultOf(cause)
  } finally {
    connection.rollback()
  }
}

/** All of it or, unless it succeeds, nothing. Throws only when the file is held by others. */
export const writing = <A, E = never>(
  connection: Connection,
  work: () => Exit.Exit<A, E>
): Exit.Exit<A, E | StorageFault | OutcomeUnknown> => {
  try {
    connection.beginWrite()
    const exit = work()
    return Exit.isSuccess(exit) ? committed(connection, exit) : exit
  } catch (cause) {
    return faultOf(cause)
  } finally {
    connection.rollback()
  }
}

export const committed = <A, E>(
  connection: Connection,
  exit: Exit.Exit<A, E>
): Exit.Exit<A, E | StorageFault | OutcomeUnknown> => {
  try {
    connection.commit()
    return exit
  } catch (cause) {
    return isDiskError(cause) ? Exit.fail(new OutcomeUnknown({ cause })) : faultOf(cause)
  }
}

const faultOf = (cause: unknown): Exit.Exit<never, StorageFault> => {
  if (isBusy(cause)) throw cause
  return Exit.fail(new StorageFault({ cause }))
}
