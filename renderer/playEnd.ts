const notes = [
  { hertz: 659.25, at: 0 },
  { hertz: 880, at: 0.14 },
] as const
const lasts = 0.35

/** Two short notes, drawn up here: no file has to be shipped. Silent where the browser allows no sound yet. */
export function playEnd(): void {
  const context = new AudioContext()
  for (const { hertz, at } of notes) {
    const start = context.currentTime + at
    const tone = new OscillatorNode(context, { type: 'sine', frequency: hertz })
    const loudness = new GainNode(context, { gain: 0 })
    // Up and down again without a click.
    loudness.gain.setValueAtTime(0, start)
    loudness.gain.linearRampToValueAtTime(0.18, start + 0.02)
    loudness.gain.exponentialRampToValueAtTime(0.001, start + lasts)
    tone.connect(loudness).connect(context.destination)
    tone.start(start)
    tone.stop(start + lasts)
    if (at === notes[1].at) tone.onended = () => void context.close()
  }
}
