import { type FormEvent, type ReactNode, useRef, useState } from "react"
import type { ReserveProxy, ReserveWish } from "../api/api.ts"
import type { Failure, TitleLine } from "../api/model.ts"
import { ProxyForm } from "../desk/ProxyForm.tsx"
import { useLanguage } from "../language/language.ts"
import { useAct } from "../parts/act.tsx"
import { useAnnounce } from "../parts/announcement.tsx"
import { FailureBox } from "../parts/FailureBox.tsx"
import { TitleText } from "../parts/TitleText.tsx"
import { useSession } from "../session/session.ts"
import { ReserveForm } from "./ReserveForm.tsx"

/** Finds titles by their words and reserves one for a reader: at once where nothing more is wished, to be fetched at `branch`. */
export const ReservePanel = (props: { card: string; branch: string; refresh: () => Promise<void> }): ReactNode => {
  const { card, branch, refresh } = props
  const { texts } = useLanguage()
  const { api, me, say } = useSession()
  const announce = useAnnounce()
  const { act, outcome, clear, home } = useAct()
  const [text, setText] = useState("")
  const [found, setFound] = useState<ReadonlyArray<TitleLine> | Failure | null>(null)
  const words = useRef<HTMLInputElement>(null)
  const [proxy, setProxy] = useState("")
  const by = proxy.trim() === "" ? {} : { by: proxy.trim() }
  const [opened, setOpened] = useState<string | null>(null)
  const search = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (text.trim() === "") return
    clear()
    setOpened(null)
    const reply = await api.titles(text.trim())
    setFound(reply.kind === "done" ? reply.value : reply)
    if (reply.kind === "done") announce(texts.reservations.found(reply.value.length))
  }
  const reserve = (
    { titleId, title }: TitleLine,
    wish: ReserveWish & { readonly pickupBranch: string }
  ): Promise<void> =>
    act({
      send: (key, overriding) => api.reserve({ title: titleId, card, ...by, ...wish, ...overriding }, key),
      done: async ({ ahead, charges, reservationIds }) => {
        setFound(null)
        setText("")
        setOpened(null)
        await refresh()
        const cost = charges.reduce((sum, { amount }) => sum + amount, 0)
        const copies = reservationIds.length
        return ({ page, reservations, reserve: said, desk }, say) =>
          page.sentences([
            copies === 1 ? reservations.reserved(title, ahead) : said.several(title, copies),
            ...(cost === 0 ? [] : [desk.costs(say.money(cost))])
          ])
      },
      notDone: ({ reservations }) => reservations.notReserved(title),
      // Where it may be fetched, the form says.
      onFailure: (failure) => {
        if (isOfBranch(failure)) setOpened(titleId)
      },
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
          <input id="words" type="search" ref={words} value={text} onChange={({ target }) => setText(target.value)} />
          <button type="submit">{texts.reservations.search}</button>
        </div>
      </form>
      {me.kind === "staff" && (
        <ProxyForm text={texts.reserve} card={proxy} onType={setProxy} onDone={() => words.current?.focus()} />
      )}
      {outcome}
      {found !== null && "kind" in found && <FailureBox failure={found} />}
      {found !== null && !("kind" in found) && (
        <>
          <p className="none">{texts.reservations.found(found.length)}</p>
          {found.length > 0 && <p className="help">{texts.reserve.where(say.branch(branch))}</p>}
          <ul className="lines">
            {found.map((line) => (
              <FoundTitle
                key={line.titleId}
                line={line}
                card={card}
                branch={branch}
                by={by}
                isOpen={opened === line.titleId}
                onOpen={() => setOpened(opened === line.titleId ? null : line.titleId)}
                onReserve={(wish) => void reserve(line, wish)}
              />
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

const isOfBranch = (failure: Failure): boolean =>
  failure.kind === "refused" &&
  failure.refusals.some(({ code }) => code === "PickupNotAllowed" || code === "CalendarHasNoOpenDay")

const FoundTitle = (props: {
  line: TitleLine
  card: string
  branch: string
  by: ReserveProxy
  isOpen: boolean
  onOpen: () => void
  onReserve: (wish: ReserveWish & { readonly pickupBranch: string }) => void
}): ReactNode => {
  const { line, card, branch, by, isOpen, onOpen, onReserve } = props
  const { texts } = useLanguage()
  return (
    <li>
      <div>
        <TitleText title={line} />
        <p className="detail">{line.responsibility}</p>
      </div>
      <div className="acts">
        <button
          type="button"
          aria-label={texts.reservations.reserveOne(line.title)}
          onClick={() => onReserve({ pickupBranch: branch })}
        >
          {texts.reservations.reserve}
        </button>
        <button type="button" aria-label={texts.reserve.moreOne(line.title)} aria-expanded={isOpen} onClick={onOpen}>
          {texts.reserve.more}
        </button>
      </div>
      {isOpen && (
        <div className="below">
          <ReserveForm title={line} card={card} branch={branch} by={by} onReserve={onReserve} />
        </div>
      )}
    </li>
  )
}
