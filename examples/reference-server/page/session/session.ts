import { createContext, useContext } from "react"
import type { Api } from "../api/api.ts"
import type { Me, Place } from "../api/model.ts"
import type { Say } from "../language/texts.ts"

/** Who is signed in, where, and how the page asks and speaks for them. */
export interface Session {
  readonly api: Api
  readonly me: Me
  readonly place: Place
  readonly say: Say
  readonly may: (permission: string) => boolean
  readonly signOut: () => void
}

export const SessionContext = createContext<Session | null>(null)

export const useSession = (): Session => {
  const session = useContext(SessionContext)
  if (session === null) throw new Error("nobody is signed in")
  return session
}
