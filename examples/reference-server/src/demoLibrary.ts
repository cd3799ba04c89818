import { issueToken, tokenAuthenticator } from "@openshelf/adapter-http"
import { sqliteStorage } from "@openshelf/adapter-sqlite"
import { openDatabase, type Progress } from "@openshelf/cli"
import { type Card, type Library, openLibrary } from "@openshelf/core"
import { readDemoData } from "./demo/data.ts"
import { loadDemo } from "./demo/load.ts"
import { type DemoState, readDemoState, type SignIn, writeDemoState } from "./demoState.ts"

export const demoTenant = "demo"

interface Demo {
  readonly data: string
  readonly database: string
  readonly now: number
}

interface Fill extends Demo {
  readonly progress: Progress
  /** Aborted: the load stops after the command in hand, and goes on at the next start. */
  readonly signal: AbortSignal
}

/** Sees to it that the demo library is there, some months in use until now. */
export const fillDemo = async (fill: Fill): Promise<void> => {
  const { data, database, now } = fill
  const library = await openToFill(database)
  try {
    const state = await stateOf(library, fill)
    if (state?.loaded === true) return
    const at = state?.at ?? now
    writeDemoState(data, { database, at, loaded: false, signIns: [] })
    await load(library, at, fill)
    writeDemoState(data, { database, at, loaded: true, signIns: [] })
  } finally {
    await library.close()
  }
}

/** What is known of the demo in this database; `null`: it is not there. One that another server filled counts as loaded. */
const stateOf = async (library: Library, { data, database, now }: Demo): Promise<DemoState | null> => {
  const isThere = (await library.tenants()).some(({ tenant }) => tenant === demoTenant)
  return isThere ? (readDemoState(data, database) ?? { database, at: now, loaded: true, signIns: [] }) : null
}

/** Who may sign in; the same at every start, as long as their tokens hold. */
export const demoSignIns = async (library: Library, demo: Demo): Promise<ReadonlyArray<SignIn>> => {
  const { data, database, now } = demo
  const state = (await stateOf(library, demo)) ?? { database, at: now, loaded: true, signIns: [] }
  if (await areGood(library, state.signIns)) return state.signIns
  const signIns = await newSignIns(library, now)
  writeDemoState(data, { ...state, signIns })
  return signIns
}

/** Without waiting for the disk at every command: what a loss of power takes back is filled in again at the next start. */
const openToFill = (database: string): Promise<Library> =>
  /^postgres(ql)?:\/\//.test(database)
    ? openDatabase(database)
    : openLibrary({ storage: sqliteStorage({ file: database, synchronous: "normal", server: { name: "demo" } }) })

const demoDays = 110

const load = async (library: Library, at: number, { progress, signal }: Fill): Promise<void> => {
  let isStarted = false
  const reached = (done: number, of: number): void => {
    signal.throwIfAborted()
    if (!isStarted) progress.start("filling the demo library", of)
    isStarted = true
    progress.reach(done, done)
  }
  try {
    await loadDemo(library, { tenant: demoTenant, at, days: demoDays, reached })
  } finally {
    if (isStarted) progress.stop()
  }
}

const areGood = async (library: Library, signIns: ReadonlyArray<SignIn>): Promise<boolean> => {
  const { authenticate } = tokenAuthenticator(library)
  const headers = (token: string): Record<string, string> => ({ authorization: `Bearer ${token}` })
  const found = await Promise.all(
    signIns.map(({ token }) => authenticate(new Request("http://server/", { headers: headers(token) })))
  )
  return signIns.length === 3 && found.every((identity) => identity !== null)
}

const newSignIns = async (library: Library, at: number): Promise<ReadonlyArray<SignIn>> => {
  const issue = async (role: SignIn["role"], subject: string, who: string): Promise<SignIn> => {
    const { token, row } = await issueToken({ tenant: demoTenant, role, subject, branch: "central", at })
    await library.putToken(demoTenant, row)
    return { role, who, token }
  }
  const { readerId, name, card } = await liveliestReader(library)
  return [
    await issue("manager", "demo manager", "may go past refusals"),
    await issue("desk", "demo desk", "lends and takes back"),
    await issue("reader", readerId, `${name}, card ${card}`)
  ]
}

/** A reader whose page has something on it: loans, and reservations if there is one with both. */
const liveliestReader = async (library: Library): Promise<{ readerId: string; name: string; card: string }> => {
  let best = { readerId: "", name: "", card: "", score: -1 }
  for (const { card } of readDemoData().readers) {
    const by = { card: card as Card }
    const { reader, loansOfReader, reservationsOfReader } = await library.read(demoTenant, {
      reader: by,
      loansOfReader: by,
      reservationsOfReader: by
    })
    const score = Math.min(loansOfReader.length, 4) + 3 * Math.min(reservationsOfReader.length, 2)
    if (reader !== null && score > best.score)
      best = { readerId: reader.reader.readerId, name: reader.reader.name, card, score }
  }
  if (best.score < 0) throw new Error("the demo library has no readers")
  return best
}
