import '@fontsource-variable/inter'
import '@mantine/core/styles.css'
import '@mantine/notifications/styles.css'
import './theme.css'
import { MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './App.tsx'
import { colorSchemeManager } from './colorSchemeManager.ts'
import { holdKeyboard } from './holdKeyboard.ts'
import { holdLeaving } from './holdLeaving.ts'
import { refuseStrayDrops } from './refuseStrayDrops.ts'
import { connectStores } from './stores/connectStores.ts'
import { followRoute } from './stores/followRoute.ts'
import { cssVariables, theme } from './theme.ts'

const remembered = colorSchemeManager()
const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')

refuseStrayDrops()
connectStores()
holdLeaving()
holdKeyboard()
followRoute()
createRoot(root).render(
  <StrictMode>
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      colorSchemeManager={remembered}
      defaultColorScheme="auto"
    >
      <Notifications position="bottom-left" limit={3} autoClose={8000} />
      <App />
    </MantineProvider>
  </StrictMode>,
)
