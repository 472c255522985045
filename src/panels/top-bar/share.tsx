import { useEffect, useState } from 'react';
import type { DatasetRef } from '../../store/session';
import { Popover } from '../../ui/popover';
import './share.css';

interface ShareProps {
  dataset: DatasetRef;
  /** The address of what is on screen. */
  address: () => string;
}

/** Copies the address, and shows it for those whose browser does not let a page copy. */
export function Share({ dataset, address }: ShareProps) {
  return (
    <Popover control="share" label="Share" triggerClass="button-ink" trigger="Share">
      {() => <ShareBody address={address()} tooLarge={dataset.kind === 'own' && dataset.data === undefined} />}
    </Popover>
  );
}

export function ShareBody({ address, tooLarge }: { address: string; tooLarge: boolean }) {
  const [copied, setCopied] = useState<boolean | null>(null);
  useEffect(() => {
    // Without a secure context there is no clipboard at all.
    if (!navigator.clipboard) {
      setCopied(false);
      return;
    }
    navigator.clipboard.writeText(address).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  }, [address]);
  return (
    <div className="popover-body">
      <p role="status">
        {copied === true && <strong>The address is copied. </strong>}
        {copied === false && 'This browser does not let the page copy; copy the address here. '}
        It carries the graph, the recipe, the hop and the view.
      </p>
      <input
        className="input"
        data-control="share-address"
        aria-label="Address"
        readOnly
        value={address}
        onFocus={(event) => event.target.select()}
      />
      {tooLarge && (
        <p className="share-warning">
          This graph is too large to travel in a link. This browser finds it again; for anyone else send the file along.
        </p>
      )}
    </div>
  );
}
