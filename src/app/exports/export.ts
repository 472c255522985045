import { graphTitle } from '../../panels/names';
import { sessionFile } from '../../store/session-file';
import { useStore } from '../../store/store';
import { weightsFile } from '../../store/training';
import { fileName } from '../../ui/save-file';
import { pictureOf } from '../pictures/picture';
import { dataAs } from './data';
import { type Kind, parseKind } from './kinds';

/**
 * What is on screen, as a file.
 * @param kind see `kinds.ts`. @param link the address that brings it back, for pictures.
 * @throws {Error} naming the kinds there are, or saying what is missing.
 */
export async function exportAs(written: string, link: string): Promise<Blob> {
  const kind = parseKind(written);
  switch (kind.is) {
    case 'picture':
      return pictureOf(kind.view, kind.format, link);
    case 'data':
      return dataAs(kind.data, kind.format, kind.hop);
    case 'session':
      return sessionFile();
    case 'weights':
      return new Blob([new Uint8Array(await weightsFile())], { type: 'application/octet-stream' });
  }
}

/** What the file of such an export is called. */
export function exportName(written: string): string {
  const kind = parseKind(written);
  const state = useStore.getState();
  if ((kind.is === 'data' && kind.data === 'experiment') || (kind.is === 'picture' && kind.view === 'experiment')) {
    return `${fileName(state.laboratory.experiment?.spec.name ?? 'experiment')}.${kind.format}`;
  }
  const subject = [graphTitle(state), state.recipe.conv, ...(isOfHop(kind) ? [`hop ${state.hop}`] : [])].join(' ');
  if (kind.is === 'session') return `${fileName(graphTitle(state))}.hopscope.json`;
  const [name, ending] = written.replace(/@\d+/, '').split('.');
  return `${fileName(`${subject} ${name}`)}.${ending}`;
}

function isOfHop(kind: Kind): boolean {
  return (
    kind.is === 'picture' ||
    (kind.is === 'data' && !['measures', 'logits', 'epochs', 'experiment', 'comparison'].includes(kind.data))
  );
}
