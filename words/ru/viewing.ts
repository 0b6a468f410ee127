/** The banner of whoever looks with the eyes of another, on all his pages, and what he is refused. */
export const viewing = {
  'viewing.read_only':
    'Вы смотрите глазами другого и ничего не меняете. Закончите просмотр, чтобы действовать от своего имени.',
  'viewing.private': 'Это личное: вход, ключи и пароли видит только сам человек.',
  'viewing.label': 'Просмотр глазами другого',
  'viewing.as': 'Смотрите как {name}',
  'viewing.as_role': 'Смотрите как роль «{role}»',
  'viewing.until': 'Без изменений, до {time}',
  'viewing.end': 'Закончить просмотр',
} as const
