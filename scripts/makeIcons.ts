import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import sharp from 'sharp'

/** Draws the icons of window and tray from the one picture that the pages use. Run when it changes. */
const root = dirname(import.meta.dirname)
const source = join(root, 'renderer', 'favicon.svg')
const iconsDir = join(root, 'resources', 'icons')

// Electron takes `tray@2x.png` by itself on screens with twice the dots.
const icons = { 'sheaf.png': 512, 'tray.png': 22, 'tray@2x.png': 44 }

mkdirSync(iconsDir, { recursive: true })
for (const [name, size] of Object.entries(icons)) {
  const density = (72 * size) / 32
  await sharp(source, { density }).resize(size, size).png().toFile(join(iconsDir, name))
}
