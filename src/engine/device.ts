import { type Choice, openFastest } from './backend-choice';
import type { OpenBackend } from './open-backend';
import type { BackendReport } from './protocol';
import type { Turns } from './turns';

type LossListener = (report: BackendReport, message: string) => void;

/** The one backend that computes. Where its device is lost another takes its place. */
export interface Device {
  /** The backend, or null before the first. */
  current(): OpenBackend | null;
  /** @throws {Error} before the first. */
  started(): OpenBackend;
  /** Takes this one from now on, and closes the one before. */
  adopt(choice: Choice): BackendReport;
  /** Does `work` of a ticket; when the device is lost meanwhile, moves to another backend and does it again. */
  surviving<T>(ticket: number, work: () => Promise<T>): Promise<T>;
  onLost(listener: LossListener): void;
}

export function createDevice({ enqueue, newest }: Pick<Turns, 'enqueue' | 'newest'>): Device {
  let backend: OpenBackend | null = null;
  const listeners: LossListener[] = [];

  const adopt = ({ backend: next, report }: Choice): BackendReport => {
    if (backend && backend !== next) backend.close();
    backend = next;
    void next.lost.then((reason) => enqueue(() => replaceLost(next, reason)));
    return report;
  };

  const replaceLost = async (gone: OpenBackend, reason: string): Promise<void> => {
    if (backend !== gone) return;
    const report = adopt(await openFastest(['wasm', 'cpu'], `the graphics device was lost (${reason})`));
    const message = `The browser’s reason: ${reason}. Everything computed so far is kept; new runs use ${report.adapter}.`;
    for (const listener of listeners) listener(report, message);
  };

  return {
    current: () => backend,
    started() {
      if (!backend) throw new Error('The engine has no backend yet: start it first.');
      return backend;
    },
    adopt,
    async surviving(ticket, work) {
      const ran = backend;
      try {
        return await work();
      } catch (error) {
        // Reading from a lost device fails with the browser's exception, before the device says that it is lost.
        const gone = ran && error instanceof DOMException ? await lostBy(ran) : null;
        if (!ran || gone === null || ticket !== newest()) throw error;
        await replaceLost(ran, gone);
        return work();
      }
    },
    onLost: (listener) => void listeners.push(listener),
  };
}

/** Why this backend's device is gone, or null when it is there after all. */
function lostBy(backend: OpenBackend): Promise<string | null> {
  const grace = new Promise<null>((resolve) => setTimeout(() => resolve(null), 100));
  return Promise.race([backend.lost, grace]);
}
