import { type FormEvent, type ReactNode, useState } from "react"
import type { BranchSlotWire, ShelfWire } from "../api/model.ts"
import { useLanguage } from "../language/language.ts"
import { ChoiceField } from "../parts/ChoiceField.tsx"
import { useFirstFocus } from "../parts/firstFocus.ts"
import { TitleText } from "../parts/TitleText.tsx"
import { useSession } from "../session/session.ts"

/** A copy that is set aside, with its locker or time: given one, or taken out of it. */
export const ShelfLine = (props: {
  line: ShelfWire
  free: ReadonlyArray<BranchSlotWire>
  onGive: (slot: BranchSlotWire) => void
  onRelease: () => void
}): ReactNode => {
  const { line, free, onGive, onRelease } = props
  const { slot, shelfUntil, ofSet } = line
  const { texts } = useLanguage()
  const { say, may } = useSession()
  const [isShown, setShown] = useState(false)
  const { title } = line.title
  const text = texts.slots
  return (
    <li className="reservation">
      <div>
        <TitleText title={line.title} />
        <p className="detail">
          <span className="code">{line.barcode}</span>
          {slot === null ? <span>{text.noSlot}</span> : <strong>{text.at(slot.name)}</strong>}
          {ofSet !== null && <span>{texts.reservations.ofSet(ofSet.here, ofSet.of)}</span>}
          {shelfUntil !== null && <span>{texts.lists.until(say.instant(shelfUntil))}</span>}
        </p>
      </div>
      {may("pickupSlots.take") && (
        <div className="acts">
          {slot === null ? (
            <button
              type="button"
              aria-label={text.giveOne(title)}
              aria-expanded={isShown}
              onClick={() => setShown(!isShown)}
            >
              {text.give}
            </button>
          ) : (
            <button type="button" aria-label={text.releaseOne(title, slot.name)} onClick={onRelease}>
              {text.release}
            </button>
          )}
        </div>
      )}
      {isShown && slot === null && (
        <div className="below">
          {free.length === 0 ? <p className="why">{text.nothingFree}</p> : <GiveForm free={free} onGive={onGive} />}
        </div>
      )}
    </li>
  )
}

const GiveForm = (props: {
  free: ReadonlyArray<BranchSlotWire>
  onGive: (slot: BranchSlotWire) => void
}): ReactNode => {
  const { free, onGive } = props
  const { texts } = useLanguage()
  const field = useFirstFocus<HTMLSelectElement>()
  const [chosen, setChosen] = useState(free[0]?.slotId ?? "")
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    const slot = free.find(({ slotId }) => slotId === chosen) ?? free[0]
    if (slot !== undefined) onGive(slot)
  }
  return (
    <form className="why" onSubmit={submit}>
      <div className="row">
        <ChoiceField
          label={texts.slots.choose}
          chosen={chosen}
          choices={free.map((slot) => ({ value: slot.slotId, text: texts.slots.room(slot.name, slot.free) }))}
          onChoose={setChosen}
          field={field}
        />
        <button type="submit">{texts.slots.giveNow}</button>
      </div>
    </form>
  )
}
