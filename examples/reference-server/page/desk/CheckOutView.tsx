import { type ReactNode, useRef, useState } from "react"
import { useLanguage } from "../language/language.ts"
import type { Say, Texts } from "../language/texts.ts"
import { type Said, useAct } from "../parts/act.tsx"
import { useAnnounce } from "../parts/announcement.tsx"
import { useFirstFocus } from "../parts/firstFocus.ts"
import { useQueue } from "../parts/queue.ts"
import { reasonsFor } from "../parts/reasons.ts"
import { ScanField } from "../parts/ScanField.tsx"
import { useSession } from "../session/session.ts"
import { ProxyForm } from "./ProxyForm.tsx"
import { ReaderDetails } from "./ReaderDetails.tsx"
import { useResultLines } from "./resultLines.tsx"
import { useServedReader } from "./servedReader.ts"

/** Card, Enter, barcode, Enter, barcode, Enter …; an empty Enter ends the reader's turn, another card begins the next. */
export const CheckOutView = (): ReactNode => {
  const { texts } = useLanguage()
  const { api } = useSession()
  const { act, failed, clear } = useAct()
  const { add, list } = useResultLines()
  const announce = useAnnounce()
  const inOrder = useQueue()
  const card = useFirstFocus()
  const barcode = useRef<HTMLInputElement>(null)
  const served = useServedReader()
  const [proxy, setProxy] = useState("")

  const begin = async (scanned: string): Promise<void> => {
    setProxy("")
    if (await served.begin(scanned)) return clear()
    announce(texts.desk.readerUnknown(scanned))
    add({ isGood: false, said: ({ desk }) => desk.readerUnknown(scanned) })
    card.current?.focus()
  }
  const finish = (): void => {
    served.end()
    setProxy("")
    clear()
    card.current?.focus()
  }
  const lend = async (item: string): Promise<void> => {
    const reader = served.current()
    if (reader === null) {
      announce(texts.desk.cardFirst)
      add({ isGood: false, said: ({ desk }) => desk.notLent(item), details: ({ desk }) => [desk.cardFirst] })
      return card.current?.focus()
    }
    const found = await api.item(item)
    if (found.kind !== "done" && (await served.begin(item))) return clear()
    const title = found.kind === "done" ? found.value.title.title : item
    const notDone: Said = ({ desk }) => desk.notLent(title)
    const by = proxy.trim() === "" ? {} : { by: proxy.trim() }
    await act({
      send: (key, overriding) => api.checkOut({ item, card: reader, ...by, ...overriding }, key),
      done: async ({ dueAt, filledReservationId, overrides, alert, parts, charges }) => {
        await served.refresh()
        const said: Said = ({ desk }, say) => desk.lent(title, say.instant(dueAt))
        const reasons = new Set(overrides.map(({ reason }) => reason))
        const cost = charges.reduce((sum, { amount }) => sum + amount, 0)
        const details = ({ desk, notice, override }: Texts, say: Say): ReadonlyArray<string> => [
          ...(alert === "" ? [] : [alert]),
          ...(parts > 1 ? [notice.parts(parts)] : []),
          ...(filledReservationId === null ? [] : [desk.lentFilled]),
          ...(cost === 0 ? [] : [desk.costs(say.money(cost))]),
          ...Array.from(reasons, override.why)
        ]
        add({ isGood: true, said, details })
        barcode.current?.focus()
        return said
      },
      notDone,
      onFailure: (failure) => add({ isGood: false, said: notDone, details: reasonsFor(failure) }),
      overridable: true
    })
  }
  const scanCard = (scanned: string): void => {
    if (scanned === "") return
    barcode.current?.focus()
    inOrder(() => begin(scanned))
  }
  const scanItem = (scanned: string): void => {
    barcode.current?.focus()
    inOrder(async () => (scanned === "" ? finish() : lend(scanned)))
  }
  return (
    <div className="columns">
      <div>
        <div className="card scans">
          <ScanField
            label={texts.desk.card}
            help={texts.desk.cardHelp}
            action={texts.desk.show}
            field={card}
            onScan={scanCard}
          />
          <ScanField
            label={texts.desk.barcode}
            help={texts.desk.barcodeHelp}
            action={texts.desk.lend}
            field={barcode}
            onScan={scanItem}
          />
          {failed}
          {served.file !== null && (
            <ProxyForm
              key={served.file.reader.readerId}
              text={texts.desk}
              card={proxy}
              onType={setProxy}
              onDone={() => barcode.current?.focus()}
            />
          )}
          {served.file !== null && (
            <button type="button" onClick={finish}>
              {texts.desk.done}
            </button>
          )}
        </div>
        {list}
      </div>
      {served.file === null ? (
        <p className="card none">{texts.desk.nobody}</p>
      ) : (
        <ReaderDetails key={served.file.reader.readerId} file={served.file} refresh={served.refresh} />
      )}
    </div>
  )
}
