import { useApp } from '../store/appStore.ts';
import { ask } from './ask.ts';

/** The observed prices of GPU-hours, which no edit of a site changes. */
export async function loadGpuPrices(): Promise<void> {
  const gpuPrices = await ask('backcast.gpuPrices', {});
  useApp.getState().set({ gpuPrices: gpuPrices ?? [] });
}
