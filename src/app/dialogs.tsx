import { lazy, Suspense, useMemo } from 'react';
import { currentSession } from '../store/current-session';
import { closeDialog } from '../store/page';
import { useStore } from '../store/store';
import { addressOf, embedCode } from './address-of';
import { offeredCommands } from './commands/commands';
import { goToNode } from './commands/node';
import { copyData, saveExport } from './exports/save';
import { capsOf } from './keys';
import { KeysDialog } from './keys-dialog';

const palette = () => import('../panels/palette/palette');
const Palette = lazy(() => palette().then((module) => ({ default: module.Palette })));

const share = () => import('../panels/share/share-dialog');
const ShareDialog = lazy(() => share().then((module) => ({ default: module.ShareDialog })));

/** Fetches what would otherwise be fetched as it is opened: what is typed right after its key must find it there. */
export function fetchDialogs(): Promise<unknown> {
  return Promise.all([palette(), share()]);
}

/** What is open over the page. */
export function Dialogs() {
  const dialog = useStore((state) => state.page.dialog);
  const hidden = useStore((state) => state.page.hidden);
  const commands = useMemo(() => offeredCommands(hidden), [hidden]);
  return (
    <>
      {dialog === 'keys' && <KeysDialog commands={commands} onClose={() => closeDialog('keys')} />}
      <Suspense>
        {dialog === 'palette' && (
          <Palette commands={commands} capsOf={capsOf} onNode={goToNode} onClose={() => closeDialog('palette')} />
        )}
      </Suspense>
      <Suspense>
        {dialog === 'share' && (
          <ShareDialog
            address={addressOf(currentSession())}
            embedCode={embedCode(currentSession())}
            onSave={saveExport}
            onCopy={copyData}
            onClose={() => closeDialog('share')}
          />
        )}
      </Suspense>
    </>
  );
}
