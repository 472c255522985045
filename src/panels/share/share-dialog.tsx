import { useId, useState } from 'react';
import { counted } from '../../charts/numbers';
import { currentSession } from '../../store/current-session';
import { LARGEST_IN_LINK } from '../../store/own-graphs';
import { selectionTravels } from '../../store/permalink';
import type { DatasetRef } from '../../store/session';
import { isLearned } from '../../store/stepping';
import { useStore } from '../../store/store';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { shownHop } from '../shown-hop';
import { CopyField } from './copy-field';
import { ExportTable, type ExportTableProps } from './export-table';
import './share-dialog.css';

export interface ShareDialogProps extends Omit<ExportTableProps, 'onDone'> {
  onClose: () => void;
  /** The address of what is on screen. */
  address: string;
  /** The HTML that puts it into a page. */
  embedCode: string;
}

/** The link, the session file for what it cannot carry, files of every view, and the code for a page of one's own. */
export function ShareDialog({ onClose, address, embedCode, onSave, onCopy }: ShareDialogProps) {
  const dataset = useStore((state) => state.dataset);
  const learned = useStore((state) => isLearned(state.recipe));
  const hop = useStore(shownHop);
  const [done, setDone] = useState('');
  const embedding = useId();
  const selected = useStore(({ selection }) => selection?.length ?? 0);
  const travels = useStore(() => selectionTravels(currentSession()));
  const missing = notInLink(dataset, learned, travels ? 0 : selected);
  return (
    <Dialog control="share-dialog" title="Share and export" onClose={onClose}>
      <div className="share">
        <section aria-label="Link">
          <CopyField control="share-address" label="Link" value={address} copyAtOnce />
          <p className="field-hint">
            It brings back the graph, the recipe, the hop, the focus, the selection and the view, in{' '}
            {address.length.toLocaleString('en')} characters.
          </p>
          {missing && (
            <p className="share-warning" role="note">
              {missing} The session file carries all of it.
            </p>
          )}
          <div className="share-row">
            <Button control="save-session" onClick={() => void onSave('session.json').then(setDone)}>
              Save a session file
            </Button>
            <span className="field-hint">Drop it on the page, or open it, to go on where you are.</span>
          </div>
        </section>
        <section aria-labelledby="share-files">
          <h3 id="share-files">Files of what is on screen, at hop {hop}</h3>
          <ExportTable onSave={onSave} onCopy={onCopy} onDone={setDone} />
        </section>
        <details>
          <summary data-control="embed-code-shown">Put it into a page of your own</summary>
          <CopyField control="embed-code" label="HTML" value={embedCode} />
          <p className="field-hint" id={embedding}>
            With <code>?embed=https://your.site</code> in place of <code>?embed</code> that site may drive it by{' '}
            <code>postMessage</code>; the README says how.
          </p>
        </details>
        <p role="status" className="share-done">
          {done}
        </p>
      </div>
    </Dialog>
  );
}

/** What of the session does not travel in a link; null when all of it does. */
export function notInLink(dataset: DatasetRef, learned: boolean, selected: number): string | null {
  const tooLarge = dataset.kind === 'own' && dataset.data === undefined;
  const limit = `Packed, this graph is longer than the ${LARGEST_IN_LINK.toLocaleString('en')} characters that a link may carry`;
  if (tooLarge && learned) return `${limit}, and learned weights never travel in one.`;
  if (tooLarge) return `${limit}: the link finds it again in this browser only.`;
  if (learned) return 'Weights that were learned or opened do not travel in a link; it would show random ones.';
  return selected > 0 ? `The selection of ${counted(selected, 'node')} is too long for a link.` : null;
}
