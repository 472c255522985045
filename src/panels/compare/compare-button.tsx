import { lazy, Suspense } from 'react';
import { attempt } from '../../store/attempt';
import { openComparison } from '../../store/lanes';
import { IconButton } from '../../ui/button';
import { useSidePanel } from '../use-side-panel';
import type { ComparePanelProps } from './compare-panel';

const ComparePanel = lazy(() => import('./compare-panel').then((module) => ({ default: module.ComparePanel })));

/** Opens and closes the comparison, which is fetched when it is first opened; with nothing to compare yet it begins one. */
export function CompareButton({ onSave }: Pick<ComparePanelProps, 'onSave'>) {
  const { button, shown, close } = useSidePanel('comparison');
  return (
    <>
      <IconButton
        ref={button}
        control="compare"
        icon="lanes"
        label="Compare"
        tone="quiet"
        aria-expanded={shown}
        onClick={() => (shown ? close() : void attempt('No lane could be added', openComparison))}
      />
      {shown && (
        <Suspense>
          <ComparePanel onClose={close} onSave={onSave} />
        </Suspense>
      )}
    </>
  );
}
