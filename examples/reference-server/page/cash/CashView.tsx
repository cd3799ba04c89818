import { type ReactNode, useEffect, useState } from "react"
import type { CashDesk, Failure } from "../api/model.ts"
import { useLanguage } from "../language/language.ts"
import { useAct } from "../parts/act.tsx"
import { FailureBox } from "../parts/FailureBox.tsx"
import { keptDesk } from "../session/deskName.ts"
import { useSession } from "../session/session.ts"
import { CountForm } from "./CountForm.tsx"
import { MoveForm } from "./MoveForm.tsx"
import { OpenForm } from "./OpenForm.tsx"

/** The cash desk that goes by this desk's name: opened with its float, money moved, closed with a count. */
export const CashView = (): ReactNode => {
  const { texts } = useLanguage()
  const name = keptDesk()
  return name === null ? <p className="card none">{texts.cash.nameless}</p> : <NamedCashDesk name={name} />
}

const NamedCashDesk = ({ name }: { name: string }): ReactNode => {
  const { texts } = useLanguage()
  const { api, say } = useSession()
  const { act, outcome, home } = useAct()
  const [desk, setDesk] = useState<CashDesk | "never" | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const refresh = async (): Promise<void> => {
    const reply = await api.cashDesk(name)
    setDesk(reply.kind === "done" ? reply.value : reply.kind === "unknown" ? "never" : null)
    setFailure(reply.kind === "done" || reply.kind === "unknown" ? null : reply)
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, and after each command
  useEffect(() => void refresh(), [])
  const open = (float: number): Promise<void> =>
    act({
      send: (key) => api.openCashDesk(name, { float }, key),
      done: async () => {
        await refresh()
        return ({ cash }) => cash.opened
      },
      notDone: ({ cash }) => cash.notOpened
    })
  const move = (body: Parameters<typeof api.moveCash>[1]): Promise<void> =>
    act({
      send: (key) => api.moveCash(name, body, key),
      done: async ({ expected }) => {
        await refresh()
        return ({ cash }, say) => cash.moved(say.money(expected))
      },
      notDone: ({ cash }) => cash.notMoved
    })
  const close = (body: Parameters<typeof api.closeCashDesk>[1]): Promise<void> =>
    act({
      send: (key) => api.closeCashDesk(name, body, key),
      done: async ({ methods }) => {
        await refresh()
        const difference = methods.reduce((sum, one) => sum + one.difference, 0)
        return ({ cash }, say) => (difference === 0 ? cash.closedExactly : cash.closedWith(say.money(difference)))
      },
      notDone: ({ cash }) => cash.notClosed
    })
  if (failure?.kind === "invalid") return <p className="card none">{texts.cash.badName(name)}</p>
  if (failure !== null) return <FailureBox failure={failure} />
  if (desk === null) return <p className="none">{texts.page.loading}</p>
  const isOpen = desk !== "never" && desk.state === "open"
  return (
    <section className="card" aria-labelledby="cash">
      <h2 id="cash" ref={home} tabIndex={-1}>
        {texts.cash.desk(name)}
      </h2>
      {outcome}
      <p>{isOpen ? texts.cash.openSince(say.instant(desk.openedAt)) : texts.cash.closed}</p>
      <p className="help">{texts.cash.help}</p>
      {isOpen ? (
        <>
          <MoveForm key={`${desk.session} ${desk.methods.map(({ amount }) => amount).join()}`} onMove={move} />
          <CountForm key={desk.session} desk={desk} onCount={close} />
        </>
      ) : (
        <OpenForm onOpen={open} />
      )}
    </section>
  )
}
