import { useId, useRef, useState } from 'react';
import { counted } from '../../charts/numbers';
import type { ReadOptions } from '../../formats/format';
import { Button } from '../../ui/button';
import { Checkbox } from '../../ui/checkbox';
import { Icon } from '../../ui/icons';

interface OwnGraphProps {
  onFiles: (files: File[], options: ReadOptions) => void;
}

/** One's own graph: by file picker, by dropping (which works anywhere on the page), or pasted as text. */
export function OwnGraph({ onFiles }: OwnGraphProps) {
  const picker = useRef<HTMLInputElement>(null);
  const [pasted, setPasted] = useState('');
  const [labelColumn, setLabelColumn] = useState('');
  const [directed, setDirected] = useState(false);
  const column = useId();

  const read = (files: File[]) => {
    if (files.length === 0) return;
    onFiles(files, {
      ...(labelColumn.trim() !== '' && { labelColumn: labelColumn.trim() }),
      ...(directed && { directed }),
    });
  };
  return (
    <section className="own-graph" aria-label="Your own graph">
      <div className="own-graph-row">
        <Button control="open-file" onClick={() => picker.current?.click()}>
          <Icon name="file" /> Open file…
        </Button>
        <span className="field-hint">or drop it anywhere on the page</span>
      </div>
      <input
        ref={picker}
        type="file"
        multiple
        hidden
        data-control="open-file-input"
        aria-label="Graph file"
        onChange={(event) => read([...(event.target.files ?? [])])}
      />
      <p className="field-hint">
        GEXF, GraphML, JSON (graphology, node-link, Cytoscape), CSV or TSV edge list with an optional node table, npz;
        also gzipped or zipped. It stays on this computer.
      </p>
      <textarea
        className="input"
        data-control="paste"
        aria-label="Paste a graph as text"
        placeholder={'Or paste it here:\nsource,target\na,b'}
        spellCheck={false}
        value={pasted}
        onChange={(event) => setPasted(event.target.value)}
      />
      <div className="own-graph-row">
        <label className="field-hint" htmlFor={column}>
          Column with the class, if any
        </label>
        <input
          id={column}
          className="input number-input"
          data-control="label-column"
          value={labelColumn}
          onChange={(event) => setLabelColumn(event.target.value)}
        />
      </div>
      <div className="own-graph-row">
        <Checkbox control="read-directed" checked={directed} onChange={setDirected}>
          Edges point one way
        </Checkbox>
        <Button
          control="read-pasted"
          disabled={pasted.trim() === ''}
          onClick={() => read([new File([pasted], 'pasted text', { type: 'text/plain' })])}
        >
          Read {pasted.trim() === '' ? 'the text' : counted(pasted.trim().split('\n').length, 'line')}
        </Button>
      </div>
    </section>
  );
}
