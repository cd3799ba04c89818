import { type DragEvent, type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from "react"
import type { QueueLineWire } from "../api/model.ts"
import { useLanguage } from "../language/language.ts"
import type { QueueTexts } from "../language/queueTexts.ts"
import { useSession } from "../session/session.ts"
import { suspensionOf, waitText } from "./waitText.ts"

const dragged = "application/x-openshelf-reservation"

/** One who waits: place, what is waited for, since when, how much longer. `onPlace`: it may be moved, places from 0. */
export const QueueLine = (props: {
  line: QueueLineWire
  place: number
  last: number
  isMoving: boolean
  onPlace?: (reservationId: string, to: number) => void
  children: ReactNode
}): ReactNode => {
  const { line, place, isMoving, onPlace, children } = props
  const { texts } = useLanguage()
  const [isOver, setOver] = useState(false)
  const marks = [isMoving ? "moving" : "", isOver ? "over" : ""].filter((mark) => mark !== "").join(" ")
  const take = (event: DragEvent): void => {
    if (onPlace === undefined || !event.dataTransfer.types.includes(dragged)) return
    event.preventDefault()
    event.dataTransfer.dropEffect = "move"
    setOver(true)
  }
  return (
    <li
      className={marks}
      onDragEnter={take}
      onDragOver={take}
      onDragLeave={({ currentTarget, relatedTarget }) => {
        if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) setOver(false)
      }}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        const reservationId = event.dataTransfer.getData(dragged)
        if (reservationId !== "") onPlace?.(reservationId, place - 1)
      }}
    >
      {onPlace !== undefined && (
        <span
          className="handle"
          aria-hidden="true"
          title={texts.queue.drag}
          draggable
          onDragStart={(event) => {
            event.dataTransfer.setData(dragged, line.reservationId)
            event.dataTransfer.effectAllowed = "move"
          }}
        />
      )}
      <LineText line={line} place={place} />
      {onPlace !== undefined && (
        <MoveButtons place={place} last={props.last} onMove={(to) => onPlace(line.reservationId, to - 1)} />
      )}
      {children !== false && <div className="below">{children}</div>}
    </li>
  )
}

const LineText = ({ line, place }: { line: QueueLineWire; place: number }): ReactNode => {
  const { texts } = useLanguage()
  const { say } = useSession()
  const { queue } = texts
  const suspension = suspensionOf(line, Date.now())
  const starts = line.notBefore !== null && Date.parse(line.notBefore) > Date.now() ? line.notBefore : null
  return (
    <div>
      <p className="title">
        <span className="place-number">{queue.place(place)}</span>
        {" · "}
        {place === line.position ? waitHere(line, queue) : queue.anew}
      </p>
      <p className="detail">
        <span>{queue.kind[line.kind]}</span>
        {line.volume !== "" && <span>{queue.only(line.volume)}</span>}
        {line.itemType !== "" && <span>{queue.only(say.itemType(line.itemType))}</span>}
        <span>{texts.reservations.pickupAt(say.branch(line.pickupBranch))}</span>
        <span>{queue.since(say.day(line.placedAt))}</span>
        <span>{say.category(line.readerCategory)}</span>
        {starts !== null && <span>{queue.from(say.day(starts))}</span>}
        {suspension !== null && (
          <span className="owed">
            {suspension.until === null ? queue.suspended : queue.suspendedUntil(say.day(suspension.until))}
          </span>
        )}
      </p>
    </div>
  )
}

const waitHere = ({ wait }: QueueLineWire, texts: QueueTexts): string =>
  wait === null ? texts.notWhileSuspended : waitText(wait, texts)

/** Up and down, by the buttons or by the arrow keys on them. What had the focus keeps it when the line changes its place. */
const MoveButtons = (props: { place: number; last: number; onMove: (to: number) => void }): ReactNode => {
  const { place, last, onMove } = props
  const { texts } = useLanguage()
  const group = useRef<HTMLDivElement>(null)
  const pressed = useRef<"up" | "down" | null>(null)
  useEffect(() => {
    const way = pressed.current
    pressed.current = null
    if (way === null || place === 0) return
    const buttons = group.current
    const button = buttons?.querySelector<HTMLElement>(`[data-way="${way}"]`) ?? buttons?.querySelector("button")
    button?.focus()
  }, [place])
  const move = (way: "up" | "down"): void => {
    const to = place + (way === "up" ? -1 : 1)
    if (to < 1 || to > last) return
    pressed.current = way
    onMove(to)
  }
  const byKey = (event: KeyboardEvent): void => {
    if (event.key !== "ArrowUp" && event.key !== "ArrowDown") return
    event.preventDefault()
    move(event.key === "ArrowUp" ? "up" : "down")
  }
  return (
    <div className="acts" ref={group}>
      {place > 1 && (
        <button
          type="button"
          data-way="up"
          aria-label={texts.queue.up(place)}
          onClick={() => move("up")}
          onKeyDown={byKey}
        >
          ↑
        </button>
      )}
      {place < last && (
        <button
          type="button"
          data-way="down"
          aria-label={texts.queue.down(place)}
          onClick={() => move("down")}
          onKeyDown={byKey}
        >
          ↓
        </button>
      )}
    </div>
  )
}
