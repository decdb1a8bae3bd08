import { arrangeItem } from '../arrangeItem.ts'
import type { Core } from '../core.ts'
import { itemPages } from '../itemPages.ts'
import type { HandlersOf } from './index.ts'

export function itemHandlers(core: Core): HandlersOf<'item'> {
  return {
    'item.pages': ({ itemId }) => itemPages(core, itemId),
    'item.arrange': async (input) => {
      await arrangeItem(core, input)
      return itemPages(core, input.itemId)
    },
  }
}
