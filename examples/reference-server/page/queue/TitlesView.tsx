import { type FormEvent, type ReactNode, useState } from "react"
import type { Failure, TitleLine } from "../api/model.ts"
import { useLanguage } from "../language/language.ts"
import { useAnnounce } from "../parts/announcement.tsx"
import { FailureBox } from "../parts/FailureBox.tsx"
import { useFirstFocus } from "../parts/firstFocus.ts"
import { TitleText } from "../parts/TitleText.tsx"
import { useSession } from "../session/session.ts"
import { TitlePanel } from "./TitlePanel.tsx"

/** Finds a title, and shows how its copies stand and who waits for it. */
export const TitlesView = (): ReactNode => {
  const { texts } = useLanguage()
  const { api } = useSession()
  const announce = useAnnounce()
  const field = useFirstFocus()
  const [text, setText] = useState("")
  const [found, setFound] = useState<ReadonlyArray<TitleLine> | Failure | null>(null)
  const [opened, setOpened] = useState<TitleLine | null>(null)
  const search = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (text.trim() === "") return
    const reply = await api.titles(text.trim())
    setOpened(null)
    setFound(reply.kind === "done" ? reply.value : reply)
    if (reply.kind === "done") announce(texts.reservations.found(reply.value.length))
  }
  return (
    <>
      <form className="card" onSubmit={(event) => void search(event)}>
        <label htmlFor="queue-words">{texts.reservations.searchHelp}</label>
        <div className="row">
          <input
            id="queue-words"
            type="search"
            ref={field}
            value={text}
            onChange={({ target }) => setText(target.value)}
          />
          <button type="submit">{texts.reservations.search}</button>
        </div>
      </form>
      {found !== null && "kind" in found && <FailureBox failure={found} />}
      {found !== null && !("kind" in found) && opened === null && <FoundList titles={found} onOpen={setOpened} />}
      {opened !== null && (
        <TitlePanel key={opened.titleId} title={opened} backText={texts.queue.back} onBack={() => setOpened(null)} />
      )}
    </>
  )
}

const FoundList = (props: { titles: ReadonlyArray<TitleLine>; onOpen: (title: TitleLine) => void }): ReactNode => {
  const { texts } = useLanguage()
  return (
    <section className="card" aria-labelledby="titles-found">
      <h2 id="titles-found">
        {texts.queue.found} <span className="count">{props.titles.length}</span>
      </h2>
      <ul className="lines">
        {props.titles.map((line) => (
          <li key={line.titleId}>
            <div>
              <TitleText title={line} />
              <p className="detail">{line.responsibility}</p>
            </div>
            <button type="button" aria-label={texts.queue.openOne(line.title)} onClick={() => props.onOpen(line)}>
              {texts.queue.open}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
