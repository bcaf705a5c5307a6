/** A file taken over as text. */
declare module '*.md?raw' {
  const text: string;
  export default text;
}
