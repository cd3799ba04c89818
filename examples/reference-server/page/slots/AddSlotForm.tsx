import { type FormEvent, type ReactNode, useState } from "react"
import type { SlotKind } from "../api/model.ts"
import { useLanguage } from "../language/language.ts"
import { ChoiceField } from "../parts/ChoiceField.tsx"
import { TypedField } from "../parts/TypedField.tsx"
import { instantHere } from "../rules/instantHere.ts"
import { useSession } from "../session/session.ts"

/** A locker or a time that is to be added. */
export interface NewSlot {
  readonly kind: SlotKind
  readonly name: string
  readonly capacity: number
  readonly from?: string
  readonly until?: string
}

const empty = { kind: "locker" as SlotKind, name: "", capacity: "1", from: "", until: "" }

/** Adds a locker, or a time at which copies are brought out, at the desk's branch. `children`: why the last was not added. */
export const AddSlotForm = (props: { onAdd: (slot: NewSlot) => void; children: ReactNode }): ReactNode => {
  const { onAdd, children } = props
  const { texts } = useLanguage()
  const { me, place } = useSession()
  const { slots } = texts
  const [typed, setTyped] = useState(empty)
  const [isSent, setSent] = useState(false)
  const put = (change: Partial<typeof empty>): void => setTyped({ ...typed, ...change })
  const { kind, from, until } = typed
  const name = typed.name.trim()
  const capacity = Number(typed.capacity)
  const wrong = {
    name: name === "" ? slots.nameMissing : null,
    capacity: Number.isInteger(capacity) && capacity >= 1 && capacity <= 1_000 ? null : slots.capacityWrong,
    times: (from === "") === (until === "") && (from === "" || from < until) ? null : slots.timesWrong
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setSent(true)
    if (Object.values(wrong).some((one) => one !== null)) return
    const zone = place.branches.find(({ branch }) => branch === me.branch)?.zone ?? "UTC"
    const span = from === "" ? {} : { from: instantHere(from, zone), until: instantHere(until, zone) }
    onAdd({ kind, name, capacity, ...span })
  }
  return (
    <form className="fields" onSubmit={submit} noValidate>
      <h3>{slots.addTitle}</h3>
      <ChoiceField
        label={slots.kindOf}
        chosen={kind}
        choices={(["locker", "curbside"] as const).map((one) => ({ value: one, text: slots.kind[one] }))}
        onChoose={(chosen) => put({ kind: chosen as SlotKind })}
      />
      <TypedField
        label={slots.name}
        help={slots.nameHelp}
        typed={typed.name}
        wrong={isSent ? wrong.name : null}
        onType={(one) => put({ name: one })}
      />
      <TypedField
        type="number"
        label={slots.capacity}
        typed={typed.capacity}
        wrong={isSent ? wrong.capacity : null}
        onType={(one) => put({ capacity: one })}
      />
      <TypedField
        type="datetime-local"
        label={slots.from}
        help={slots.timesHelp}
        typed={from}
        wrong={null}
        onType={(one) => put({ from: one })}
      />
      <TypedField
        type="datetime-local"
        label={slots.until}
        typed={until}
        wrong={isSent ? wrong.times : null}
        onType={(one) => put({ until: one })}
      />
      {children}
      <button type="submit" className="main-action">
        {slots.add}
      </button>
    </form>
  )
}
