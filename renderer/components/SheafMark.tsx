/** The mark: sheets bound by a band. */
export function SheafMark({ size = 22 }: { readonly size?: number }) {
  return (
    <svg viewBox="0 0 32 32" width={size} height={size} aria-hidden>
      <rect width="32" height="32" rx="8" fill="var(--mantine-primary-color-filled)" />
      <g fill="none" stroke="#fff" strokeWidth="2.2" strokeLinecap="round" strokeLinejoin="round">
        <path d="M9 8.5 13.2 16 9 23.5" opacity=".65" />
        <path d="M23 8.5 18.8 16 23 23.5" opacity=".65" />
        <path d="M16 7v18" />
        <path d="M11.5 16h9" strokeWidth="3" />
      </g>
    </svg>
  )
}
