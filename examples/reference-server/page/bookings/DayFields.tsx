import type { ReactNode, RefObject } from "react"
import { useLanguage } from "../language/language.ts"
import { TypedField } from "../parts/TypedField.tsx"
import type { TypedDays, WrongDays } from "./days.ts"

/** First and last day of a booking. */
export const DayFields = (props: {
  days: TypedDays
  wrong: WrongDays | null
  onType: (days: TypedDays) => void
  field?: RefObject<HTMLInputElement | null>
}): ReactNode => {
  const { days, wrong, onType, field } = props
  const { texts } = useLanguage()
  const first = (typed: string): void => onType({ ...days, first: typed })
  return (
    <>
      <TypedField
        type="date"
        label={texts.bookings.first}
        typed={days.first}
        wrong={wrong?.first ?? null}
        onType={first}
        {...(field === undefined ? {} : { field })}
      />
      <TypedField
        type="date"
        label={texts.bookings.last}
        typed={days.last}
        wrong={wrong?.last ?? null}
        onType={(last) => onType({ ...days, last })}
      />
    </>
  )
}
