import { type ReactNode, type RefObject, useEffect, useRef, useState } from "react"
import type { Overriding } from "../api/api.ts"
import type { Failure, Reply } from "../api/model.ts"
import { newKey } from "../api/request.ts"
import { useLanguage } from "../language/language.ts"
import type { Say, Texts } from "../language/texts.ts"
import { useSession } from "../session/session.ts"
import { useAnnounce } from "./announcement.tsx"
import { FailureBox } from "./FailureBox.tsx"

/** A text that follows the language of the page, though it was said before the language changed. */
export type Said = (texts: Texts, say: Say) => string

/** A command as a page gives it. */
export interface Act<A> {
  /** Sends it under a key; the same key again when it is repeated. */
  readonly send: (key: string, overriding: Overriding) => Promise<Reply<A>>
  /** What to say of it when it was carried out; shows what followed, too. */
  readonly done: (receipt: A) => Said | Promise<Said>
  /** The heading above the reasons when it was not. */
  readonly notDone: Said
  /** Whether all that was asked for was done; without it, it was. */
  readonly isWhole?: (receipt: A) => boolean
  readonly onFailure?: (failure: Failure) => void
  /** Whether a reason may carry it past refusals. */
  readonly overridable?: boolean
}

interface Failed {
  readonly failure: Failure
  readonly notDone: Said
  readonly onAgain: () => void
  readonly onOverride: ((reason: string) => void) | undefined
  readonly onAgreed: ((acceptedCost: number) => void) | undefined
}

interface Acting {
  readonly act: <A>(act: Act<A>) => Promise<void>
  /** What came of the last command; to be shown near where it was given. */
  readonly outcome: ReactNode
  /** The same, but only if it was not carried out. */
  readonly failed: ReactNode
  readonly clear: () => void
  /** For the heading of the part where the commands are given: it gets the focus that would be lost with a button. */
  readonly home: RefObject<HTMLHeadingElement | null>
}

interface Done {
  readonly said: Said
  readonly isWhole: boolean
}

/** Gives commands, announces what came of them, and keeps the last outcome. */
export const useAct = (): Acting => {
  const { texts } = useLanguage()
  const { say } = useSession()
  const announce = useAnnounce()
  const [last, setLast] = useState<Done | Failed | null>(null)
  const home = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (last !== null && document.activeElement === document.body) home.current?.focus()
  }, [last])
  const act = async <A,>(given: Act<A>, key = newKey(), overriding: Overriding = {}): Promise<void> => {
    const reply = await given.send(key, overriding)
    if (reply.kind === "done") {
      const said = await given.done(reply.value)
      setLast({ said, isWhole: given.isWhole?.(reply.value) ?? true })
      return announce(said(texts, say))
    }
    given.onFailure?.(reply)
    setLast({
      failure: reply,
      notDone: given.notDone,
      onAgain: () => void act(given, key, overriding),
      onOverride:
        given.overridable === true ? (reason) => void act(given, newKey(), { override: { reason } }) : undefined,
      onAgreed: (acceptedCost) => void act(given, newKey(), { acceptedCost })
    })
  }
  const failed =
    last === null || "said" in last ? null : (
      <FailureBox key={last.notDone(texts, say)} heading={last.notDone(texts, say)} {...last} />
    )
  const outcome =
    last !== null && "said" in last ? (
      <p className={last.isWhole ? "success" : "success partly"}>{last.said(texts, say)}</p>
    ) : (
      failed
    )
  return { act: (given) => act(given), outcome, failed, clear: () => setLast(null), home }
}
