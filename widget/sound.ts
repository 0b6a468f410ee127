/** Two short notes, made on the spot: a sound file would be one more line in the page's policy. */
export function beep(): void {
  const context = new AudioContext()
  const volume = context.createGain()
  const tone = context.createOscillator()
  tone.connect(volume).connect(context.destination)
  tone.frequency.setValueAtTime(660, 0)
  tone.frequency.setValueAtTime(880, context.currentTime + 0.09)
  volume.gain.setValueAtTime(0.06, context.currentTime)
  volume.gain.linearRampToValueAtTime(0, context.currentTime + 0.22)
  tone.onended = () => void context.close()
  tone.start()
  tone.stop(context.currentTime + 0.23)
}
