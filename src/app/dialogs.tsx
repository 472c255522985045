import { lazy, Suspense, useMemo } from 'react';
import { closeDialog } from '../store/page';
import { useStore } from '../store/store';
import { offeredCommands } from './commands/commands';
import { goToNode } from './commands/node';
import { capsOf } from './keys';
import { KeysDialog } from './keys-dialog';

const palette = () => import('../panels/palette/palette');
const Palette = lazy(() => palette().then((module) => ({ default: module.Palette })));

/** Fetches what would otherwise be fetched as it is opened: what is typed right after its key must find it there. */
export function fetchDialogs(): Promise<unknown> {
  return palette();
}

/** What is open over the page. */
export function Dialogs() {
  const dialog = useStore((state) => state.page.dialog);
  const hidden = useStore((state) => state.page.hidden);
  const commands = useMemo(() => offeredCommands(hidden), [hidden]);
  return (
    <>
      <KeysDialog open={dialog === 'keys'} commands={commands} onClose={() => closeDialog('keys')} />
      <Suspense>
        {dialog === 'palette' && (
          <Palette commands={commands} capsOf={capsOf} onNode={goToNode} onClose={() => closeDialog('palette')} />
        )}
      </Suspense>
    </>
  );
}
