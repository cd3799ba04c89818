import { readFileSync, renameSync, writeFileSync } from "node:fs"
import { join } from "node:path"

export interface SignIn {
  readonly role: "manager" | "desk" | "reader"
  readonly who: string
  readonly token: string
}

/** What the server remembers of the demo library, beside the database: as a demo it may keep tokens in the clear. */
export interface DemoState {
  readonly database: string
  /** The instant up to which its circulation goes; a load that was stopped goes on with the same one. */
  readonly at: number
  readonly loaded: boolean
  readonly signIns: ReadonlyArray<SignIn>
}

const fileIn = (data: string): string => join(data, "demo.json")

/** The state kept for this database; `null`: none, or one that cannot be read. */
export const readDemoState = (data: string, database: string): DemoState | null => {
  try {
    const state: DemoState = JSON.parse(readFileSync(fileIn(data), "utf8"))
    return state.database === database && Number.isInteger(state.at) && Array.isArray(state.signIns) ? state : null
  } catch {
    return null
  }
}

/** Replaces the file whole, readable by this user only. */
export const writeDemoState = (data: string, state: DemoState): void => {
  const fresh = `${fileIn(data)}.new`
  writeFileSync(fresh, `${JSON.stringify(state, null, 2)}\n`, { mode: 0o600 })
  renameSync(fresh, fileIn(data))
}
