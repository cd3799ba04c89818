import { type ReactNode, useState } from "react"
import type { BranchSlotWire } from "../api/model.ts"
import { useLanguage } from "../language/language.ts"
import { useAct } from "../parts/act.tsx"
import { useSession } from "../session/session.ts"
import { AddSlotForm, type NewSlot } from "./AddSlotForm.tsx"
import { slotWhen } from "./slotWhen.ts"

/** Lockers and times of the desk's branch, with what is taken of each. */
export const SlotList = (props: { slots: ReadonlyArray<BranchSlotWire>; refresh: () => Promise<void> }): ReactNode => {
  const { texts } = useLanguage()
  const { api, say, may } = useSession()
  const { act, outcome, home } = useAct()
  const adding = useAct()
  const [addedCount, setAddedCount] = useState(0)
  const text = texts.slots
  const mayWrite = may("pickupSlots.write")
  const close = ({ slotId, name }: BranchSlotWire): Promise<void> =>
    act({
      send: (key) => api.closeSlot(slotId, key),
      done: async ({ taken }) => {
        await props.refresh()
        return ({ slots }) => slots.closed(name, taken)
      },
      notDone: ({ slots }) => slots.notClosed(name)
    })
  const add = (slot: NewSlot): Promise<void> =>
    adding.act({
      send: (key) => api.addSlot(slot, key),
      done: async () => {
        await props.refresh()
        setAddedCount((count) => count + 1)
        return ({ slots }) => slots.added(slot.name)
      },
      notDone: ({ slots }) => slots.notAdded
    })
  return (
    <section className="card" aria-labelledby="slots">
      <h2 id="slots" ref={home} tabIndex={-1}>
        {text.list} <span className="count">{props.slots.length}</span>
      </h2>
      {outcome}
      {props.slots.length === 0 && <p className="none">{text.none}</p>}
      <ul className="lines">
        {props.slots.map((slot) => (
          <li key={slot.slotId}>
            <div>
              <p className="title">{slot.name}</p>
              <p className="detail">
                <span>{text.kind[slot.kind]}</span>
                <span>{slotWhen(slot, text, say)}</span>
                <span className={slot.free === 0 ? "owed" : ""}>
                  {text.taken(slot.capacity - slot.free, slot.capacity)}
                </span>
              </p>
            </div>
            {mayWrite && (
              <button type="button" aria-label={text.closeOne(slot.name)} onClick={() => void close(slot)}>
                {text.close}
              </button>
            )}
          </li>
        ))}
      </ul>
      {mayWrite && (
        <AddSlotForm key={addedCount} onAdd={(slot) => void add(slot)}>
          {adding.outcome}
        </AddSlotForm>
      )}
    </section>
  )
}
