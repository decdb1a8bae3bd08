/** Names that both sides of Electron's bridge know; this file imports nothing. */

/** Where the window finds the built pages: a scheme of our own, so that file: stays shut. */
export const ownOrigin = 'sheaf://app'
export const ownPage = `${ownOrigin}/`

/** Where it finds the pictures of pages: `sheaf-page://page/<imageId>`. */
export const pageOrigin = 'sheaf-page://page'

/** The one way in and the one way out; commands and events have their names inside. */
export const callChannel = 'sheaf:call'
export const eventChannel = 'sheaf:event'
