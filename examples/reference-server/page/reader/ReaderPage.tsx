import { type ReactNode, useCallback, useEffect, useState } from "react"
import { AccountPanel } from "../account/AccountPanel.tsx"
import type { Failure, ReaderFile } from "../api/model.ts"
import { ReaderBookings } from "../bookings/ReaderBookings.tsx"
import { LoansPanel } from "../file/LoansPanel.tsx"
import { ReservationsPanel } from "../file/ReservationsPanel.tsx"
import { readFile } from "../file/readerFile.ts"
import { useLanguage } from "../language/language.ts"
import { FailureBox } from "../parts/FailureBox.tsx"
import { Frame } from "../parts/Frame.tsx"
import { ReservePanel } from "../reserve/ReservePanel.tsx"
import { useSession } from "../session/session.ts"

/** A reader's own page: what is at home, what is coming, what is owed. */
export const ReaderPage = (): ReactNode => {
  const { texts } = useLanguage()
  const { api, me, place, signOut } = useSession()
  const [file, setFile] = useState<ReaderFile | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const refresh = useCallback(async (): Promise<void> => {
    const reply = await readFile(api, "me")
    setFailure(reply.kind === "done" ? null : reply)
    if (reply.kind === "done") setFile(reply.value)
  }, [api])
  useEffect(() => void refresh(), [refresh])
  const name = me.kind === "reader" ? me.reader.name : me.id
  return (
    <Frame title={texts.reader.hello(name)} place={place.name} who={name} onSignOut={signOut}>
      {failure !== null && <FailureBox failure={failure} onAgain={() => void refresh()} />}
      {file === null && failure === null && <p>{texts.page.loading}</p>}
      {file !== null && <OwnFile file={file} refresh={refresh} />}
    </Frame>
  )
}

const OwnFile = ({ file, refresh }: { file: ReaderFile; refresh: () => Promise<void> }): ReactNode => {
  const { texts } = useLanguage()
  const { card, homeBranch } = file.reader
  return (
    <div className="columns">
      <div>
        <LoansPanel heading={texts.loans.mine} loans={file.loans} card={card} refresh={refresh} />
        <AccountPanel
          heading={texts.account.mine}
          whose="me"
          account={file.account}
          appeals={file.appeals}
          card={card}
          refresh={refresh}
        />
      </div>
      <div>
        <ReservationsPanel
          heading={texts.reservations.mine}
          reservations={file.reservations}
          card={card}
          refresh={refresh}
        />
        <ReaderBookings bookings={file.bookings} refresh={refresh} />
        <ReservePanel card={card} branch={homeBranch} refresh={refresh} />
      </div>
    </div>
  )
}
