import { type RefObject, useRef } from 'react';
import { showInspector, showSidePanel } from '../store/side-panels';
import type { SidePanelName } from '../store/state';
import { useStore } from '../store/store';

/** A panel's opener: whether the panel is open, and how to open and close it; closed, it gives the opener the focus back. */
export function useSidePanel(name: SidePanelName): {
  button: RefObject<HTMLButtonElement | null>;
  shown: boolean;
  toggle: () => void;
  close: () => void;
} {
  const button = useRef<HTMLButtonElement>(null);
  const shown = useStore((state) => state.sidePanel === name);
  const close = () => {
    showInspector();
    button.current?.focus();
  };
  const toggle = () => (shown ? close() : showSidePanel(name));
  return { button, shown, toggle, close };
}
