/** The banner of whoever looks with the eyes of another, on all his pages, and what he is refused. */
export const viewing = {
  'viewing.read_only': 'You are looking with another’s eyes and change nothing. End the view to act in your own name.',
  'viewing.private': 'This is private: sign-ins, keys and passwords are shown to the person only.',
  'viewing.label': 'View with another’s eyes',
  'viewing.as': 'You are viewing as {name}',
  'viewing.as_role': 'You are viewing as the role “{role}”',
  'viewing.until': 'Read only, until {time}',
  'viewing.end': 'End the view',
}
