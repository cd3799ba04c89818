import { type RefObject, useEffect, useRef } from "react"

/** A field where typing begins as soon as its view is shown: a scanner cannot click. */
export const useFirstFocus = <Field extends HTMLElement = HTMLInputElement>(): RefObject<Field | null> => {
  const field = useRef<Field>(null)
  useEffect(() => field.current?.focus(), [])
  return field
}
