import { binningNote, HeatStrip } from '../../charts/heat-strip';
import { formatNumber } from '../../charts/numbers';
import type { Explanation } from '../../engine/protocol';
import { Term } from '../term';
import './explanation-view.css';
import { Formula } from './formula';
import { MessageList } from './message-list';
import { largest, sameVector, sortedMessages } from './messages';

export interface ExplanationViewProps {
  explanation: Explanation;
  /** −1…1 → CSS colour. */
  colour: (share: number) => string;
  nameOf: (id: string) => string;
  onFocus: (id: string) => void;
}

/** One node at one hop as arithmetic: message, aggregate, update, output, in the trace's own numbers. */
export function ExplanationView({ explanation, colour, nameOf, onFocus }: ExplanationViewProps) {
  const { node, formula, messages, aggregate, update, output } = explanation;
  const { others, own } = sortedMessages(explanation);
  const heard = largest([aggregate, ...messages.map(({ value }) => value)]);
  const made = largest([update, output]);
  const notes = [binningNote(aggregate.length), aggregate.length === output.length ? null : binningNote(output.length)];
  const strip = { colour, control: 'vector' };
  return (
    <div className="explanation">
      <Formula text={formula} />
      <section>
        <h3>
          <Term name="message">1 Message</Term>
          <span> what each neighbour sends, times its coefficient</span>
        </h3>
        <MessageList key={node} {...{ others, own, colour, nameOf, onFocus }} limit={heard} />
      </section>
      <section>
        <h3>
          <Term name="aggregate">2 Aggregate</Term>
          <span>
            {' '}
            their sum · colours from −{formatNumber(heard)} to {formatNumber(heard)}
          </span>
        </h3>
        <div className="vector-row">
          <HeatStrip label="Aggregate" values={aggregate} limit={heard} {...strip} />
        </div>
      </section>
      <section>
        <h3>
          <Term name="update">3 Update</Term>
          <span>
            {sameVector(aggregate, update) ? ' no parameters: the aggregate as it is' : ' after the linear map'}
          </span>
        </h3>
        <div className="vector-row">
          <HeatStrip label="Update" values={update} limit={made} {...strip} />
        </div>
      </section>
      <section>
        <h3>
          <Term name="output">Output</Term>
          <span>
            {sameVector(update, output) ? ' the update as it is' : ' after norm, activation, residual'} · from −
            {formatNumber(made)} to {formatNumber(made)}
          </span>
        </h3>
        <div className="vector-row">
          <HeatStrip label="Output" values={output} limit={made} {...strip} />
        </div>
      </section>
      {notes.map(
        (note) =>
          note && (
            <p key={note} className="inspector-hint">
              {note}
            </p>
          ),
      )}
    </div>
  );
}
