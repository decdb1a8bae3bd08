import { expect, test } from './withHost.ts'

test('the picture of the tab is asked from the host once, wherever a person goes', async ({
  page,
}) => {
  const asked: string[] = []
  const browser = await page.context().newCDPSession(page)
  await browser.send('Network.enable')
  // The browser asks at each change of the address, and answers itself where it has kept the answer.
  browser.on('Network.responseReceived', ({ response }) => {
    if (response.url.includes('favicon') && !response.fromDiskCache) asked.push(response.url)
  })
  for (const [key, name] of [
    ['m', 'Templates'],
    ['w', 'Watched folders'],
    ['d', 'Upkeep'],
    [',', 'Settings'],
  ] as const) {
    await page.keyboard.press(key)
    await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible()
  }
  expect(asked.length).toBeLessThanOrEqual(1)
})
