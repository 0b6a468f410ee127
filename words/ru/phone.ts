/** Words of the phone's pieces, shared by performer and customer. */
export const phone = {
  'net.none': 'Нет сети. Всё введённое сохранится на телефоне',
  'net.kept': 'Нет сети. Сохранено на телефоне: {n}',
  'net.sending': 'Отправляем: {n}',
  'net.sent': 'Всё отправлено',
  'net.on_phone': 'Пока только на этом телефоне',
  'photo.add': 'Добавить фото',
  'photo.drop': 'Убрать фото',
} as const
