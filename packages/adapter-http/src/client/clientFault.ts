import type { Problem } from "../problem/problem.ts"

/** The server was not reached, or what it answered could not be understood. It may have carried out the command: ask again with the same key. */
export class Unreachable extends Error {
  override readonly name = "Unreachable"
}

/** The server is busy; nothing was written. Ask again. */
export class ServerBusy extends Error {
  override readonly name = "ServerBusy"
}

/** The server does not know whether it wrote. Ask again with the same key. */
export class OutcomeUnknown extends Error {
  override readonly name = "OutcomeUnknown"
}

/** The server broke; nothing was written. `requestId` finds it in the server's log. */
export class ServerFault extends Error {
  override readonly name = "ServerFault"
  readonly requestId: string | null
  constructor(message: string, requestId: string | null) {
    super(message)
    this.requestId = requestId
  }
}

/** The token is not, or no longer, good for this. */
export class NotSignedIn extends Error {
  override readonly name = "NotSignedIn"
}

/** What is neither receipt, refusal nor invalid input. */
export const clientFaultOf = ({ status, title, type }: Problem, requestId: string | null): Error => {
  if (status === 401) return new NotSignedIn(title)
  if (type.endsWith(":outcomeUnknown")) return new OutcomeUnknown(title)
  if (status === 503) return new ServerBusy(title)
  return new ServerFault(title, requestId)
}
