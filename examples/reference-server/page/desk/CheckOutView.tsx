import { type ReactNode, useRef } from "react"
import { useLanguage } from "../language/language.ts"
import { useAct } from "../parts/act.tsx"
import { useFirstFocus } from "../parts/firstFocus.ts"
import { useQueue } from "../parts/queue.ts"
import { ScanField } from "../parts/ScanField.tsx"
import { useSession } from "../session/session.ts"
import { ReaderDetails } from "./ReaderDetails.tsx"
import { useResultLines } from "./resultLines.tsx"
import { useServedReader } from "./servedReader.ts"

/** Card, Enter, barcode, Enter, barcode, Enter …; an empty Enter ends the reader's turn, another card begins the next. */
export const CheckOutView = (): ReactNode => {
  const { texts } = useLanguage()
  const { api, say } = useSession()
  const { act, outcome, clear } = useAct()
  const { add, list } = useResultLines()
  const inOrder = useQueue()
  const card = useFirstFocus()
  const barcode = useRef<HTMLInputElement>(null)
  const served = useServedReader()

  const begin = async (scanned: string): Promise<void> => {
    if (await served.begin(scanned)) return clear()
    add(false, texts.desk.readerUnknown(scanned))
    card.current?.focus()
  }
  const finish = (): void => {
    served.end()
    clear()
    card.current?.focus()
  }
  const lend = async (item: string): Promise<void> => {
    const reader = served.current()
    if (reader === null) return add(false, texts.desk.notLent(item), [texts.desk.cardFirst])
    const found = await api.item(item)
    if (found.kind !== "done" && (await served.begin(item))) return clear()
    const title = found.kind === "done" ? found.value.title.title : item
    await act({
      send: (key, overriding) => api.checkOut({ item, card: reader, ...overriding }, key),
      done: async ({ dueAt, filledReservationId, overrides }) => {
        await served.refresh()
        const text = texts.desk.lent(title, say.instant(dueAt))
        const filled = filledReservationId === null ? [] : [texts.desk.lentFilled]
        add(true, text, [...filled, ...new Set(overrides.map(({ reason }) => texts.override.why(reason)))])
        barcode.current?.focus()
        return text
      },
      notDone: texts.desk.notLent(title),
      onFailure: (reasons) => add(false, texts.desk.notLent(title), reasons),
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
          {outcome}
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
