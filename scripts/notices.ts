import { writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { noticesText } from './notices/noticesText.ts'

/** `npm run notices`: writes THIRD_PARTY_NOTICES.md anew, after packages changed. */
const root = dirname(import.meta.dirname)
writeFileSync(join(root, 'THIRD_PARTY_NOTICES.md'), noticesText(root))
