import { mkdirSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { createHandler, type Observed } from "@openshelf/adapter-http"
import { serve } from "@openshelf/adapter-http/node"
import { openDatabase, type Progress } from "@openshelf/cli"
import { demoSignIns, demoTenant, fillDemo } from "./demoLibrary.ts"
import type { SignIn } from "./demoState.ts"
import { faultName, nights } from "./nights.ts"
import type { ServerOptions } from "./options.ts"
import { pageFiles } from "./pageFiles.ts"

export interface ReferenceServer {
  readonly url: string
  readonly signIns: ReadonlyArray<SignIn>
  /** Answers what is in flight, ends a nightly close in hand, and lets go of the database. */
  readonly close: () => Promise<void>
}

interface Surroundings {
  readonly progress: Progress
  readonly say: (line: string) => void
  readonly signal: AbortSignal
}

const builtPage = fileURLToPath(new URL("../dist/page", import.meta.url))

/** A whole library on one machine: database, HTTP, page, nightly close. Rejects with an error that says what is in the way. */
export const startReferenceServer = async (
  { data, database, port, host }: ServerOptions,
  { progress, say, signal }: Surroundings
): Promise<ReferenceServer> => {
  mkdirSync(data, { recursive: true, mode: 0o700 })
  const demo = { data, database, now: Date.now() }
  await fillDemo({ ...demo, progress, signal })
  const library = await openDatabase(database, "reference server")
  const api = createHandler(library, { observe: (observed) => sayFault(observed, say) })
  const page = pageFiles(builtPage)
  if (page === null) say("the page is not built; only the HTTP interface is served")
  let serving: Awaited<ReturnType<typeof serve>> | undefined
  try {
    const { handler } = api
    serving = await serve(async (request) => (isApi(request) || page === null ? handler(request) : page(request)), {
      port,
      host
    })
    const signIns = await demoSignIns(library, demo)
    const stopNights = nights({ library, tenant: demoTenant, say })
    const { url, close } = serving
    return {
      url,
      signIns,
      close: async () => {
        await close()
        await stopNights()
        await api.dispose()
        await library.close()
      }
    }
  } catch (fault) {
    await serving?.close()
    await api.dispose()
    await library.close()
    throw fault
  }
}

const isApi = ({ url }: Request): boolean => {
  const { pathname } = new URL(url)
  return pathname === "/openapi.json" || pathname === "/docs" || pathname === "/v1" || pathname.startsWith("/v1/")
}

const sayFault = ({ requestId, method, status, fault }: Observed, say: (line: string) => void): void => {
  if (status >= 500) say(`${status} ${method} ${requestId} ${faultName(fault)}`)
}
