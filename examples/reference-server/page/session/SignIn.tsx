import { type FormEvent, type ReactNode, useEffect, useState } from "react"
import { apiFor } from "../api/api.ts"
import type { Failure, Me, Place } from "../api/model.ts"
import { useLanguage } from "../language/language.ts"
import { FailureBox } from "../parts/FailureBox.tsx"
import { Frame } from "../parts/Frame.tsx"
import { useFirstFocus } from "../parts/firstFocus.ts"
import { keepDesk, keptDesk } from "./deskName.ts"
import { keepToken, keptToken } from "./token.ts"

export interface SignedIn {
  readonly token: string
  readonly me: Me
  readonly place: Place
}

/** Takes an access token and finds out whose it is. One that was given in this tab before is tried by itself. */
export const SignIn = ({ onSignedIn }: { onSignedIn: (signedIn: SignedIn) => void }): ReactNode => {
  const { texts } = useLanguage()
  const field = useFirstFocus()
  const [token, setToken] = useState("")
  const [desk, setDesk] = useState(keptDesk() ?? "")
  const [failure, setFailure] = useState<Failure | null>(null)
  const enter = async (given: string): Promise<void> => {
    const found = await whose(given)
    if ("kind" in found) return setFailure(found)
    keepToken(given)
    keepDesk(desk)
    onSignedIn(found)
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the page opens
  useEffect(() => {
    const kept = keptToken()
    if (kept !== null) void enter(kept)
  }, [])
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (token.trim() !== "") void enter(token.trim())
  }
  return (
    <Frame title={texts.signIn.title}>
      <form className="card narrow" onSubmit={submit}>
        <label htmlFor="token">{texts.signIn.token}</label>
        <input
          id="token"
          type="password"
          autoComplete="current-password"
          ref={field}
          aria-describedby="token-help"
          value={token}
          onChange={({ target }) => setToken(target.value)}
        />
        <p id="token-help" className="help">
          {texts.signIn.help}
        </p>
        <label htmlFor="desk">{texts.signIn.desk}</label>
        <input
          id="desk"
          maxLength={64}
          autoComplete="off"
          aria-describedby="desk-help"
          value={desk}
          onChange={({ target }) => setDesk(target.value)}
        />
        <p id="desk-help" className="help">
          {texts.signIn.deskHelp}
        </p>
        <button type="submit" className="main-action">
          {texts.signIn.enter}
        </button>
        {failure?.kind === "signedOut" ? (
          <p role="alert" className="failure">
            {texts.signIn.wrong}
          </p>
        ) : (
          failure !== null && <FailureBox failure={failure} />
        )}
      </form>
    </Frame>
  )
}

const whose = async (token: string): Promise<SignedIn | Failure> => {
  const api = apiFor(token)
  const [me, place] = await Promise.all([api.me(), api.place()])
  if (me.kind !== "done") return me
  if (place.kind !== "done") return place
  return { token, me: me.value, place: place.value }
}
