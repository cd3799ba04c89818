import { type ReactNode, useMemo } from "react"
import { type Api, apiFor } from "../api/api.ts"
import type { Reply } from "../api/model.ts"
import { useLanguage } from "../language/language.ts"
import { sayFor } from "../language/say.ts"
import type { SignedIn } from "./SignIn.tsx"
import { type Session, SessionContext } from "./session.ts"
import { forgetToken } from "./token.ts"

/** Gives all below it the session. A token that stops holding ends it. */
export const SessionProvider = (props: {
  signedIn: SignedIn
  onSignedOut: () => void
  children: ReactNode
}): ReactNode => {
  const { signedIn, onSignedOut, children } = props
  const { tag } = useLanguage()
  const session = useMemo((): Session => {
    const { token, me, place } = signedIn
    const signOut = (): void => {
      forgetToken()
      onSignedOut()
    }
    const may = (permission: string): boolean => me.kind === "staff" && me.permissions.includes(permission)
    return { api: watched(apiFor(token), signOut), me, place, say: sayFor(place, me.branch, tag), may, signOut }
  }, [signedIn, onSignedOut, tag])
  return <SessionContext value={session}>{children}</SessionContext>
}

const watched = (api: Api, signOut: () => void): Api => {
  const entries = Object.entries(api).map(([name, ask]) => [
    name,
    async (...given: ReadonlyArray<unknown>): Promise<Reply<unknown>> => {
      const reply = await (ask as (...given: ReadonlyArray<unknown>) => Promise<Reply<unknown>>)(...given)
      if (reply.kind === "signedOut") signOut()
      return reply
    }
  ])
  return Object.fromEntries(entries) as Api
}
