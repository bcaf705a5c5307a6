/** What the first screen offers but does not need to be painted: with it come the words of every step. */
export const laterActions = () => import('./actions.ts');
