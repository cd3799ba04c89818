import { type ReactNode, useState } from "react"
import type { Overriding } from "../api/api.ts"
import type { Failure, Reply } from "../api/model.ts"
import { newKey } from "../api/request.ts"
import { useLanguage } from "../language/language.ts"
import { useSession } from "../session/session.ts"
import { useAnnounce } from "./announcement.tsx"
import { FailureBox, reasonsOf } from "./FailureBox.tsx"

/** A command as a page gives it. */
export interface Act<A> {
  /** Sends it under a key; the same key again when it is repeated. */
  readonly send: (key: string, overriding: Overriding) => Promise<Reply<A>>
  /** What to say of it when it was carried out; shows what followed, too. */
  readonly done: (receipt: A) => string | Promise<string>
  /** The heading above the reasons when it was not. */
  readonly notDone: string
  readonly onFailure?: (reasons: ReadonlyArray<string>) => void
  /** Whether a reason may carry it past refusals. */
  readonly overridable?: boolean
}

interface Failed {
  readonly failure: Failure
  readonly heading: string
  readonly onAgain: () => void
  readonly onOverride: ((reason: string) => void) | undefined
}

type Outcome = { readonly text: string } | Failed

/** Gives commands, says what came of them, and keeps the last outcome for `outcome` to show. */
export const useAct = (): { act: <A>(act: Act<A>) => Promise<void>; outcome: ReactNode; clear: () => void } => {
  const { texts } = useLanguage()
  const { say } = useSession()
  const announce = useAnnounce()
  const [last, setLast] = useState<Outcome | null>(null)
  const act = async <A,>(given: Act<A>, key = newKey(), overriding: Overriding = {}): Promise<void> => {
    const reply = await given.send(key, overriding)
    if (reply.kind === "done") {
      const text = await given.done(reply.value)
      setLast({ text })
      return announce(text)
    }
    given.onFailure?.(reasonsOf(reply, texts, say))
    const override = (reason: string): Promise<void> => act(given, newKey(), { override: { reason } })
    setLast({
      failure: reply,
      heading: given.notDone,
      onAgain: () => void act(given, key, overriding),
      onOverride: given.overridable === true ? (reason) => void override(reason) : undefined
    })
  }
  return { act: (given) => act(given), outcome: shown(last), clear: () => setLast(null) }
}

const shown = (last: Outcome | null): ReactNode => {
  if (last === null) return null
  if ("text" in last) return <p className="success">{last.text}</p>
  return <FailureBox key={last.heading} {...last} />
}
