/** Files: refusals under their codes, sentences of the timeline. */
export const files = {
  'file.missing': 'Такого файла нет, или у вас нет к нему доступа.',
  'file.none': 'Файл не выбран. Выберите файл и отправьте ещё раз.',
  'file.empty': 'Файл пустой. Проверьте его и отправьте ещё раз.',
  'file.too_large': 'Файл больше 50 МБ. Уменьшите его или разделите на части.',
  'file.no_preview': 'Этот снимок в формате, который браузер не показывает. Попросите прислать его как JPEG.',
  'event.file.stored': 'новый файл «{name}»',
} as const
