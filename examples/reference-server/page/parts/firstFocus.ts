import { type RefObject, useEffect, useRef } from "react"

/** A field where typing begins as soon as its view is shown: a scanner cannot click. */
export const useFirstFocus = (): RefObject<HTMLInputElement | null> => {
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])
  return field
}
