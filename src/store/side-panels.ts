import { useStore } from './store';

/** What stands in the inspector's place: one panel at a time. Closing one stops nothing that is under way in it. */

export function showTraining(shown: boolean): void {
  show(shown ? 'training' : null);
}

export function showLaboratory(shown: boolean): void {
  show(shown ? 'laboratory' : null);
}

export function showComparison(shown: boolean): void {
  show(shown ? 'comparison' : null);
}

/** Gives the inspector its place back. */
export function showInspector(): void {
  show(null);
}

function show(panel: 'training' | 'laboratory' | 'comparison' | null): void {
  const { training, laboratory } = useStore.getState();
  useStore.setState({
    training: { ...training, shown: panel === 'training' },
    laboratory: { ...laboratory, shown: panel === 'laboratory' },
    comparing: panel === 'comparison',
  });
}
