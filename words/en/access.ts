/** Roles of the company, and looking with the eyes of others: refusals under their codes, the history, the pages. */
export const access = {
  'viewing.not_yours': 'Only the owner and administrators may look with the eyes of others.',
  'viewing.self': 'That is you: you see the company with your own eyes already.',
  'viewing.owner': 'Nobody looks with the owner’s eyes: he sees more than anybody.',
  'viewing.above': 'That would show you more than you may see. Ask the owner.',
  'viewing.no_access': '{name} has no access, so there is nothing to see.',
  'viewing.one_of': 'Choose a person or a role.',
  'viewing.of_whom': 'Performers see their own tasks only. Choose a person.',
  'viewing.do': 'View as {name}',
  'viewing.do_role': 'View as the role “{role}”',
  'viewing.about': 'Everything this person sees. Nothing can be changed',
  'viewing.heading': 'View as…',
  'viewing.hint':
    'The application will show everything exactly as the chosen person or role sees it. Nothing can be changed; after 30 minutes the view ends by itself. The history keeps a record.',
  'viewing.whom': 'Person',
  'viewing.begin': 'View',
  'event.member.viewing_begun':
    'began to view as {role, select, admin {the role “Administrator”} manager {the role “Manager”} accountant {the role “Accountant”} member {the role “Employee”} other {{name}}}',
  'event.member.viewing_ended':
    'ended the view as {role, select, admin {the role “Administrator”} manager {the role “Manager”} accountant {the role “Accountant”} member {the role “Employee”} other {{name}}}, viewed by {by}',
  'right.people.view_as': 'Look with the eyes of others',
}
