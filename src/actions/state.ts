/** The name under which main keeps its journal's last entry for the post step. */
export const stateName = 'journal'

/** The name under which main keeps its mark, by which post knows main's notes. */
export const markName = 'main'
