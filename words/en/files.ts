/** Files: refusals under their codes, sentences of the timeline. */
export const files = {
  'file.missing': 'There is no such file, or you have no access to it.',
  'file.none': 'No file is chosen. Choose one and send again.',
  'file.empty': 'The file is empty. Check it and send again.',
  'file.too_large': 'The file is larger than 50 MB. Make it smaller or split it.',
  'file.no_preview': 'Browsers cannot show this kind of picture. Ask for it as JPEG.',
  'event.file.stored': 'stored the file “{name}”',
} as const
