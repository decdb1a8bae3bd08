import classes from './DropPicture.module.css'

/** Loose sheets on the left, a checked table on the right. */
export function DropPicture() {
  return (
    <svg viewBox="0 0 220 150" className={classes.picture} aria-hidden>
      <g className={classes.sheet} transform="rotate(-11 50 78)">
        <rect x="18" y="30" width="62" height="84" rx="5" />
        <path d="M28 46h26M28 58h42M28 66h38M28 74h42" />
      </g>
      <g className={classes.sheet} transform="rotate(5 70 74)">
        <rect x="38" y="28" width="62" height="84" rx="5" />
        <path d="M48 44h22M48 58h42M48 66h34M48 74h42M70 96h20" />
        <rect x="66" y="89" width="28" height="14" rx="3" className={classes.mark} />
      </g>
      <path d="M110 75h18m-6-6 6 6-6 6" className={classes.arrow} />
      <g className={classes.table}>
        <rect x="138" y="36" width="70" height="78" rx="6" />
        <path d="M138 54h70M138 74h70M138 94h70M166 36v78" />
        <path d="M146 64l3 3 5-6M146 84l3 3 5-6M146 104l3 3 5-6" className={classes.tick} />
        <path d="M174 64h24M174 84h18M174 104h22" className={classes.value} />
      </g>
    </svg>
  )
}
