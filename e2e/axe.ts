import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from 'playwright/test'

/** What axe-core finds wrong with the view on the screen: nothing, or the rule with the element and axe's own words. */
export async function expectAccessible(page: Page, name: string, within = 'html'): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).include(within).analyze()
  const findings = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')}: ${failureSummary}`),
  )
  // The other views are looked at all the same.
  expect.soft(findings, `axe on ${name}`).toEqual([])
}

/** The same in light and in dark; of a dialog alone `within` it: axe does not see what lies over the rest. */
export async function expectAccessibleInBoth(
  page: Page,
  name: string,
  within = 'html',
): Promise<void> {
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme })
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', scheme)
    await expectAccessible(page, `${name}, ${scheme}`, within)
  }
}
