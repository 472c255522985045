import { lazy, Suspense, useRef } from 'react';
import { attempt } from '../../store/attempt';
import { openComparison } from '../../store/lanes';
import { showComparison } from '../../store/side-panels';
import { useStore } from '../../store/store';
import { IconButton } from '../../ui/button';
import type { ComparePanelProps } from './compare-panel';

const ComparePanel = lazy(() => import('./compare-panel').then((module) => ({ default: module.ComparePanel })));

/** Opens and closes the comparison, which is fetched when it is first opened; with nothing to compare yet it begins one. */
export function CompareButton({ onSave }: Pick<ComparePanelProps, 'onSave'>) {
  const button = useRef<HTMLButtonElement>(null);
  const shown = useStore((state) => state.comparing);
  const close = () => {
    showComparison(false);
    button.current?.focus();
  };
  return (
    <>
      <IconButton
        ref={button}
        control="compare"
        icon="lanes"
        label="Compare"
        tone="quiet"
        aria-expanded={shown}
        onClick={() => (shown ? showComparison(false) : void attempt('No lane could be added', openComparison))}
      />
      {shown && (
        <Suspense>
          <ComparePanel onClose={close} onSave={onSave} />
        </Suspense>
      )}
    </>
  );
}
