export const draft = 0
