import { type ReactNode, useState } from "react"
import { useServedReader } from "../desk/servedReader.ts"
import { ReaderSummary } from "../file/ReaderSummary.tsx"
import { useLanguage } from "../language/language.ts"
import { useFirstFocus } from "../parts/firstFocus.ts"
import { ScanField } from "../parts/ScanField.tsx"
import { AccountPanel } from "./AccountPanel.tsx"

/** The account of the reader whose card was scanned, for who takes money. */
export const AccountView = (): ReactNode => {
  const { texts } = useLanguage()
  const served = useServedReader()
  const field = useFirstFocus()
  const [unknown, setUnknown] = useState<string | null>(null)
  const show = async (card: string): Promise<void> => {
    served.end()
    setUnknown((await served.begin(card)) ? null : card)
  }
  return (
    <div className="columns">
      <div className="card scans">
        <ScanField
          label={texts.desk.card}
          help={texts.desk.cardHelp}
          action={texts.desk.show}
          field={field}
          onScan={(card) => card !== "" && void show(card)}
        />
        {unknown !== null && (
          <p role="alert" className="reason">
            {texts.desk.readerUnknown(unknown)}
          </p>
        )}
      </div>
      {served.file !== null && (
        <div>
          <ReaderSummary reader={served.file.reader} />
          <AccountPanel
            key={served.file.reader.readerId}
            heading={texts.account.title}
            whose={{ card: served.file.reader.card }}
            account={served.file.account}
            appeals={served.file.appeals}
            card={served.file.reader.card}
            refresh={served.refresh}
          />
        </div>
      )}
    </div>
  )
}
