import { type ReactNode, useState } from "react"
import { DeskPage } from "./desk/DeskPage.tsx"
import { LanguageProvider } from "./language/LanguageProvider.tsx"
import { AnnouncementProvider } from "./parts/announcement.tsx"
import { ReaderPage } from "./reader/ReaderPage.tsx"
import { SessionProvider } from "./session/SessionProvider.tsx"
import { type SignedIn, SignIn } from "./session/SignIn.tsx"

/** Signed out: the way in. Signed in: the desk for staff, their own page for readers. */
export const App = (): ReactNode => {
  const [signedIn, setSignedIn] = useState<SignedIn | null>(null)
  return (
    <LanguageProvider>
      <AnnouncementProvider>
        {signedIn === null ? (
          <SignIn onSignedIn={setSignedIn} />
        ) : (
          <SessionProvider signedIn={signedIn} onSignedOut={() => setSignedIn(null)}>
            {signedIn.me.kind === "staff" ? <DeskPage /> : <ReaderPage />}
          </SessionProvider>
        )}
      </AnnouncementProvider>
    </LanguageProvider>
  )
}
