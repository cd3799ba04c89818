import { type ReactNode, useCallback, useEffect, useState } from "react"
import type { BranchSlotWire, Failure, Rows, ShelfWire } from "../api/model.ts"
import { useLanguage } from "../language/language.ts"
import { useAct } from "../parts/act.tsx"
import { FailureBox } from "../parts/FailureBox.tsx"
import { useSession } from "../session/session.ts"
import { ShelfLine } from "./ShelfLine.tsx"
import { SlotList } from "./SlotList.tsx"

interface Standing {
  readonly slots: ReadonlyArray<BranchSlotWire>
  readonly shelf: Rows<ShelfWire>
}

/** Where and when what is set aside at the desk's branch is fetched. */
export const SlotsView = (): ReactNode => {
  const { texts } = useLanguage()
  const { api, me } = useSession()
  const [standing, setStanding] = useState<Standing | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const refresh = useCallback(async (): Promise<void> => {
    const [slots, shelf] = await Promise.all([api.slots(me.branch), api.pickupShelf(me.branch)])
    if (slots.kind !== "done") return setFailure(slots)
    if (shelf.kind !== "done") return setFailure(shelf)
    setFailure(null)
    setStanding({ slots: slots.value, shelf: shelf.value })
  }, [api, me.branch])
  useEffect(() => void refresh(), [refresh])
  if (failure !== null) return <FailureBox failure={failure} onAgain={() => void refresh()} />
  if (standing === null) return <p className="none">{texts.page.loading}</p>
  return (
    <div className="columns">
      <SlotList slots={standing.slots} refresh={refresh} />
      <Shelf standing={standing} refresh={refresh} />
    </div>
  )
}

/** Whether there is room, and it begins before the copy leaves the shelf. */
const isOpenTo = ({ free, fromAt }: BranchSlotWire, { shelfUntil }: ShelfWire): boolean =>
  free > 0 && (fromAt === null || shelfUntil === null || Date.parse(fromAt) <= Date.parse(shelfUntil))

const Shelf = (props: { standing: Standing; refresh: () => Promise<void> }): ReactNode => {
  const { slots, shelf } = props.standing
  const { texts } = useLanguage()
  const { api } = useSession()
  const { act, outcome, home } = useAct()
  const give = ({ reservationId, title: { title } }: ShelfWire, { slotId, name }: BranchSlotWire): Promise<void> =>
    act({
      send: (key) => api.takeSlot(reservationId, slotId, key),
      done: async () => {
        await props.refresh()
        return (said) => said.slots.given(title, name)
      },
      notDone: (said) => said.slots.notGiven(title)
    })
  const release = ({ reservationId, title: { title }, slot }: ShelfWire): Promise<void> =>
    act({
      send: (key) => api.leaveSlot(reservationId, key),
      done: async () => {
        await props.refresh()
        return (said) => said.slots.released(title, slot?.name ?? "")
      },
      notDone: (said) => said.slots.notReleased(title)
    })
  const { rows, next } = shelf
  return (
    <section className="card" aria-labelledby="waiting-here">
      <h2 id="waiting-here" ref={home} tabIndex={-1}>
        {texts.slots.shelf} <span className="count">{next === null ? rows.length : `${rows.length}+`}</span>
      </h2>
      <p className="help">{texts.slots.shelfHelp}</p>
      {outcome}
      {rows.length === 0 && <p className="none">{texts.lists.nothingOnShelf}</p>}
      <ul className="lines">
        {rows.map((line) => (
          <ShelfLine
            key={`${line.reservationId} ${line.slot?.slotId ?? ""}`}
            line={line}
            free={slots.filter((slot) => isOpenTo(slot, line))}
            onGive={(slot) => void give(line, slot)}
            onRelease={() => void release(line)}
          />
        ))}
      </ul>
      {next !== null && <p className="help">{texts.lists.first(rows.length)}</p>}
    </section>
  )
}
