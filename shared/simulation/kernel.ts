/** What the WebAssembly module gives (`shared/engine/kernel/assembly`); addresses in bytes. */
export interface Kernel {
  simulate(
    firstPath: number,
    endPath: number,
    firstSeries: number,
    endSeries: number,
    parameters: number,
    scratch: number,
    results: number,
    strideBytes: number,
  ): void;
  summarise(values: number, count: number, work: number, to: number): void;
  summariseQuantiles(values: number, count: number, work: number, to: number): void;
  countAbove(first: number, second: number, count: number): number;
}

/** The module keeps its constants below this address; a work's memory begins here. */
export const firstFreeByte = 65_536;
