/** Load of the performers: its page, its workbook, its refusals. */
export const load = {
  'load.not_yours': 'Загрузку видят те, кто ведёт исполнителей или читает отчёты. Попросите доступ у администратора.',
  'load.too_long': 'Период длиннее {limit} дней. Выберите короче.',
  'load.heading': 'Загрузка',
  'load.group': 'Группа',
  'load.person': 'Исполнитель',
  'load.specialities': 'Специальности',
  'load.available': 'Доступно, ч',
  'load.planned': 'План, ч',
  'load.actual': 'Факт, ч',
  'load.share': 'Загрузка',
  'load.total': 'Всего',
  'load.no_group': 'Без специальности',
  'load.file': 'Загрузка {from} – {to}.xlsx',
} as const
