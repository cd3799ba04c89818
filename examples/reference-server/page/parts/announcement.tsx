import { createContext, type ReactNode, useCallback, useContext, useState } from "react"

type Announce = (text: string) => void

const AnnouncementContext = createContext<Announce>(() => {})

/** Says a result to who does not see it. The same text twice in a row is said twice. */
export const useAnnounce = (): Announce => useContext(AnnouncementContext)

/** Holds the live region: it has to be in the page before anything is said in it. */
export const AnnouncementProvider = ({ children }: { children: ReactNode }): ReactNode => {
  const [{ text, count }, setSaid] = useState({ text: "", count: 0 })
  const announce = useCallback<Announce>((said) => setSaid((last) => ({ text: said, count: last.count + 1 })), [])
  return (
    <AnnouncementContext value={announce}>
      {children}
      <div role="status" className="unseen" data-testid="announcement">
        <span key={count}>{text}</span>
      </div>
    </AnnouncementContext>
  )
}
