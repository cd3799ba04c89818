import { type ReactNode, useEffect, useState } from "react"
import type { QueueLineWire } from "../api/model.ts"
import { useLanguage } from "../language/language.ts"
import { useAct } from "../parts/act.tsx"
import { useAnnounce } from "../parts/announcement.tsx"
import { useSession } from "../session/session.ts"
import { MoveForm } from "./MoveForm.tsx"
import { inNewOrder, type Moving, moveTo, neighbourOf } from "./places.ts"
import { QueueLine } from "./QueueLine.tsx"
import { ReadyLine } from "./ReadyLine.tsx"
import { pageLines, type TitleStanding } from "./titleQueue.ts"

/** Who waits for a title, in order. Who may, moves one by dragging, by its buttons, or by the number of its new place. */
export const QueueList = (props: {
  standing: TitleStanding
  more: () => Promise<ReadonlyArray<QueueLineWire> | null>
  refresh: () => Promise<void>
}): ReactNode => {
  const { standing, more, refresh } = props
  const { lines, waitingCount, next } = standing
  const { texts } = useLanguage()
  const { api, may } = useSession()
  const announce = useAnnounce()
  const { act, outcome, clear, home } = useAct()
  const [moving, setMoving] = useState<Moving | null>(null)
  const ready = lines.filter(({ position }) => position === null)
  const waiting = lines.filter(({ position }) => position !== null)
  const order = inNewOrder(waiting, moving)
  const place = (reservationId: string, to: number): void => {
    const step = moveTo(waiting, reservationId, to)
    clear()
    setMoving(step)
    announce(step === null ? texts.queue.left : texts.queue.movingTo(to + 1, waitingCount))
  }
  const showMore = async (): Promise<void> => {
    const shown = await more()
    if (shown === null) return
    announce(texts.queue.shown(shown.filter(({ position }) => position !== null).length, waitingCount))
  }
  // With the last lines the button for more goes, and the focus with it.
  const isAll = next === null
  useEffect(() => {
    if (isAll && lines.length > pageLines && document.activeElement === document.body) home.current?.focus()
  }, [isAll, lines, home])
  const save = (step: Moving, reason: string): Promise<void> => {
    const from = waiting.findIndex(({ reservationId }) => reservationId === step.reservationId) + 1
    const to = step.to + 1
    return act({
      send: (key) => api.moveReservation(step.reservationId, { ...neighbourOf(waiting, step), reason }, key),
      done: async () => {
        setMoving(null)
        await refresh()
        return ({ queue }) => queue.moved(from, to)
      },
      notDone: ({ queue }) => queue.notMoved(from)
    })
  }
  return (
    <section className="card" aria-labelledby="queue">
      <h2 id="queue" ref={home} tabIndex={-1}>
        {texts.queue.queue} <span className="count">{waitingCount}</span>
      </h2>
      {outcome}
      {ready.length > 0 && (
        <>
          <h3>{texts.queue.ready}</h3>
          <ul className="lines">
            {ready.map((line) => (
              <ReadyLine key={line.reservationId} line={line} />
            ))}
          </ul>
        </>
      )}
      {waitingCount === 0 && <p className="none">{texts.queue.nobody}</p>}
      <ol className="lines queue">
        {order.map((line, nth) => (
          <QueueLine
            key={line.reservationId}
            line={line}
            place={nth + 1}
            last={order.length}
            isMoving={line.reservationId === moving?.reservationId}
            {...(may("reservations.move") ? { onPlace: place } : {})}
          >
            {line.reservationId === moving?.reservationId && (
              <MoveForm
                from={waiting.indexOf(line) + 1}
                to={moving.to + 1}
                last={waiting.length}
                onPlace={(to) => place(line.reservationId, to - 1)}
                onSave={(reason) => void save(moving, reason)}
                onLeave={() => place(line.reservationId, waiting.indexOf(line))}
              />
            )}
          </QueueLine>
        ))}
      </ol>
      {waiting.length > 0 && <p className="help">{texts.queue.shown(waiting.length, waitingCount)}</p>}
      {next !== null && (
        <button type="button" onClick={() => void showMore()}>
          {texts.queue.more}
        </button>
      )}
    </section>
  )
}
