/** The name under which main keeps its journal's last entry for the post step. */
export const stateName = 'journal'
