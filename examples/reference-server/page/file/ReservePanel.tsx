import { type FormEvent, type ReactNode, useState } from "react"
import type { Failure, TitleLine } from "../api/model.ts"
import { useLanguage } from "../language/language.ts"
import { useAct } from "../parts/act.tsx"
import { useAnnounce } from "../parts/announcement.tsx"
import { FailureBox } from "../parts/FailureBox.tsx"
import { TitleText } from "../parts/TitleText.tsx"
import { useSession } from "../session/session.ts"

/** Finds titles by their words and reserves one for a reader, to be picked up at a branch. */
export const ReservePanel = (props: { card: string; branch: string; refresh: () => Promise<void> }): ReactNode => {
  const { card, refresh } = props
  const { texts } = useLanguage()
  const { api, place, say } = useSession()
  const announce = useAnnounce()
  const { act, outcome, clear, home } = useAct()
  const [text, setText] = useState("")
  const [pickupBranch, setPickupBranch] = useState(props.branch)
  const [found, setFound] = useState<ReadonlyArray<TitleLine> | Failure | null>(null)
  const search = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (text.trim() === "") return
    clear()
    const reply = await api.titles(text.trim())
    setFound(reply.kind === "done" ? reply.value : reply)
    if (reply.kind === "done") announce(texts.reservations.found(reply.value.length))
  }
  const reserve = ({ titleId, title }: TitleLine): Promise<void> =>
    act({
      send: (key, overriding) => api.reserve({ title: titleId, card, pickupBranch, ...overriding }, key),
      done: async ({ ahead, charges }) => {
        setFound(null)
        setText("")
        await refresh()
        const cost = charges.reduce((sum, { amount }) => sum + amount, 0)
        return ({ reservations, desk }, say) =>
          [reservations.reserved(title, ahead), ...(cost === 0 ? [] : [desk.costs(say.money(cost))])].join(". ")
      },
      notDone: ({ reservations }) => reservations.notReserved(title),
      overridable: true
    })
  return (
    <section className="card" aria-labelledby="reserve">
      <h2 id="reserve" ref={home} tabIndex={-1}>
        {texts.reservations.find}
      </h2>
      <form onSubmit={(event) => void search(event)}>
        <label htmlFor="words">{texts.reservations.searchHelp}</label>
        <div className="row">
          <input id="words" type="search" value={text} onChange={({ target }) => setText(target.value)} />
          <button type="submit">{texts.reservations.search}</button>
        </div>
        <label htmlFor="pickup">{texts.reservations.pickupBranch}</label>
        <select id="pickup" value={pickupBranch} onChange={({ target }) => setPickupBranch(target.value)}>
          {place.branches.map(({ branch }) => (
            <option key={branch} value={branch}>
              {say.branch(branch)}
            </option>
          ))}
        </select>
      </form>
      {outcome}
      {found !== null && "kind" in found && <FailureBox failure={found} />}
      {found !== null && !("kind" in found) && (
        <FoundTitles titles={found} onReserve={(title) => void reserve(title)} />
      )}
    </section>
  )
}

const FoundTitles = (props: { titles: ReadonlyArray<TitleLine>; onReserve: (title: TitleLine) => void }): ReactNode => {
  const { texts } = useLanguage()
  return (
    <>
      <p className="none">{texts.reservations.found(props.titles.length)}</p>
      <ul className="lines">
        {props.titles.map((line) => (
          <li key={line.titleId}>
            <div>
              <TitleText title={line} />
              <p className="detail">{line.responsibility}</p>
            </div>
            <button
              type="button"
              aria-label={texts.reservations.reserveOne(line.title)}
              onClick={() => props.onReserve(line)}
            >
              {texts.reservations.reserve}
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}
