import { useRef } from "react"

/** Runs jobs one after another, in the order in which they were given: a scanner is faster than an answer. */
export const useQueue = (): ((job: () => Promise<void>) => void) => {
  const last = useRef(Promise.resolve())
  return (job) => {
    last.current = last.current.then(job, job)
  }
}
