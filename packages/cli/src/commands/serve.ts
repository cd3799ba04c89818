import { once } from "node:events"
import { createHandler } from "@openshelf/adapter-http"
import { serve as serveOnNode } from "@openshelf/adapter-http/node"
import { openDatabase } from "../openDatabase.ts"
import { Failed } from "./failed.ts"
import type { Shared, Terminal } from "./shared.ts"

/** Answers over HTTP until asked to stop; then every request in flight is answered, and the database let go. */
export const serve = async (
  { write, finish }: Terminal,
  { database, port, host }: Shared & { readonly port: string; readonly host: string }
): Promise<void> => {
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535)
    throw new Failed(`--port ${port}: expected a number from 0 to 65535`)
  const library = await openDatabase(database, `openshelf serve, process ${process.pid}`)
  try {
    const { handler, dispose } = createHandler(library)
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

const stopAsked = (): Promise<unknown> => Promise.race([once(process, "SIGINT"), once(process, "SIGTERM")])
