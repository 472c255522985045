import { useEffect, useState } from 'react';
import { actions } from '../store/actions';
import { attempt } from '../store/attempt';

/** The whole page takes a dropped graph file, and pasted text or files where no field has the focus. */
export function DropZone() {
  const [hovering, setHovering] = useState(false);
  useEffect(() => {
    const listeners = new AbortController();
    const on = <K extends keyof WindowEventMap>(type: K, listener: (event: WindowEventMap[K]) => void) =>
      window.addEventListener(type, listener, { signal: listeners.signal });
    // `dragleave` also fires between children; only leaving the window has no related target.
    on('dragenter', (event) => carriesFiles(event) && setHovering(true));
    on('dragleave', (event) => event.relatedTarget === null && setHovering(false));
    on('dragover', (event) => carriesFiles(event) && event.preventDefault());
    on('drop', (event) => {
      if (!event.dataTransfer) return;
      event.preventDefault();
      setHovering(false);
      openFiles([...event.dataTransfer.files]);
    });
    on('paste', (event) => {
      if (event.target instanceof Element && event.target.closest('input, textarea, [contenteditable]')) return;
      const files = [...(event.clipboardData?.files ?? [])];
      const text = event.clipboardData?.getData('text/plain') ?? '';
      openFiles(files.length === 0 && text.trim() !== '' ? [new File([text], 'pasted text')] : files);
    });
    return () => listeners.abort();
  }, []);
  return (
    <div className="drop-zone" data-shown={hovering} aria-hidden="true">
      Drop a graph: GEXF, GraphML, JSON, CSV or npz
    </div>
  );
}

function carriesFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false;
}

function openFiles(files: File[]): void {
  if (files.length === 0) return;
  void attempt(`${files.map((file) => file.name).join(' and ')} could not be opened`, () => actions.loadFiles(files));
}
