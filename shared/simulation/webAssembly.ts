import type { Kernel } from './kernel.ts';
import type { SharedMemory } from './poolHost.ts';

/* What page and Node have in common of WebAssembly; the language's own types do not know it. */

interface WasmMemory {
  readonly buffer: SharedArrayBuffer;
}

declare const WebAssembly: {
  readonly compile: (bytes: ArrayBuffer | Uint8Array<ArrayBuffer>) => Promise<unknown>;
  readonly Instance: new (module: unknown, imports: unknown) => { readonly exports: unknown };
  readonly Memory: new (size: {
    readonly initial: number;
    readonly maximum: number;
    readonly shared: boolean;
  }) => WasmMemory;
};

const wasmPage = 65_536;

/**
 * The module compiled, or undefined where there is no WebAssembly, one without SIMD, or no file: the plain way gives the
 * same digits then.
 */
export async function compiledModule(
  read: () => Promise<ArrayBuffer | Uint8Array<ArrayBuffer>>,
): Promise<unknown> {
  try {
    return await WebAssembly.compile(await read());
  } catch {
    return undefined;
  }
}

/** @throws RangeError where there is not so much memory, or more than WebAssembly can address */
export function shareMemory(bytes: number, isForModule: boolean): SharedMemory {
  if (!isForModule) {
    const buffer = new SharedArrayBuffer(bytes);
    return { sent: buffer, buffer };
  }
  const pages = Math.ceil(bytes / wasmPage);
  const memory = new WebAssembly.Memory({ initial: pages, maximum: pages, shared: true });
  return { sent: memory, buffer: memory.buffer };
}

/** In a worker: the module's functions over the memory it was sent. */
export function kernelOf(module: unknown, memory: unknown): Kernel {
  return new WebAssembly.Instance(module, { env: { memory } }).exports as Kernel;
}

export function bufferOf(memory: unknown): SharedArrayBuffer {
  return memory instanceof SharedArrayBuffer ? memory : (memory as WasmMemory).buffer;
}
