import { lazy, Suspense } from 'react';
import { IconButton } from '../../ui/button';
import { useSidePanel } from '../use-side-panel';
import type { LaboratoryPanelProps } from './laboratory-panel';

const LaboratoryPanel = lazy(() =>
  import('./laboratory-panel').then((module) => ({ default: module.LaboratoryPanel })),
);

/** Opens and closes the laboratory, which is fetched when it is first opened. */
export function LaboratoryButton({ onSave }: Pick<LaboratoryPanelProps, 'onSave'>) {
  const { button, shown, toggle, close } = useSidePanel('laboratory');
  return (
    <>
      <IconButton
        ref={button}
        control="lab"
        icon="flask"
        label="Laboratory"
        tone="quiet"
        aria-expanded={shown}
        onClick={toggle}
      />
      {shown && (
        <Suspense>
          <LaboratoryPanel onClose={close} onSave={onSave} />
        </Suspense>
      )}
    </>
  );
}
