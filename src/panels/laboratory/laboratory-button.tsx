import { lazy, Suspense, useRef } from 'react';
import { showLaboratory } from '../../store/side-panels';
import { useStore } from '../../store/store';
import { IconButton } from '../../ui/button';
import type { LaboratoryPanelProps } from './laboratory-panel';

const LaboratoryPanel = lazy(() =>
  import('./laboratory-panel').then((module) => ({ default: module.LaboratoryPanel })),
);

/** Opens and closes the laboratory, which is fetched when it is first opened. */
export function LaboratoryButton({ onSave }: Pick<LaboratoryPanelProps, 'onSave'>) {
  const button = useRef<HTMLButtonElement>(null);
  const shown = useStore((state) => state.laboratory.shown);
  const close = () => {
    showLaboratory(false);
    button.current?.focus();
  };
  return (
    <>
      <IconButton
        ref={button}
        control="lab"
        icon="flask"
        label="Laboratory"
        tone="quiet"
        aria-expanded={shown}
        onClick={() => showLaboratory(!shown)}
      />
      {shown && (
        <Suspense>
          <LaboratoryPanel onClose={close} onSave={onSave} />
        </Suspense>
      )}
    </>
  );
}
