import { HomeView } from './HomeView.tsx'
import { PreflightSheet } from './PreflightSheet.tsx'

/** A draft lies on the desk where it was dropped: what reading it would mean, and one decision. */
export function DraftView() {
  return (
    <>
      <HomeView />
      <PreflightSheet />
    </>
  )
}
