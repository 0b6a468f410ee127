/** Roles of the company, and looking with the eyes of others: refusals under their codes, the history, the pages. */
export const access = {
  'viewing.not_yours': 'Смотреть глазами других могут владелец и администратор.',
  'viewing.self': 'Это вы сами: вы и так видите компанию своими глазами.',
  'viewing.owner': 'Глазами владельца смотреть нельзя: он видит больше всех.',
  'viewing.above': 'Так вы увидели бы больше, чем вам положено. Попросите владельца.',
  'viewing.no_access': '{name}: доступа нет, смотреть нечего.',
  'viewing.one_of': 'Выберите человека или роль.',
  'viewing.of_whom': 'Исполнитель видит только свои задачи. Выберите человека.',
  'viewing.do': 'Посмотреть как {name}',
  'viewing.do_role': 'Посмотреть как роль «{role}»',
  'viewing.about': 'Всё, что видит этот человек. Менять ничего нельзя',
  'viewing.heading': 'Посмотреть как…',
  'viewing.hint':
    'Приложение покажет всё ровно так, как видит выбранный человек или роль. Менять ничего нельзя; через 30 минут просмотр закончится сам. В истории останется запись.',
  'viewing.whom': 'Человек',
  'viewing.begin': 'Посмотреть',
  'event.member.viewing_begun':
    'начат просмотр глазами: {role, select, admin {роль «Администратор»} manager {роль «Менеджер»} accountant {роль «Бухгалтер»} member {роль «Сотрудник»} other {{name}}}',
  'event.member.viewing_ended':
    'закончен просмотр глазами: {role, select, admin {роль «Администратор»} manager {роль «Менеджер»} accountant {роль «Бухгалтер»} member {роль «Сотрудник»} other {{name}}}, смотрел {by}',
  'right.people.view_as': 'Смотреть глазами других',
} as const
