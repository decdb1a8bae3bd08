import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { completeLock } from './lock/completeLock.ts'

/** `npm run lock`: after packages changed, adds the parts of other systems to package-lock.json. */
const file = join(dirname(import.meta.dirname), 'package-lock.json')
writeFileSync(file, completeLock(readFileSync(file, 'utf8')))
