import type { ReactNode } from "react"
import { AccountPanel } from "../account/AccountPanel.tsx"
import type { ReaderFile } from "../api/model.ts"
import { ReaderBookings } from "../bookings/ReaderBookings.tsx"
import { LoansPanel } from "../file/LoansPanel.tsx"
import { NotesPanel } from "../file/NotesPanel.tsx"
import { ReaderSummary } from "../file/ReaderSummary.tsx"
import { ReservationsPanel } from "../file/ReservationsPanel.tsx"
import { useLanguage } from "../language/language.ts"
import { ReservePanel } from "../reserve/ReservePanel.tsx"
import { useSession } from "../session/session.ts"

/** The reader at the desk: who, what colleagues wrote, loans, reservations, account. */
export const ReaderDetails = (props: { file: ReaderFile; refresh: () => Promise<void> }): ReactNode => {
  const { file, refresh } = props
  const { texts } = useLanguage()
  const { me } = useSession()
  const { card } = file.reader
  return (
    <div>
      <ReaderSummary reader={file.reader} />
      <NotesPanel card={card} blocks={file.blocks} notes={file.notes} refresh={refresh} />
      <LoansPanel heading={texts.loans.title} loans={file.loans} card={card} refresh={refresh} />
      <ReservationsPanel
        heading={texts.reservations.title}
        reservations={file.reservations}
        card={card}
        refresh={refresh}
      />
      <ReaderBookings bookings={file.bookings} refresh={refresh} />
      <ReservePanel card={card} branch={me.branch} refresh={refresh} />
      <AccountPanel
        heading={texts.account.title}
        whose={{ card }}
        account={file.account}
        appeals={file.appeals}
        card={card}
        refresh={refresh}
      />
    </div>
  )
}
