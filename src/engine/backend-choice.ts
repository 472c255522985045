import { getBackend, setBackend } from '@tensorflow/tfjs-core';
import { OPENERS, PREFERENCE, TITLES } from './backends';
import type { OpenBackend } from './open-backend';
import type { BackendName, BackendReport } from './protocol';

export interface Choice {
  backend: OpenBackend;
  report: BackendReport;
}

/** The fastest of `candidates` that opens; the reason names those that did not. Rejects when none does. */
export async function openFastest(candidates: readonly BackendName[] = PREFERENCE, because?: string): Promise<Choice> {
  const refused: string[] = because ? [because] : [];
  for (const name of candidates) {
    try {
      const backend = await OPENERS[name]();
      const why = refused.length > 0 ? `${sentence(refused.join('; '))}.` : 'The fastest there is.';
      return { backend, report: reportOf(backend, why) };
    } catch (error) {
      refused.push(`${TITLES[name]} is not to be had: ${messageOf(error)}`);
    }
  }
  throw new Error(`No backend could be opened. ${refused.join('; ')}.`);
}

/** The backend named, or a rejection with why it is not to be had; TensorFlow.js then stays on the one it had. */
export async function openNamed(name: BackendName): Promise<Choice> {
  if (!(name in OPENERS)) throw new Error(`There is no backend "${name}": it can be webgpu, wasm or cpu.`);
  const before = getBackend();
  try {
    const backend = await OPENERS[name]();
    return { backend, report: reportOf(backend, 'Asked for by name.') };
  } catch (error) {
    if (before && getBackend() !== before) await setBackend(before);
    throw new Error(`${TITLES[name]} is not to be had: ${messageOf(error)}.`);
  }
}

function reportOf({ name, adapter, software }: OpenBackend, reason: string): BackendReport {
  const onProcessor = name === 'webgpu' && software ? ' Its adapter is software: it computes on the processor.' : '';
  return { name, adapter, software, reason: `${reason}${onProcessor}` };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
