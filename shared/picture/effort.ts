/** Nodes up to which a layout is done in one go; a larger network gets a draft first and is refined in a worker. */
export const WHOLE_AT_ONCE = 150
