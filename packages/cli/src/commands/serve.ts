import { once } from "node:events"
import { createHandler, type Observed } from "@openshelf/adapter-http"
import { serve as serveOnNode } from "@openshelf/adapter-http/node"
import { openDatabase } from "../openDatabase.ts"
import { Failed } from "./failed.ts"
import { failureText } from "./failureText.ts"
import { requireThere, type Shared, type Terminal } from "./shared.ts"
import { visible } from "./visible.ts"

/** Answers over HTTP until asked to stop; then every request in flight is answered, and the database let go. */
export const serve = async (
  { write, finish }: Terminal,
  { database, port, host }: Shared & { readonly port: string; readonly host: string }
): Promise<void> => {
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535)
    throw new Failed(`--port ${port}: expected a number from 0 to 65535`)
  requireThere(database)
  const library = await openDatabase(database, `openshelf serve, process ${process.pid}`)
  try {
    const { handler, dispose } = createHandler(library, { observe: (observed) => sayFault(observed, write) })
    const serving = await serveOnNode(handler, { port: Number(port), host })
    write(`serving ${serving.url} (API: ${serving.url}/docs); stop with Ctrl-C`)
    await stopAsked()
    await serving.close()
    await dispose()
    finish(0)
  } finally {
    await library.close()
  }
}

/** The answer tells nothing of what broke: here it stands, under the request's id. */
const sayFault = ({ requestId, method, path, status, fault }: Observed, write: Terminal["write"]): void => {
  if (status >= 500) write(visible(`${status} ${method} ${path} ${requestId} ${failureText(fault)}`))
}

const stopAsked = (): Promise<unknown> => Promise.race([once(process, "SIGINT"), once(process, "SIGTERM")])
